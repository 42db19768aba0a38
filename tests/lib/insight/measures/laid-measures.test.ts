import { expect, test } from 'vitest';
import { fitShop } from '../../../../lib/insight/churn/fit-shop.ts';
import { outlookOf } from '../../../../lib/insight/churn/outlook.ts';
import {
  ledgerFlags,
  ledgerOf,
  type Layers,
  type Ledger,
  type LedgerRow,
} from '../../../../lib/insight/ledger/ledger.ts';
import { overlay, slice } from '../../../../lib/insight/ledger/merge.ts';
import { LaidMeasures } from '../../../../lib/insight/measures/laid-measures.ts';
import { Measures } from '../../../../lib/insight/measures/measures.ts';
import type { MeasureContext } from '../../../../lib/insight/measures/reading.ts';
import { metricNames } from '../../../../lib/insight/metrics.ts';
import { orderStages } from '../../../../lib/model/profile.ts';
import fc from '../../../support/fast-check.ts';
import { makeCustomerId, makeHistory, TODAY, usualShop } from '../../../support/make-history.ts';
import { ledgerOfCustomers, mbgShop, OPENING_DAY, readOn } from '../../../support/simulate-shop.ts';

/** A shop of which a page changed a few customers: read in its layers, and read whole. */
function bothWays(older: Ledger, newer: Ledger, context: MeasureContext): [inLayers: Measures, whole: Measures] {
  const ledger = overlay(older, newer) as Ledger & { layers: Layers };
  const layers = { older: new Measures(older, context), newer: new Measures(newer, context) };
  return [new LaidMeasures(ledger, context, layers), new Measures(ledger, context)];
}

const customer = fc
  .record({
    daysAgo: fc.uniqueArray(fc.integer({ min: -5, max: 500 }), { maxLength: 6 }),
    amountFen: fc.constantFrom(null, 1_000, 30_000),
    category: fc.constantFrom(null, 0, 1),
    stage: fc.constantFrom(null, ...orderStages),
    stageDaysAgo: fc.constantFrom(null, 3, -2),
    supplyDays: fc.constantFrom(null, 45),
    refundedDaysAgo: fc.constantFrom(null, 10, -1),
    openAfterSales: fc.nat({ max: 1 }),
    isUndisturbed: fc.boolean(),
  })
  .map(({ daysAgo, amountFen, stageDaysAgo, refundedDaysAgo, isUndisturbed, ...changes }) => ({
    history: makeHistory(daysAgo, {
      ...changes,
      amountFen,
      stageDay: stageDaysAgo === null ? null : TODAY - stageDaysAgo,
      lastRefundDay: refundedDaysAgo === null ? null : TODAY - refundedDaysAgo,
    }),
    flags: isUndisturbed ? ledgerFlags.doNotDisturb : 0,
  }));

const rows = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 40 }), customer), { maxLength: 20, selector: ([number]) => number })
  .map((all) => all.map(([number, one]): LedgerRow => ({ customerId: makeCustomerId(number), ...one })));

test('every number of every customer is the same, worked out of the layers or of the whole', () => {
  const context: MeasureContext = {
    asOfDay: TODAY,
    benchmarks: {
      ...usualShop,
      cycles: [
        { category: null, stage: 'second', gaps: 40, lowerDays: 20, medianDays: 33, upperDays: 50 },
        { category: 1, stage: 'returning', gaps: 40, lowerDays: 10, medianDays: 21, upperDays: 30 },
      ],
    },
    presetCycleDays: [30, null],
    levelsFen: [20_000, 60_000],
    handDates: {
      today: TODAY,
      birthdays: [[makeCustomerId(3), { month: 8, day: 10 }]],
      pointsExpiry: [[makeCustomerId(5), TODAY + 4]],
    },
    outlook: null,
  };
  fc.assert(
    fc.property(rows, rows, (older, newer) => {
      fc.pre(newer.length > 0);
      const [inLayers, whole] = bothWays(ledgerOf(older), ledgerOf(newer), context);
      for (const name of metricNames) expect([name, inLayers.column(name)]).toEqual([name, whole.column(name)]);
    }),
  );
});

test('so is what the models say of each', () => {
  const asOfDay = OPENING_DAY + 420;
  const shop = mbgShop(12, { customers: 1500, days: 421, joinDays: 480, r: 1.5, alpha: 5, a: 0.7, b: 2.5, k: 2 });
  const later = shop.map((one, at) => (at % 7 === 0 ? { ...one, days: one.days.slice(0, -1) } : one));
  const model = fitShop({ reading: readOn(ledgerOfCustomers(shop), asOfDay), horizonDays: 60 });
  const context = { ...readOn(ledgerOfCustomers([]), asOfDay).context, outlook: outlookOf(model) };
  const [inLayers, whole] = bothWays(
    slice(ledgerOfCustomers(shop), 0, 1400),
    slice(ledgerOfCustomers(later), 700, 1500),
    context,
  );
  for (const name of ['returnPercent', 'health', 'expectedSpendFen'] as const) {
    expect(inLayers.column(name).some((value) => value > 0)).toBe(true);
    expect([name, inLayers.column(name)]).toEqual([name, whole.column(name)]);
  }
  expect(inLayers.outlook!.wakingValueFen).toEqual(whole.outlook!.wakingValueFen);
  expect(inLayers.outlook!.wakingValueFen).toBe(inLayers.outlook!.wakingValueFen);
});

import { expect, test } from 'vitest';
import { amountsAt, fitSpendModel, spendPerPurchaseFen } from '../../../../lib/insight/churn/spend.ts';
import { customersAt } from '../../../../lib/insight/churn/stats-at.ts';
import { endsAt } from '../../../../lib/insight/ledger/ledger.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import {
  gamma,
  ledgerOfCustomers,
  OPENING_DAY as DAY,
  randomFrom,
  type SimulatedCustomer,
} from '../../../support/simulate-shop.ts';

function amountsOf(customers: readonly SimulatedCustomer[]) {
  const ledger = ledgerOfCustomers(customers);
  const ends = endsAt(ledger, DAY + 1000);
  return amountsAt(ledger, ends, customersAt(ledger, ends, DAY + 1000).rows);
}

test('amounts that are not known are passed over, the first purchase is no repeat', () => {
  const amounts = amountsOf([
    { days: [DAY, DAY + 1, DAY + 2], amountsFen: [100, Number.NaN, 300] },
    { days: [DAY], amountsFen: [Number.NaN] },
  ]);
  expect(amounts).toEqual({
    repeatCount: Float64Array.of(1, 0),
    meanRepeatFen: Float64Array.of(300, 0),
    count: Float64Array.of(2, 0),
    sumFen: Float64Array.of(400, 0),
  });
});

test('with few repeaters the own mean is drawn to that of the shop', () => {
  const amounts = amountsOf([
    { days: [DAY, DAY + 1], amountsFen: [20_000, 20_000] },
    { days: [DAY], amountsFen: [5_000] },
  ]);
  const model = finish(fitSpendModel(amounts));
  expect(model).toMatchObject({ gammaGamma: null, repeaters: 1, meanFen: 15_000 });
  expect([...spendPerPurchaseFen(model, amounts)]).toEqual([(40_000 + 30_000) / 4, (5_000 + 30_000) / 3]);
});

/** Each customer has a usual amount; `byCount` makes those who come often spend more. */
function spenders(byCount: boolean): SimulatedCustomer[] {
  const random = randomFrom(3);
  return Array.from({ length: 400 }, () => {
    const count = 2 + Math.floor(random() * 6);
    const usual = byCount ? count * 3_000 : 30_000 / gamma(random, 4, 1);
    const days = Array.from({ length: count }, (_, index) => DAY + index);
    return { days, amountsFen: days.map(() => gamma(random, 5, 5 / usual)) };
  });
}

test('Gamma-Gamma is used from fifty repeaters on, and shrinks', () => {
  const amounts = amountsOf(spenders(false));
  const model = finish(fitSpendModel(amounts));
  expect(model.gammaGamma).not.toBeNull();
  const expected = spendPerPurchaseFen(model, amounts);
  const highest = amounts.meanRepeatFen.indexOf(Math.max(...amounts.meanRepeatFen));
  expect(expected[highest]).toBeLessThan(amounts.meanRepeatFen[highest]!);
  expect(expected[highest]).toBeGreaterThan(model.meanFen!);
});

test('Gamma-Gamma is not used where those who come often also spend more', () => {
  const model = finish(fitSpendModel(amountsOf(spenders(true))));
  expect(model.correlation).toBeGreaterThan(0.3);
  expect(model.gammaGamma).toBeNull();
});

test('a shop without a known amount has no figure', () => {
  const amounts = amountsOf([{ days: [DAY, DAY + 1], amountsFen: [Number.NaN, Number.NaN] }]);
  const model = finish(fitSpendModel(amounts));
  expect(model).toEqual({ gammaGamma: null, correlation: 0, repeaters: 0, meanFen: null });
  expect([...spendPerPurchaseFen(model, amounts)]).toEqual([Number.NaN]);
});

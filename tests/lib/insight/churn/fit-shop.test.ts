import { describe, expect, test } from 'vitest';
import { assembleModel, fitShop, nextStage } from '../../../../lib/insight/churn/fit-shop.ts';
import { outlookOf } from '../../../../lib/insight/churn/outlook.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import { ledgerOfCustomers, mbgShop, OPENING_DAY, randomFrom, readOn } from '../../../support/simulate-shop.ts';

const AS_OF = OPENING_DAY + 420;
const customers = mbgShop(11, { customers: 800, days: 421, joinDays: 350, r: 0.8, alpha: 5, a: 0.9, b: 2.5 });
const ledger = ledgerOfCustomers(customers);
const makeInput = (horizonDays = 60) => ({ reading: readOn(ledger, AS_OF), horizonDays });

const viaStore = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the stages', () => {
  test('survive a background that is shut down after each of them, and in the middle of each', () => {
    const done: Record<string, unknown> = {};
    for (let round = 0; round < 100; round++) {
      // Everything but `done` is new after a restart.
      nextStage(makeInput(), done)?.run().next();
      const stage = nextStage(makeInput(), done);
      if (!stage) break;
      done[stage.id] = viaStore(finish(stage.run()));
    }
    const resumed = assembleModel(makeInput(), done);
    expect(resumed).toEqual(fitShop(makeInput()));
    expect(resumed.level).toBe(3);
  });

  test('result in plain data', () => {
    const model = fitShop(makeInput());
    expect(viaStore(model)).toEqual(model);
  });

  test('of another day or horizon are not taken', () => {
    const done: Record<string, unknown> = {};
    for (let stage = nextStage(makeInput(), done); stage; stage = nextStage(makeInput(), done)) {
      done[stage.id] = finish(stage.run());
    }
    expect(() => assembleModel(makeInput(30), done)).toThrow('60 days ahead');
    expect(() => assembleModel({ ...makeInput(), reading: readOn(ledger, AS_OF + 1) }, done)).toThrow(`day ${AS_OF}`);
    expect(() => assembleModel(makeInput(), {})).toThrow('survey');
  });

  test('refuse a horizon of nothing', () => {
    expect(() => nextStage(makeInput(0), {})).toThrow(RangeError);
  });
});

test('a fit that did not converge is said, left out, and costs a level', () => {
  const done: Record<string, unknown> = {};
  for (let stage = nextStage(makeInput(), done); stage; stage = nextStage(makeInput(), done)) {
    const result = finish(stage.run());
    const isPareto = stage.id.endsWith(`fit:${AS_OF}:paretonbd`);
    done[stage.id] = isPareto ? { ...(result as object), converged: false } : result;
  }
  const model = assembleModel(makeInput(), done);
  expect(model).toMatchObject({
    level: 2,
    problems: [{ day: AS_OF, model: 'paretonbd' }],
    blend: 'average',
    logistic: null,
  });
  expect(model.fits.map((fit) => fit.model)).toEqual(['mbgnbd', 'mbgcnbdk']);
});

test('where no fit converged nothing personal is said', () => {
  const done: Record<string, unknown> = {};
  for (let stage = nextStage(makeInput(), done); stage; stage = nextStage(makeInput(), done)) {
    const result = finish(stage.run());
    done[stage.id] = stage.id.includes(`fit:${AS_OF}`) ? { ...(result as object), converged: false } : result;
  }
  const model = assembleModel(makeInput(), done);
  expect(model).toMatchObject({ level: 0, fits: [], anchors: null, spend: null });
  const { health, returnProbability } = outlookOf(model)(readOn(ledger, AS_OF));
  expect([...health, ...returnProbability].every(Number.isNaN)).toBe(true);
});

describe('customers first seen soon after the data begin', () => {
  /** A shop whose first years were not seen: most of the customers at the beginning are old ones. */
  const cutOff = (count: number, hidden: number) =>
    ledgerOfCustomers(
      mbgShop(21, { customers: count, days: hidden + 421, joinDays: hidden + 350, r: 3, alpha: 3, a: 0.3, b: 4 }).map(
        ({ days }) => ({ days: days.filter((day) => day >= OPENING_DAY + hidden).map((day) => day - hidden) }),
      ),
    );

  test('are left out of learning where the others foretell better, not of scoring', () => {
    const reading = readOn(cutOff(3000, 1500), AS_OF);
    const model = fitShop({ reading, horizonDays: 60 });
    expect(model.learntFrom).toBe('newcomers');
    const { health } = outlookOf(model)(reading);
    const bought = [...reading.ends].map((end, row) => end > reading.ledger.offsets[row]!);
    expect([...health].map(Number.isFinite)).toEqual(bought);
  });

  test('teach like all others in a shop seen from its opening', () => {
    expect(fitShop(makeInput()).learntFrom).toBe('everyone');
  });
});

test('each past window is judged by what was known then', () => {
  const { backtest, gate, baseRate, horizonDays } = fitShop(makeInput());
  expect(backtest.windows.map(({ cutDay }) => AS_OF - cutDay)).toEqual([60, 90, 120]);
  for (const { cutDay, customers: known, returned, scores, recencyOnly, frequencyOnly } of backtest.windows) {
    const before = customers.filter(({ days }) => days.some((day) => day <= cutDay));
    expect(known).toBe(before.length);
    expect(returned).toBe(
      before.filter(({ days }) => days.some((day) => day > cutDay && day <= cutDay + horizonDays)).length,
    );
    expect(scores.average.bands.reduce((sum, band) => sum + band.customers, 0)).toBe(known);
    expect(scores.average.bands.reduce((sum, band) => sum + band.returned, 0)).toBe(returned);
    expect(scores.average.auc).toBeGreaterThan(0.7);
    expect(scores.average.auc).toBeGreaterThan(Math.min(recencyOnly.auc!, frequencyOnly.auc!) - 0.01);
  }
  expect(backtest.windows.map(({ scores }) => Object.keys(scores))).toEqual([
    ['average', 'logistic', 'gold'],
    ['average'],
    ['average'],
  ]);
  expect(gate.windows.map(({ auc }) => auc)).toEqual(backtest.windows.map(({ scores }) => scores.average.auc));
  expect(baseRate).toBe(backtest.windows[0]!.baseRate);
});

test('what comes after the day of reading changes nothing', () => {
  const cut = AS_OF - 100;
  const past = ledgerOfCustomers(
    customers.map(({ days, amountsFen }) => ({
      days: days.filter((day) => day <= cut),
      amountsFen: amountsFen!.slice(0, days.filter((day) => day <= cut).length),
    })),
  );
  const withFuture = fitShop({ reading: readOn(ledger, cut), horizonDays: 60 });
  expect(withFuture).toEqual(fitShop({ reading: readOn(past, cut), horizonDays: 60 }));
});

test('the order of the customers changes nothing', () => {
  const random = randomFrom(5);
  const order = customers
    .map((customer, row) => ({ customer, row, place: random() }))
    .toSorted((a, b) => a.place - b.place);
  const shuffled = ledgerOfCustomers(order.map(({ customer }) => customer));
  const one = outlookOf(fitShop(makeInput()))(readOn(ledger, AS_OF));
  const other = outlookOf(fitShop({ reading: readOn(shuffled, AS_OF), horizonDays: 60 }))(readOn(shuffled, AS_OF));
  for (const [place, { row }] of order.entries()) {
    expect(other.returnProbability[place]).toBeCloseTo(one.returnProbability[row]!, 4);
    expect(other.health[place]).toBeCloseTo(one.health[row]!, 2);
  }
});

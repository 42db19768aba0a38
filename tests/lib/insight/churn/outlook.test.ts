import { beforeAll, describe, expect, test } from 'vitest';
import { fitShop } from '../../../../lib/insight/churn/fit-shop.ts';
import { outlookOf } from '../../../../lib/insight/churn/outlook.ts';
import { bandReturn } from '../../../../lib/insight/churn/reasons.ts';
import type { ShopModel } from '../../../../lib/insight/churn/shop-model.ts';
import { ledgerOfCustomers, mbgShop, OPENING_DAY, readOn } from '../../../support/simulate-shop.ts';

const AS_OF = OPENING_DAY + 420;
const customers = mbgShop(12, { customers: 3000, days: 421, joinDays: 480, r: 1.5, alpha: 5, a: 0.7, b: 2.5, k: 2 });
const ledger = ledgerOfCustomers(customers);
let model: ShopModel;

beforeAll(() => {
  model = fitShop({ reading: readOn(ledger, AS_OF), horizonDays: 60 });
});

const figures = ['returnProbability', 'health', 'expectedSpendFen', 'wakingValueFen', 'expectedOrders'] as const;

test('every customer with a purchase has every figure, within its bounds; others have none', () => {
  const outlook = outlookOf(model)(readOn(ledger, AS_OF));
  expect(customers.some(({ days }) => days.length === 0)).toBe(true);
  for (const [row, { days }] of customers.entries()) {
    for (const figure of figures) expect(Number.isNaN(outlook[figure][row])).toBe(days.length === 0);
    if (days.length === 0) continue;
    expect(outlook.returnProbability[row]).toBeGreaterThanOrEqual(0);
    expect(outlook.returnProbability[row]).toBeLessThanOrEqual(1);
    expect(outlook.health[row]).toBeGreaterThanOrEqual(0);
    expect(outlook.health[row]).toBeLessThanOrEqual(100);
    expect(outlook.expectedSpendFen[row]).toBeGreaterThan(0);
    expect(outlook.wakingValueFen[row]).toBeGreaterThanOrEqual(0);
  }
});

test('a customer alone is told the same as among all', () => {
  const all = outlookOf(model)(readOn(ledger, AS_OF));
  for (let row = 0; row < 60; row++) {
    const alone = outlookOf(model)(readOn(ledgerOfCustomers([customers[row]!]), AS_OF));
    for (const figure of figures) expect(alone[figure][0]).toBe(all[figure][row]);
  }
});

test('day after day of silence, health never rises once the cycle is over', () => {
  const of = outlookOf(model);
  let before = of(readOn(ledger, AS_OF));
  for (let day = AS_OF + 1; day < AS_OF + 120; day++) {
    const after = of(readOn(ledger, day));
    for (let row = 0; row < 400; row++) {
      const last = customers[row]!.days.at(-1);
      if (last === undefined || day - 1 - last <= before.cycleDays[row]!) continue;
      expect(after.health[row]).toBeLessThanOrEqual(before.health[row]! + 1e-6);
    }
    before = after;
  }
});

describe('what is not allowed is not a number', () => {
  const numbers = (changed: ShopModel) => {
    const outlook = outlookOf(changed)(readOn(ledger, AS_OF));
    const row = customers.findIndex(({ days }) => days.length > 0);
    return figures.filter((figure) => !Number.isNaN(outlook[figure][row]));
  };

  test('at level 1: health alone, no percentage', () => {
    const atOne: ShopModel = { ...model, level: 1 };
    expect(numbers(atOne)).toEqual(['health', 'wakingValueFen']);
    expect(bandReturn(atOne, 90)).toBeNull();
  });

  test('at level 0, and behind a closed gate: nothing', () => {
    expect(numbers({ ...model, level: 0 })).toEqual([]);
    expect(numbers({ ...model, gate: { ...model.gate, isOpen: false, refusal: 'noSignal' } })).toEqual([]);
  });

  test('without a known amount: no money', () => {
    expect(numbers({ ...model, spend: { ...model.spend!, gammaGamma: null, meanFen: null } })).toEqual([
      'returnProbability',
      'health',
      'expectedOrders',
    ]);
  });
});

test('the return rate of a band is that of the back-test, if enough were in it', () => {
  const healthy = model.backtest.bands[0]!;
  expect(healthy.customers).toBeGreaterThan(30);
  expect(bandReturn(model, 85)).toEqual({
    ...healthy,
    horizonDays: 60,
    percent: (100 * healthy.returned) / healthy.customers,
  });
  expect(bandReturn(model, Number.NaN)).toBeNull();
  const few = { ...model.backtest, bands: [{ ...healthy, customers: 29, returned: 20 }] };
  expect(bandReturn({ ...model, backtest: few }, 85)).toBeNull();
});

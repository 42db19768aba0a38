import { expect, test } from 'vitest';
import { cycleDays, shopCycle } from '../../../../lib/insight/churn/shop-cycle.ts';
import { customersAt } from '../../../../lib/insight/churn/stats-at.ts';
import { endsAt } from '../../../../lib/insight/ledger/ledger.ts';
import { ledgerOfCustomers, OPENING_DAY as DAY, type SimulatedCustomer } from '../../../support/simulate-shop.ts';

function cyclesOf(customers: readonly SimulatedCustomer[], day = DAY + 500) {
  const ledger = ledgerOfCustomers(customers);
  const ends = endsAt(ledger, day);
  const cycle = shopCycle(ledger, ends);
  return { ledger, cycle, days: [...cycleDays(ledger, ends, customersAt(ledger, ends, day).rows, cycle)] };
}

test('own gaps are drawn to the median of the shop with the weight of two', () => {
  const { cycle, days } = cyclesOf([
    { days: [DAY, DAY + 10, DAY + 30, DAY + 60] },
    { days: [DAY, DAY + 40] },
    { days: [DAY] },
  ]);
  // Gaps 10, 20, 30, 40.
  expect(cycle).toEqual({ shopDays: 25, gaps: 4, byCategory: [] });
  expect(days).toEqual([(3 * 20 + 2 * 25) / 5, (1 * 40 + 2 * 25) / 3, 25]);
});

test('nothing is bought every other day for good', () => {
  expect(cyclesOf([{ days: [DAY, DAY + 1, DAY + 2] }]).days).toEqual([3]);
});

test('where nobody came back there is no cycle', () => {
  const { cycle, days } = cyclesOf([{ days: [DAY] }]);
  expect(cycle.shopDays).toBeNull();
  expect(days).toEqual([Number.NaN]);
});

test('gaps after the day are not known yet', () => {
  expect(cyclesOf([{ days: [DAY, DAY + 10, DAY + 100] }], DAY + 50).cycle).toMatchObject({ shopDays: 10, gaps: 1 });
});

test('a customer of 300 orders does not make the cycle of everyone', () => {
  const daily = { days: Array.from({ length: 300 }, (_, index) => DAY + index) };
  const others = Array.from({ length: 11 }, () => ({ days: [DAY, DAY + 60] }));
  expect(cyclesOf([daily, ...others]).cycle).toMatchObject({ shopDays: 60, gaps: 21 });
});

test('a category with thirty gaps has its own cycle', () => {
  const ledger = ledgerOfCustomers(
    Array.from({ length: 60 }, (_, index) => ({ days: [DAY, DAY + (index < 30 ? 20 : 90)] })),
  );
  ledger.categories.fill(1, 0, 30).fill(2, 30, 59);
  const ends = endsAt(ledger, DAY + 100);
  const cycle = shopCycle(ledger, ends);
  expect(cycle).toEqual({ shopDays: 55, gaps: 60, byCategory: [{ category: 0, days: 20 }] });
  const days = cycleDays(ledger, ends, Int32Array.of(0, 40), cycle);
  expect([...days]).toEqual([20, (90 + 2 * 55) / 3]);
});

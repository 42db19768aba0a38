import { expect, test } from 'vitest';
import { ageAfter, customersAt, sampleOf } from '../../../../lib/insight/churn/stats-at.ts';
import { endsAt } from '../../../../lib/insight/ledger/ledger.ts';
import { ledgerOfCustomers, OPENING_DAY as DAY } from '../../../support/simulate-shop.ts';

const ledger = ledgerOfCustomers([
  { days: [DAY, DAY + 14, DAY + 21, DAY + 40] },
  { days: [DAY + 30] },
  { days: [] },
  { days: [DAY + 3] },
]);
const at = (day: number) => customersAt(ledger, endsAt(ledger, day), day);

test('a past day knows the purchases up to it and leaves out who came later or never', () => {
  const { size, rows, stats, recencyDays } = at(DAY + 28);
  expect(size).toBe(2);
  expect([...rows]).toEqual([0, 3]);
  expect([...stats.repeatCount]).toEqual([2, 0]);
  expect([...stats.lastPurchaseAge]).toEqual([3, 0]);
  expect([...stats.observedAge]).toEqual([4, 25 / 7]);
  expect([...stats.logGapSum]).toEqual([Math.log(2), 0]);
  expect([...recencyDays]).toEqual([7, 25]);
});

test('the cut day itself counts', () => {
  expect([...at(DAY + 40).stats.repeatCount]).toEqual([3, 0, 0]);
  expect(at(DAY - 1).size).toBe(0);
});

test('an imagined silence gives the age of a real one to the last bit', () => {
  for (let day = DAY + 40; day < DAY + 400; day++) {
    const { stats, recencyDays } = at(day);
    expect(ageAfter(stats.lastPurchaseAge[0]!, recencyDays[0]!)).toBe(stats.observedAge[0]);
  }
});

test('a sample takes every n-th, all where they fit', () => {
  expect([...sampleOf(7, 3).indices]).toEqual([0, 3, 6]);
  expect([...sampleOf(3, 3).indices]).toEqual([0, 1, 2]);
  expect(sampleOf(0, 3).indices).toHaveLength(0);
});

import { expect, test } from 'vitest';
import { groupCustomers } from '../../../../lib/insight/models/group.ts';
import { simulateShop } from '../../../support/simulate-customers.ts';
import { historiesOf } from './histories.ts';

test('equal histories make one group, which counts them and adds their gaps', () => {
  const grouped = groupCustomers(historiesOf([2, 10, 20, 1.5], [0, 0, 20], [2, 10, 20, 0.5], [2, 10, 21], [-0, 0, 20]));
  expect(grouped).toEqual({
    size: 3,
    customers: 5,
    groupOf: Uint32Array.of(0, 1, 0, 2, 1),
    repeatCount: Float64Array.of(2, 0, 2),
    lastPurchaseAge: Float64Array.of(10, 0, 10),
    observedAge: Float64Array.of(20, 20, 21),
    logGapSum: Float64Array.of(2, 0, 0),
    count: Float64Array.of(2, 2, 1),
  });
});

test('nobody makes no group', () => {
  expect(groupCustomers(historiesOf())).toMatchObject({ size: 0, customers: 0 });
});

test('of many customers each finds the own history again', () => {
  const shop = simulateShop({ customers: 20_000, seed: 1, r: 0.6, alpha: 5, a: 1, b: 2, weeks: 60 });
  const { size, count, groupOf, repeatCount, lastPurchaseAge, observedAge } = groupCustomers(shop);
  const distinct = new Set(
    Array.from(groupOf, (_, one) => [shop.repeatCount[one], shop.lastPurchaseAge[one], shop.observedAge[one]].join()),
  );
  expect(size).toBe(distinct.size);
  expect(count.reduce((sum, each) => sum + each, 0)).toBe(20_000);
  expect(Float64Array.from(groupOf, (group) => repeatCount[group]!)).toEqual(shop.repeatCount);
  expect(Float64Array.from(groupOf, (group) => lastPurchaseAge[group]!)).toEqual(shop.lastPurchaseAge);
  expect(Float64Array.from(groupOf, (group) => observedAge[group]!)).toEqual(shop.observedAge);
});

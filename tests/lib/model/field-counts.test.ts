import { expect, test } from 'vitest';
import { addCounts, countFields } from '../../../lib/model/field-counts.ts';
import { makeItem, makeOrder, masked } from '../../support/make-order.ts';

const health = { rows: 4, read: 3 };
const item = (unitPriceFen: number | null, quantity = 1) => makeItem({ unitPriceFen, quantity });
const paid = { status: 'completed' as const };

test('counts each value where it could have been', () => {
  const orders = [
    makeOrder({ ...paid, amountFen: 10_800, freightFen: 800, items: [item(5000, 2)] }),
    makeOrder({ ...paid, amountFen: null, freightFen: null, buyer: masked, items: [item(null), item(900)] }),
    makeOrder({ status: 'unpaid', paidAt: null, amountFen: 0, items: [item(100)] }),
  ];
  const counts = countFields(orders, health);
  expect(counts.read).toEqual([3, 4]);
  expect(counts.amount).toEqual([2, 3]);
  expect(counts.paidAt![1]).toBe(2);
  expect(counts.buyerKey).toEqual([2, 3]);
  expect(counts.unitPrice).toEqual([3, 4]);
});

test.each([
  ['goods are what was paid', 10_000, 800, [1, 1]],
  ['goods and freight are', 10_800, 800, [1, 1]],
  ['a discount is not shown', 9_500, 800, [0, 1]],
  ['the columns have moved', 200, null, [0, 1]],
] as const)('the canary sings where %s', (_, amountFen, freightFen, expected) => {
  const order = makeOrder({ ...paid, amountFen, freightFen, items: [item(5000, 2)] });
  expect(countFields([order], health).sum).toEqual(expected);
});

test.each([
  ['is held against the sum', 9_500, [1, 1]],
  ['may be in the prices of the lines', 10_800, [1, 1]],
  ['that does not make up the difference is of no help', 9_000, [0, 1]],
] as const)('a discount that is shown %s', (_, amountFen, expected) => {
  const order = { ...makeOrder({ ...paid, amountFen, freightFen: 800, items: [item(5000, 2)] }), discountFen: 1300 };
  expect(countFields([order], health).sum).toEqual(expected);
});

test('an order of which the sum cannot be known is not held against it', () => {
  expect(countFields([makeOrder({ ...paid, items: [item(null)] })], health).sum).toBeUndefined();
  expect(countFields([makeOrder({ status: 'cancelled', items: [item(1)] })], health).sum).toBeUndefined();
});

test('a page without orders counts its rows alone', () => {
  expect(countFields([], { rows: 20, read: 0 })).toEqual({ read: [0, 20] });
  expect(countFields([], { rows: 0, read: 0 })).toEqual({});
});

test('counts add up', () => {
  expect(addCounts({ read: [1, 2], amount: [1, 1] }, { read: [3, 4] })).toEqual({ read: [4, 6], amount: [1, 1] });
});

import { expect, test } from 'vitest';
import type { Order } from '../../../lib/model/order.ts';
import { orderStageOf } from '../../../lib/replies/order-stage.ts';
import { makeItem, makeOrder } from '../../support/make-order.ts';

test.each([
  ['unpaid', 'unpaid'],
  ['paid', 'paid'],
  ['shipped', 'shipped'],
  ['completed', 'signed'],
  ['cancelled', 'cancelled'],
  ['onHold', null],
  ['unknown', null],
] as const)('an order that is %s stands at %s', (status, stage) => {
  expect(orderStageOf(makeOrder({ status }), false)).toBe(stage);
});

test('an open after-sale comes before everything', () => {
  const items: Order['items'] = [makeItem({ afterSale: 'requested' })];
  expect(orderStageOf(makeOrder({ status: 'completed', items }), false)).toBe('afterSale');
  expect(orderStageOf(makeOrder({ status: 'completed' }), true)).toBe('afterSale');
});

test('no order, no stage', () => expect(orderStageOf(null, false)).toBeNull());

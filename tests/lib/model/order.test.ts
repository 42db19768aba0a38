import { expect, test } from 'vitest';
import { orderSchema } from '../../../lib/model/order.ts';
import { PLACED_AT, makeItem, makeOrder } from '../../support/make-order.ts';

test('an id keeps all of its 19 digits', () => {
  expect(makeOrder({ orderId: '4012345678901234567' }).orderId).toBe('4012345678901234567');
});

test.each([
  ['a rounded id', { orderId: Number('4012345678901234567') }],
  ['an id with letters', { orderId: '3090112233448831x' }],
  ['half a fen', { amountFen: 10.5 }],
  ['a negative amount', { amountFen: -1 }],
  ['seconds in the place of milliseconds', { placedAt: PLACED_AT / 1000 }],
  ['a status that no table knows', { status: 'lost' }],
  ['a quantity of none', { items: [makeItem({ quantity: 0 })] }],
  ['a parcel’s number for a carrier', { carrier: 'SF1234567890123' }],
  ['a courier with a phone', { carrier: '张师傅13900000000' }],
  ['an item without a title', { items: [makeItem({ title: '' })] }],
])('%s does not pass the border', (_, changes) => {
  expect(orderSchema.safeParse({ ...makeOrder(), ...changes }).success).toBe(false);
});

test('what we have no use for is dropped at the border', () => {
  const order = orderSchema.parse({ ...makeOrder(), receiver: '李小明', phone: '13800138000' });
  expect(Object.keys(order)).not.toContain('receiver');
  expect(JSON.stringify(order)).not.toContain('13800138000');
});

import { describe, expect, test } from 'vitest';
import { momentsOf, type Moment } from '../../../../lib/views/customers/moments.ts';
import { makeItem, makeOrder } from '../../../support/make-order.ts';

const kindsOf = (moments: readonly Moment[]) => moments.map(({ kind }) => kind);
const nothing = { orders: [], contacts: [], cases: [], reviews: [], workOrders: [], redemptions: [] };
/** So many hours after a morning. */
const at = (hours: number) => Date.parse('2026-08-06T10:00:00+08:00') + hours * 3_600_000;
const asked = { id: 'jd:c1', orderId: '3090000000000001', appliedAt: at(20), status: 'open' };
const said = { id: 'jd:r1', orderId: '3090000000000001', ratedAt: at(30), rating: 'negative', text: '' };
const opened = { id: 'w1', startedAt: at(25), mergedInto: null };
const given = (changes: object) => momentsOf({ ...nothing, ...changes });

describe('the moments between shop and customer', () => {
  test('stand in the order in which they came, whatever they are', () => {
    const contact = { eventId: 'e1', at: at(40), isOffer: false };
    const moments = given({
      contacts: [contact, { ...contact, eventId: 'e2', at: at(35), isOffer: true }],
      orders: [makeOrder({ placedAt: at(10) })],
      reviews: [said],
      workOrders: [opened],
      cases: [asked],
    });
    expect(kindsOf(moments)).toEqual(['order', 'case', 'workOrder', 'review', 'offer', 'contact']);
  });

  test('tell an order apart of which something went back or is asked for', () => {
    const items = [makeItem({ afterSale: 'refunded' })];
    expect(kindsOf(given({ orders: [makeOrder({ items })] }))).toEqual(['trouble']);
  });

  test('have an offer that was used right behind the order on which it was', () => {
    const orders = [makeOrder({ orderId: '1', placedAt: at(10) }), makeOrder({ orderId: '2', placedAt: at(12) })];
    const offer = { kind: 'rate', rate: 0.9 };
    expect(kindsOf(given({ orders, redemptions: [{ order: orders[0], offer }] }))).toEqual([
      'order',
      'redeemed',
      'order',
    ]);
  });

  test('leave out what no page gave a time, and a work order that goes on as another', () => {
    const moments = given({
      cases: [{ ...asked, appliedAt: null, seenAt: at(5) }],
      reviews: [{ ...said, ratedAt: null, seenAt: at(5) }],
      workOrders: [{ ...opened, mergedInto: 'w2' }],
    });
    expect(moments).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { DatedContact } from '../../../../lib/actions/guards.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { redemptionsOf } from '../../../../lib/views/actions/given-offer.ts';
import { makeItem, makeOrder } from '../../../support/make-order.ts';

const at = Date.parse('2026-08-06T10:00:00+08:00');
const contact = (faceValueFen: number, daysBefore: number): DatedContact => ({
  customerId: 'jd:c',
  channel: 'coupon',
  how: 'noted',
  templateId: null,
  playbookId: null,
  isOffer: true,
  coupon: { thresholdFen: 8_000, faceValueFen, validDays: 10 },
  overrides: null,
  at: at - daysBefore * DAY_MS,
});
/** One article of 100 yuan, 20 off. */
const order = makeOrder({
  amountFen: 8_000,
  freightFen: null,
  placedAt: at,
  status: 'paid',
  items: [makeItem({ unitPriceFen: 10_000, quantity: 1 })],
});
const used = (contacts: readonly DatedContact[]) => redemptionsOf(contacts, [order], 'jd:1', []);

describe('offers that a customer used', () => {
  test('are told with the order on which they were', () => {
    expect(used([contact(1_500, 2)])).toEqual([{ order, offer: expect.objectContaining({ faceValueFen: 1_500 }) }]);
  });

  test('are one to an order: the newest of those that would account for it', () => {
    expect(used([contact(1_500, 2), contact(1_000, 3)])).toMatchObject([{ offer: { faceValueFen: 1_500 } }]);
  });

  test('are none where less was taken off, their days were over, or nothing was offered', () => {
    expect(used([contact(2_500, 2)])).toEqual([]);
    expect(used([contact(1_500, 11)])).toEqual([]);
    expect(used([{ ...contact(1_500, 2), isOffer: false }])).toEqual([]);
  });
});

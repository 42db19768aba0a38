import { describe, expect, test } from 'vitest';
import { isOver, offerFare, redeemedOn, usedOn } from '../../../../lib/actions/effects/redemption.ts';
import type { Offer } from '../../../../lib/actions/offer-schema.ts';
import type { Order } from '../../../../lib/model/order.ts';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import { makeItem, makeOrder } from '../../../support/make-order.ts';

const at = Date.parse('2026-08-06T10:00:00+08:00');
const today = dayOf(at);
const coupon: Offer = { kind: 'coupon', thresholdFen: 8_000, faceValueFen: 1_500, validDays: 3 };
/** One article of 100 yuan. */
const order = (amountFen: number | null, daysAfter = 1, changes: Partial<Order> = {}) =>
  makeOrder({
    amountFen,
    freightFen: null,
    placedAt: at + daysAfter * DAY_MS,
    status: 'paid',
    items: [makeItem({ unitPriceFen: 10_000, quantity: 1 })],
    ...changes,
  });

describe('an offer was used', () => {
  test.each<[string, Order, Offer, boolean | null]>([
    ['where as much was taken off', order(8_500), coupon, true],
    ['where more was taken off', order(8_000), coupon, true],
    ['not where less was', order(9_000), coupon, false],
    ['not below its threshold', order(8_500), { ...coupon, thresholdFen: 10_001 }, false],
    ['whatever the freight', order(9_500, 1, { freightFen: 1_000 }), coupon, true],
    ['at 10 % off', order(9_000), { kind: 'rate', rate: 0.9 }, true],
    ['not at 10 % off that nobody got', order(10_000), { kind: 'rate', rate: 0.9 }, false],
    ['or nobody knows without the amount', order(null), coupon, null],
    ['or nobody knows without a price', order(8_500, 1, { items: [makeItem({ unitPriceFen: null })] }), coupon, null],
  ])('%s', (_, one, offer, used) => {
    expect(usedOn(one, offer)).toBe(used);
  });
});

describe('offers that were sent', () => {
  const fare = (orders: readonly Order[], asOfDay = today + 7) =>
    offerFare([{ at, offer: coupon, orders }], 3, asOfDay);

  test('count once their days are over and were looked at', () => {
    expect(isOver(at, 3, today + 3)).toBe(true);
    expect(isOver(at, 3, today + 2)).toBe(false);
    expect(fare([order(8_500)], today + 2)).toEqual({ sent: 1, over: 0, bought: 0, redeemed: 0, unknown: 0 });
  });

  test.each<[string, Order[], [bought: number, redeemed: number, unknown: number]]>([
    ['nothing', [], [0, 0, 0]],
    ['an order with the coupon', [order(8_500)], [1, 1, 0]],
    ['an order without it', [order(10_000)], [1, 0, 0]],
    ['an order of which no amount was seen', [order(null)], [1, 0, 1]],
    ['two orders, one of them with it', [order(null), order(8_500, 2)], [1, 1, 0]],
    ['an order after its days', [order(8_500, 4)], [0, 0, 0]],
    ['an order before it', [order(8_500, -1)], [0, 0, 0]],
    ['an order that was cancelled', [order(8_500, 1, { status: 'cancelled' })], [0, 0, 0]],
  ])('followed by %s', (_, orders, [bought, redeemed, unknown]) => {
    expect(fare(orders)).toEqual({ sent: 1, over: 1, bought, redeemed, unknown });
  });
});

describe('the order on which an offer was used', () => {
  const used = (orders: readonly Order[], offer: Offer | null = coupon) =>
    redeemedOn({ at, offer, orders }, 3)?.placedAt ?? null;

  test('is the first on which as much was taken off, in whichever order they are known', () => {
    expect(used([order(8_500, 2), order(10_000, 0.5), order(8_500, 1)])).toBe(at + DAY_MS);
  });

  test.each<[string, Order[], Offer | null]>([
    ['the full price was paid', [order(10_000)], coupon],
    ['the page did not show enough', [order(null)], coupon],
    ['its days were over', [order(8_500, 4)], coupon],
    ['nobody knows what was offered', [order(8_500)], null],
  ])('is none where %s', (_, orders, offer) => {
    expect(used(orders, offer)).toBeNull();
  });
});

import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { z } from '../../../../lib/model/zod.ts';
import { afterSaleSchema } from '../../../../lib/model/after-sale.ts';
import { memberSchema } from '../../../../lib/model/member.ts';
import { MAX_FEN } from '../../../../lib/model/money.ts';
import { reviewSchema } from '../../../../lib/model/review.ts';
import { seenCouponSchema } from '../../../../lib/model/seen-coupon.ts';
import {
  afterSaleRows,
  couponRows,
  memberRows,
  reviewRows,
  type RowKind,
} from '../../../../lib/platforms/reading/row-kinds.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { PLACED_AT, stable } from '../../../support/make-order.ts';

/** Values at and beyond the limits of every kind of field. */
const numbers = [
  ...[0, 1, 1000, 1_000_000, MAX_FEN, Date.UTC(2003, 0, 1), Date.UTC(2100, 0, 1), Number.MAX_SAFE_INTEGER].flatMap(
    (limit) => [limit - 1, limit, limit + 1, limit + 0.5],
  ),
  NaN,
  Infinity,
];
const texts = [0, 1, 40, 41, 100, 101, 200, 201, 1000, 1001].map((length) => '伞'.repeat(length));
const ids = ['12345', '123456', '1234567', '12345678', '1'.repeat(20), '1'.repeat(21), '1'.repeat(25), '1'.repeat(26)];
const buyers = [
  { display: null, key: null, quality: 'masked' },
  { display: 'a', key: 'a', quality: 'masked' },
  { display: null, key: null, quality: 'probable' },
  { display: '', key: null, quality: 'masked' },
  { display: 'a', key: 'k'.repeat(101), quality: 'stable' },
];

const coupon = {
  couponId: '1',
  name: '店铺券',
  scope: 'store',
  faceValueFen: 1500,
  thresholdFen: 8000,
  personLimit: 1,
  startsAt: PLACED_AT,
  endsAt: PLACED_AT,
  status: '领取中',
  totalCount: 1000,
  claimedCount: 0,
};
const review = {
  orderId: '3400000000000001',
  lineId: '1',
  rating: 'positive',
  text: '好',
  ratedAt: PLACED_AT,
  buyerKey: 'k',
};
const member = { buyer: stable('a'), level: '金牌', tradeCount: 1, tradeFen: 1, lastTradeAt: PLACED_AT };

const kinds: [string, RowKind<never>, z.ZodType, Record<string, unknown>][] = [
  ['a case', afterSaleRows, afterSaleSchema, makeAfterSale()],
  ['a review', reviewRows, reviewSchema, review],
  ['a coupon', couponRows, seenCouponSchema, coupon],
  ['a member', memberRows, memberSchema, member],
];

describe.each(kinds)('the problem of %s', (_, kind, schema, good) => {
  const bySchema = (value: unknown) => {
    const checked = schema.safeParse(value);
    return checked.success ? null : checked.error.issues[0]!.path.join(' ');
  };

  test('is none of a good one', () => {
    expect([kind.problemOf(good as never), bySchema(good)]).toEqual([null, null]);
  });

  test('is the one that the schema of the store finds', () => {
    const fields = Object.entries(good).map(([name, value]) => {
      const others =
        name === 'buyer' ? buyers : typeof value === 'number' ? [null, ...numbers] : [null, ...texts, ...ids];
      const isOpen = schema.safeParse({ ...good, [name]: null }).success;
      const wanted = others.filter((other) => other !== null || isOpen);
      const isWords = name === 'rating' || name === 'scope' || (name === 'status' && 'caseId' in good);
      return [name, isWords ? [value] : [value, ...wanted]] as const;
    });
    const rows = fc.record(Object.fromEntries(fields.map(([name, values]) => [name, mostlyFirst(values)])));
    fc.assert(
      fc.property(rows, (row) => {
        expect(kind.problemOf(row as never)).toBe(bySchema(row));
      }),
      { numRuns: 2000 },
    );
  });
});

function mostlyFirst(values: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(values[0]) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );
}

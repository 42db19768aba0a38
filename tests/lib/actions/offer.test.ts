import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { breakEvenOf, effectiveDiscount, savedShare } from '../../../lib/actions/offer.ts';
import { offerSchema, type Offer } from '../../../lib/actions/offer-schema.ts';

const coupon = (thresholdYuan: number, faceValueYuan: number): Offer => ({
  kind: 'coupon',
  thresholdFen: thresholdYuan * 100,
  faceValueFen: faceValueYuan * 100,
  validDays: null,
});

describe('an offer at its own threshold gives what the practice says', () => {
  test.each([
    ['ACT-01', '满100减20', coupon(100, 20), 0.2],
    ['ACT-04', '满80减15', coupon(80, 15), 0.1875],
    ['ACT-06', '满50减20', coupon(50, 20), 0.4],
    ['ACT-07', '满100减50', coupon(100, 50), 0.5],
    ['ACT-15', '满200减20', coupon(200, 20), 0.1],
  ])('%s %s', (_, _label, offer, share) => {
    const thresholdFen = offer.kind === 'coupon' ? offer.thresholdFen : 0;
    expect(effectiveDiscount(offer, thresholdFen).share).toBe(share);
  });

  test('ACT-05 9折, at every basket', () => {
    expect(effectiveDiscount({ kind: 'rate', rate: 0.9 }, 8_000)).toEqual({
      basketFen: 8_000,
      savedFen: 800,
      share: 0.1,
      shortOfThresholdFen: 0,
    });
  });
});

describe('a coupon at the own basket', () => {
  test('is worth less in a larger one', () => {
    expect(effectiveDiscount(coupon(80, 15), 20_000)).toEqual({
      basketFen: 20_000,
      savedFen: 1_500,
      share: 0.075,
      shortOfThresholdFen: 0,
    });
  });

  test('says how much is missing in a smaller one, and counts at the threshold', () => {
    expect(effectiveDiscount(coupon(80, 15), 5_000)).toEqual({
      basketFen: 8_000,
      savedFen: 1_500,
      share: 0.1875,
      shortOfThresholdFen: 3_000,
    });
  });

  test('without a threshold never gives more than the basket', () => {
    expect(effectiveDiscount(coupon(0, 50), 3_000)).toMatchObject({
      savedFen: 3_000,
      share: 1,
      shortOfThresholdFen: 0,
    });
    expect(effectiveDiscount(coupon(0, 50), 12_500)).toMatchObject({ savedFen: 5_000, share: 0.4 });
  });
});

test('whatever the offer and the basket, a discount lies between nothing and all, in whole fen', () => {
  const anyFen = fc.integer({ min: 1, max: 1_000_000 });
  const anyOffer: fc.Arbitrary<Offer> = fc.oneof(
    fc.record({
      kind: fc.constant('coupon' as const),
      thresholdFen: fc.nat(1_000_000),
      faceValueFen: anyFen,
      validDays: fc.constant(null),
    }),
    fc.record({ kind: fc.constant('rate' as const), rate: fc.double({ min: 0.01, max: 0.99, noNaN: true }) }),
  );
  fc.assert(
    fc.property(anyOffer, anyFen, (offer, basketFen) => {
      expect(offerSchema.safeParse(offer).success).toBe(true);
      const discount = effectiveDiscount(offer, basketFen);
      expect(discount.share).toBeGreaterThanOrEqual(0);
      expect(discount.share).toBeLessThanOrEqual(1);
      expect(discount.savedFen).toBeLessThanOrEqual(discount.basketFen);
      for (const fen of [discount.basketFen, discount.savedFen, discount.shortOfThresholdFen]) expect(fen % 1).toBe(0);
    }),
  );
});

test.each([
  { kind: 'rate', rate: 1 },
  { kind: 'rate', rate: 0 },
  { kind: 'coupon', thresholdFen: 0, faceValueFen: 0, validDays: 3 },
  { kind: 'gift' },
])('%j is no offer', (offer) => {
  expect(offerSchema.safeParse(offer).success).toBe(false);
});

describe('an offer pays', () => {
  const discount = { basketFen: 10_000, savedFen: 2_000, share: 0.2, shortOfThresholdFen: 0 };

  test('from the extra chance on that makes up for those who would have bought anyway', () => {
    const { chance, uplift } = breakEvenOf(discount, 30)!;
    expect(chance).toBe(0.3);
    expect(uplift).toBeCloseTo(0.075, 12);
    expect((chance + uplift!) * (discount.basketFen - discount.savedFen)).toBeCloseTo(chance * discount.basketFen, 9);
  });

  test('at once with who would never have come, and never with who comes anyway', () => {
    expect(breakEvenOf(discount, 0)!.uplift).toBe(0);
    expect(breakEvenOf(discount, 90)!.uplift).toBeNull();
    expect(breakEvenOf({ ...discount, savedFen: 10_000 }, 10)!.uplift).toBeNull();
  });

  test('nobody knows when, while the chance to return is not known', () => {
    expect(breakEvenOf(discount, null)).toBeNull();
  });
});

test('the share told for many at once is that of the discount', () => {
  const anyOffer = fc.oneof(
    fc.record({
      kind: fc.constant('coupon' as const),
      thresholdFen: fc.integer({ min: 0, max: 50_000 }),
      faceValueFen: fc.integer({ min: 1, max: 50_000 }),
      validDays: fc.constant(null),
    }),
    fc.record({ kind: fc.constant('rate' as const), rate: fc.double({ min: 0.01, max: 0.99, noNaN: true }) }),
  );
  fc.assert(
    fc.property(anyOffer, fc.integer({ min: 1, max: 500_000 }), (offer, basketFen) => {
      expect(savedShare(offer, basketFen)).toBe(effectiveDiscount(offer, basketFen).share);
    }),
  );
});

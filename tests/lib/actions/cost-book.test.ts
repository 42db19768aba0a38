import { describe, expect, test } from 'vitest';
import { basketMarginOf, offerMarginOf } from '../../../lib/actions/basket-margin.ts';
import { costBookOf } from '../../../lib/actions/cost-book.ts';
import { effectiveDiscount } from '../../../lib/actions/offer.ts';
import { marginLimits } from '../../../lib/rules/offers.ts';
import { makeItem, makeOrder } from '../../support/make-order.ts';

const book = costBookOf([
  [
    { skuId: '1001', title: null, costFen: 4_000 },
    { skuId: null, title: '纯棉 四件套', costFen: 6_000 },
  ],
]);

describe('the cost of an article', () => {
  test.each([
    [{ skuId: '1001', title: '纯棉四件套' }, 4_000],
    [{ skuId: '9', title: '纯棉　四件套 ' }, 6_000],
    [{ skuId: null, title: '棉袜' }, null],
  ])('%j is %s', (item, costFen) => {
    expect(book.costOf(item)).toBe(costFen);
  });

  test('is what the newest list says', () => {
    const newer = costBookOf([[{ skuId: '1', title: null, costFen: 1 }], [{ skuId: '1', title: null, costFen: 2 }]]);
    expect(newer.costOf({ skuId: '1', title: '' })).toBe(2);
  });
});

describe("a basket's margin", () => {
  const known = makeItem({ skuId: '1001', quantity: 2 });
  const unknown = makeItem({ title: '棉袜', unitPriceFen: 5_000 });
  const marginOf = (...orders: Parameters<typeof makeOrder>[0][]) =>
    basketMarginOf(orders.map(makeOrder), book, marginLimits);

  test('is of the lines whose cost is known, and says how much they are of all', () => {
    expect(marginOf({ amountFen: 25_000, items: [known, unknown] })).toEqual({ share: 0.6, coverage: 0.8 });
  });

  test('counts what was paid, where something was taken off the whole order', () => {
    expect(marginOf({ amountFen: 16_000, items: [known] })!.share).toBeCloseTo(0.5, 10);
  });

  test('does not count freight as paid for goods', () => {
    expect(marginOf({ amountFen: 17_000, freightFen: 1_000, items: [known] })!.share).toBeCloseTo(0.5, 10);
  });

  test('leaves out what was given back or cancelled', () => {
    const back = makeItem({ skuId: '1001', unitPriceFen: 1, afterSale: 'refunded' });
    expect(marginOf({ amountFen: 20_001, items: [known, back] }, { orderId: '2', status: 'cancelled' })).toMatchObject({
      coverage: 1,
    });
  });

  test('is not told with costs of less than half of it, and not at all without any', () => {
    const large = makeItem({ title: '棉袜', unitPriceFen: 30_000 });
    expect(marginOf({ amountFen: 50_000, items: [known, large] })).toEqual({ share: null, coverage: 0.4 });
    expect(marginOf({ items: [unknown] })).toBeNull();
    expect(marginOf({ items: [{ ...known, unitPriceFen: null }] })).toBeNull();
  });
});

describe('an offer', () => {
  const at = (faceValueFen: number, share: number, returnPercent: number | null = 20) =>
    offerMarginOf(
      effectiveDiscount({ kind: 'coupon', thresholdFen: 5_000, faceValueFen, validDays: null }, 10_000),
      { share, coverage: 0.8 },
      returnPercent,
    )!;

  test('takes what it saves out of the margin', () => {
    expect(at(2_000, 0.5)).toMatchObject({ beforeFen: 5_000, afterFen: 3_000, afterShare: 0.375, coverage: 0.8 });
  });

  test('pays from the returns on at which the margin is what it would have been', () => {
    const { chance, uplift } = at(2_000, 0.5).breakEven!;
    expect((chance + uplift!) * 3_000).toBeCloseTo(chance * 5_000, 8);
    expect(at(2_000, 0.5, null).breakEven).toBeNull();
  });

  test('under cost never pays', () => {
    expect(at(2_000, 0.2).breakEven!.uplift).toBeNull();
    expect(at(2_000, 0.1)).toMatchObject({ afterFen: -1_000, breakEven: { uplift: null } });
  });
});

import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { MAX_FEN } from '../../../../lib/model/money.ts';
import {
  itemAfterSaleSchema,
  orderSchema,
  orderStatusSchema,
  type Order,
  type OrderItem,
} from '../../../../lib/model/order.ts';
import { orderProblem } from '../../../../lib/platforms/reading/order-problem.ts';
import { makeItem, makeOrder } from '../../../support/make-order.ts';

/** What the schema of the store says of it, in the words of the reader. */
function problemBySchema(order: Order): string | null {
  const checked = orderSchema.safeParse(order);
  return checked.success ? null : checked.error.issues[0]!.path.join(' ');
}

const wholeNear = (...limits: number[]) =>
  fc.oneof(
    fc.constantFrom(...limits.flatMap((limit) => [limit - 1, limit, limit + 1, limit + 0.5]), NaN, Infinity),
    fc.integer(),
  );
const textNear = (...lengths: number[]) =>
  fc
    .constantFrom(...lengths.flatMap((length) => [Math.max(0, length - 1), length, length + 1]))
    .map((n) => '伞'.repeat(n));
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
/** Mostly `good`, so that one bad value in an otherwise good order is frequent. */
const mostly = <Value>(good: Value, any: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: any });

const good = makeOrder();
const times = wholeNear(Date.UTC(2003, 0, 1), Date.UTC(2100, 0, 1));
const amounts = orNull(wholeNear(0, MAX_FEN));
const item: fc.Arbitrary<OrderItem> = fc.record({
  title: mostly('纯棉四件套', textNear(0, 1, 500)),
  quantity: mostly(1, wholeNear(1, 1_000_000)),
  unitPriceFen: mostly<number | null>(10_000, amounts),
  skuId: mostly<string | null>(null, orNull(textNear(0, 40))),
  afterSale: fc.constantFrom(...itemAfterSaleSchema.options),
});
const order: fc.Arbitrary<Order> = fc.record({
  orderId: mostly(good.orderId, fc.constantFrom('', '1', '1'.repeat(20), '1'.repeat(21), '1234567x', '')),
  placedAt: mostly(good.placedAt, times),
  paidAt: mostly<number | null>(null, orNull(times)),
  status: fc.constantFrom(...orderStatusSchema.options),
  amountFen: mostly<number | null>(10_000, amounts),
  freightFen: mostly<number | null>(null, amounts),
  buyer: mostly(
    good.buyer,
    fc.record({
      display: orNull(textNear(0, 1, 100)),
      key: orNull(textNear(0, 1, 100)),
      quality: fc.constantFrom('stable', 'probable', 'masked'),
    }),
  ),
  items: mostly([makeItem()], fc.array(item, { maxLength: 3 })),
});

describe('the problem of an order', () => {
  test('is the one that the schema of the store finds', () => {
    fc.assert(
      fc.property(order, (each) => {
        expect(orderProblem(each)).toBe(problemBySchema(each));
      }),
      { numRuns: 3000 },
    );
  });

  test('is too many lines, too', () => {
    const many = (count: number) => ({ ...good, items: Array.from({ length: count }, () => makeItem()) });
    expect([orderProblem(many(500)), orderProblem(many(501))]).toEqual([null, 'items']);
    expect([problemBySchema(many(500)), problemBySchema(many(501))]).toEqual([null, 'items']);
  });
});

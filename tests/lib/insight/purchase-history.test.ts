import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { summarise as summariseWith, type TitleReader } from '../../../lib/insight/purchase-history.ts';
import type { OrderStatus } from '../../../lib/model/order.ts';
import type { OrderCases, OrderWithCases } from '../../../lib/model/order-cases.ts';
import { DAY_MS, dayOf } from '../../../lib/model/shanghai-time.ts';
import { PLACED_AT, makeItem, makeOrder, makeOrders } from '../../support/make-order.ts';

const placedDay = dayOf(PLACED_AT);

const silentTitles: TitleReader = { categoryOf: () => null, supplyDaysOf: () => null };
const summarise = (orders: readonly OrderWithCases[], titles = silentTitles) => summariseWith(orders, titles);

describe('an order is revenue', () => {
  test.each<[OrderStatus, number | null, number]>([
    ['unpaid', null, 0],
    ['paid', null, 1],
    ['onHold', null, 1],
    ['shipped', null, 1],
    ['completed', null, 1],
    ['cancelled', null, 0],
    ['cancelled', PLACED_AT + 60_000, 0],
    ['unknown', null, 0],
    ['unknown', PLACED_AT + 60_000, 1],
  ])('when it is %s, paid at %s: %i purchases', (status, paidAt, purchases) => {
    const history = summarise([makeOrder({ status, paidAt })]);
    expect(history.purchases).toHaveLength(purchases);
    expect(history.orderCount).toBe(1);
    expect(history.cancelledCount).toBe(status === 'cancelled' ? 1 : 0);
  });

  test.each(['refunded', 'cancelled'] as const)('no more when every line is %s', (afterSale) => {
    const history = summarise([makeOrder({ items: [makeItem({ afterSale }), makeItem({ afterSale })] })]);
    expect(history.purchases).toEqual([]);
  });

  test('also when its lines are not shown', () => {
    expect(summarise([makeOrder({ items: [] })]).purchases).toEqual([{ day: placedDay, amountFen: 10_000, pieces: 0 }]);
  });
});

describe('the amount of a purchase', () => {
  test('is net of refunded lines, pieces counted', () => {
    const items = [
      makeItem({ quantity: 2, unitPriceFen: 1_500, afterSale: 'refunded' }),
      makeItem({ unitPriceFen: 2_000, afterSale: 'cancelled' }),
      makeItem({ unitPriceFen: 5_000, afterSale: 'requested' }),
    ];
    expect(summarise([makeOrder({ amountFen: 10_000, items })]).purchases).toEqual([
      { day: placedDay, amountFen: 5_000, pieces: 1 },
    ]);
  });

  test('carries its share of a coupon on the whole order: what was given back gave back no more than was paid for it', () => {
    const items = [
      makeItem({ quantity: 1, unitPriceFen: 6_000, afterSale: 'refunded' }),
      makeItem({ quantity: 2, unitPriceFen: 2_000 }),
    ];
    // 100 yuan of goods were paid with 80, freight of 5 on top.
    const order = makeOrder({ amountFen: 8_500, freightFen: 500, items });
    expect(summarise([order]).purchases[0]).toMatchObject({ amountFen: 8_500 - 4_800, pieces: 2 });
  });

  test('is never below nothing', () => {
    const items = [makeItem({ unitPriceFen: 20_000, afterSale: 'refunded' }), makeItem({ unitPriceFen: 0 })];
    expect(summarise([makeOrder({ amountFen: 15_000, items })]).purchases).toEqual([
      { day: placedDay, amountFen: 0, pieces: 1 },
    ]);
  });

  test('is not known where the column was switched off', () => {
    expect(summarise([makeOrder({ amountFen: null })]).purchases[0]!.amountFen).toBeNull();
  });

  test('is not known where the price of a refunded line is not', () => {
    const items = [makeItem({ unitPriceFen: null, afterSale: 'refunded' }), makeItem()];
    expect(summarise([makeOrder({ items })]).purchases[0]!.amountFen).toBeNull();
  });

  test('is known though the price of a line that was kept is not', () => {
    expect(summarise([makeOrder({ items: [makeItem({ unitPriceFen: null })] })]).purchases[0]!.amountFen).toBe(10_000);
  });
});

describe('one Shanghai day', () => {
  const lateEvening = Date.parse('2026-08-06T23:59:59+08:00');
  const [first, second] = makeOrders(2);

  test('is one purchase, however many orders', () => {
    const history = summarise([
      { ...first!, placedAt: lateEvening },
      { ...second!, placedAt: lateEvening - DAY_MS + 1_000 },
    ]);
    expect(history.purchases).toMatchObject([{ day: dayOf(lateEvening), amountFen: 20_000 }]);
    expect(history.orderCount).toBe(2);
  });

  test('ends at midnight in Shanghai, which is 16:00 UTC', () => {
    const history = summarise([
      { ...first!, placedAt: lateEvening },
      { ...second!, placedAt: lateEvening + 1_000 },
    ]);
    expect(history.purchases.map(({ day }) => day)).toEqual([dayOf(lateEvening), dayOf(lateEvening) + 1]);
  });

  test('is the day of payment where that is known', () => {
    const history = summarise([makeOrder({ placedAt: lateEvening, paidAt: lateEvening + 60_000 })]);
    expect(history.purchases[0]!.day).toBe(dayOf(lateEvening) + 1);
  });

  test.each([
    [10_000, null],
    [null, 10_000],
  ])('with amounts %s and %s has an amount that is not known', (one, other) => {
    expect(
      summarise([
        { ...first!, amountFen: one },
        { ...second!, amountFen: other },
      ]).purchases,
    ).toMatchObject([{ day: placedDay, amountFen: null }]);
  });
});

test('open and refunded after-sales are counted by order', () => {
  const requested = makeItem({ afterSale: 'requested' });
  const refunded = makeItem({ afterSale: 'refunded' });
  const history = summarise(
    makeOrders(3, (index) => ({
      items: [[requested, requested, refunded], [refunded, makeItem()], [makeItem()]][index]!,
    })),
  );
  expect(history.openAfterSales).toBe(1);
  expect(history.refundedOrders).toBe(2);
});

test('the last item is that of the newest purchase, not of the newest order', () => {
  const history = summarise([
    makeOrder({ items: [makeItem({ title: '枕头' })] }),
    makeOrder({ placedAt: PLACED_AT - DAY_MS, items: [makeItem({ title: '床单' })] }),
    makeOrder({ placedAt: PLACED_AT + DAY_MS, status: 'cancelled', items: [makeItem({ title: '被子' })] }),
  ]);
  expect(history.lastItemTitle).toBe('枕头');
  expect(summarise([]).lastItemTitle).toBeNull();
});

test('the order in which orders are read does not matter', () => {
  const orders = makeOrders(6, (index) => ({
    placedAt: PLACED_AT + (index % 4) * DAY_MS + index,
    amountFen: index * 100,
  }));
  const expected = summarise(orders);
  fc.assert(
    fc.property(fc.shuffledSubarray(orders, { minLength: orders.length }), (shuffled) => {
      expect(summarise(shuffled)).toEqual(expected);
    }),
  );
  expect(expected.purchases.map(({ day }) => day)).toEqual([0, 1, 2, 3].map((days) => placedDay + days));
});

describe('titles', () => {
  const titles: TitleReader = {
    categoryOf: (title) => ({ 面膜: 0, 猫粮: 4 })[title] ?? null,
    supplyDaysOf: (title, quantity) => (title === '猫粮' ? 20 * quantity : null),
  };
  const orders = (...bought: string[]) =>
    makeOrders(bought.length, (index) => ({ items: [makeItem({ title: bought[index]!, quantity: 2 })] }));

  test('tell what is bought most often', () => {
    expect(summarise(orders('猫粮', '面膜', '猫粮', '纸箱'), titles).category).toBe(4);
  });

  test('tell nothing when two are as frequent, or none is known', () => {
    expect(summarise(orders('猫粮', '面膜'), titles).category).toBeNull();
    expect(summarise(orders('纸箱'), titles).category).toBeNull();
  });

  test('tell how long the newest purchase lasts', () => {
    const [old, recent] = orders('猫粮', '面膜');
    expect(summarise([{ ...old!, placedAt: PLACED_AT + DAY_MS }, recent!], titles).supplyDays).toBe(40);
    expect(summarise([old!, { ...recent!, placedAt: PLACED_AT + DAY_MS }], titles).supplyDays).toBeNull();
  });
});

test('one more order never lowers the number of purchases', () => {
  const order = fc.record({ days: fc.integer({ min: 0, max: 40 }), refunded: fc.boolean(), paid: fc.boolean() });
  fc.assert(
    fc.property(fc.array(order, { maxLength: 12 }), order, (some, one) => {
      const all = makeOrders(some.length + 1, (index) => {
        const { days, refunded, paid } = [...some, one][index]!;
        return {
          placedAt: PLACED_AT + days * DAY_MS,
          status: paid ? 'completed' : 'cancelled',
          items: [makeItem({ afterSale: refunded ? 'refunded' : 'none' })],
        };
      });
      expect(summarise(all).purchases.length).toBeGreaterThanOrEqual(summarise(all.slice(0, -1)).purchases.length);
    }),
  );
});

describe('the cases of an order', () => {
  const withCases = (cases: OrderCases, changes: Partial<OrderWithCases> = {}): OrderWithCases =>
    Object.assign(makeOrder(changes), { cases });
  const refundedLine = [makeItem({ unitPriceFen: 3_000, afterSale: 'refunded' }), makeItem({ unitPriceFen: 7_000 })];

  test('that were refunded are taken off, and one refund that the line shows as well is taken off once', () => {
    const refunded = withCases({ open: 0, refunded: 1, refundedFen: 3_000 });
    expect(summarise([refunded]).purchases).toMatchObject([{ amountFen: 7_000 }]);
    expect(
      summarise([withCases({ open: 0, refunded: 1, refundedFen: 3_000 }, { items: refundedLine })]).purchases,
    ).toMatchObject([{ amountFen: 7_000 }]);
  });

  test('that paid everything back leave no purchase', () => {
    const history = summarise([withCases({ open: 0, refunded: 2, refundedFen: 10_000 })]);
    expect(history).toMatchObject({ purchases: [], refundedOrders: 1, lastRefundDay: placedDay });
  });

  test('of an amount that no page showed leave the net amount unknown', () => {
    expect(summarise([withCases({ open: 0, refunded: 1, refundedFen: null })]).purchases).toMatchObject([
      { amountFen: null },
    ]);
  });

  test('that are open count as one dispute with the line that says so, too', () => {
    const requested = [makeItem({ afterSale: 'requested' })];
    expect(summarise([withCases({ open: 2, refunded: 0, refundedFen: 0 }, { items: requested })]).openAfterSales).toBe(
      1,
    );
    expect(summarise([withCases({ open: 0, refunded: 0, refundedFen: 0 })]).openAfterSales).toBe(0);
  });
});

describe('what an export says was paid back', () => {
  test.each<[number | undefined, OrderCases | undefined, number | null]>([
    [undefined, undefined, 10_000],
    [0, undefined, 10_000],
    [3000, undefined, 7000],
    // One refund that both tell of.
    [3000, { open: 0, refunded: 1, refundedFen: 3000 }, 7000],
    [3000, { open: 0, refunded: 1, refundedFen: 4000 }, 6000],
    [3000, { open: 0, refunded: 1, refundedFen: null }, 7000],
    [undefined, { open: 0, refunded: 1, refundedFen: null }, null],
  ])('%j beside cases %j leaves %j', (refundedFen, cases, amountFen) => {
    const order = {
      ...makeOrder(),
      ...(refundedFen === undefined ? {} : { refundedFen }),
      ...(cases ? { cases } : {}),
    };
    expect(summarise([order]).purchases).toMatchObject([{ amountFen }]);
    expect(summarise([order]).refundedOrders).toBe((refundedFen ?? 0) + (cases?.refunded ?? 0) > 0 ? 1 : 0);
  });

  test('in full is no purchase', () => {
    expect(summarise([{ ...makeOrder(), refundedFen: 10_000 }]).purchases).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { unnamedShopId } from '../../../lib/pipeline/resolve-shop.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { dirtyIds } from '../../support/dirty-ids.ts';
import { PLACED_AT, makeOrder, makeOrders, masked, probable, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { readColumns } from '../../support/read-columns.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { watchWrites } from '../../support/test-database.ts';

const HOUR_MS = 3_600_000;
const shopB = [{ kind: 'account' as const, value: 'shop_b' }];
const noShop = { shopHints: [] };
const later = { observedAt: PLACED_AT + 5 * HOUR_MS };

describe('a page read for the first time', () => {
  test('is stored: orders, their buyers, whose profiles to compute, and what was seen when', async () => {
    const { db, ingest } = await openPipeline();
    const result = await ingest(makeReport(makeOrders(3)));
    expect(result).toMatchObject({ newOrders: 3, changedOrders: 0, rejects: [] });

    const orders = await db.orders.toArray();
    expect(orders.map(({ id }) => id)).toEqual(makeOrders(3).map(({ orderId }) => `jd:${orderId}`));
    expect(orders[0]).toMatchObject({
      shopId: result.shop.shopId,
      reversedId: '1000000000000903',
      seenAt: PLACED_AT + HOUR_MS,
    });
    const customers = await db.customers.toArray();
    expect(customers.map(({ display }) => display).toSorted()).toEqual(['buyer_0', 'buyer_1', 'buyer_2']);
    expect(await dirtyIds(db)).toEqual(customers.map(({ customerId }) => customerId).toSorted());
    expect(await db.captures.toArray()).toEqual([
      {
        id: `${result.shop.shopId}|order-list|${dayOf(PLACED_AT)}`,
        shopId: result.shop.shopId,
        page: 'order-list',
        day: dayOf(PLACED_AT),
        firstAt: PLACED_AT + HOUR_MS,
        lastAt: PLACED_AT + HOUR_MS,
        newOrders: 3,
        changedOrders: 0,
        rejects: {},
      },
    ]);
  });

  test('names its customers by ids that say nothing about them', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder({ buyer: stable('13800138000_p') })]));
    const [customer] = await db.customers.toArray();
    expect(customer!.customerId).toMatch(/^[0-9a-f]{32}$/);
  });

  test('with one order twice stores it once, in its later state', async () => {
    const { db, ingest } = await openPipeline();
    const rows = [makeOrder({ status: 'shipped' }), makeOrder({ status: 'paid' })];
    expect(await ingest(makeReport(rows))).toMatchObject({ newOrders: 1, changedOrders: 0 });
    expect(await db.orders.toArray()).toMatchObject([{ status: 'shipped' }]);
  });
});

describe('a page read again', () => {
  test('that says the same writes nothing at all', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport(makeOrders(5)));
    const writes = watchWrites(db);
    await takeIn(makeReport(makeOrders(5), later));
    expect(writes).toEqual([]);
  });

  test('that names no shop writes nothing the second time either', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport(makeOrders(5), noShop));
    const writes = watchWrites(db);
    await takeIn(makeReport(makeOrders(5), { ...noShop, ...later }));
    expect(writes).toEqual([]);
  });

  test('that shows a later state updates that order alone', async () => {
    const { db, ingest } = await openPipeline();
    const [first, second] = makeOrders(2);
    await ingest(makeReport([first!, second!]));
    await db.dirtyLists.clear();
    const result = await ingest(makeReport([first!, { ...second!, status: 'shipped' }], later));
    expect(result).toMatchObject({ newOrders: 0, changedOrders: 1 });
    expect((await db.orders.toArray()).map(({ status }) => status)).toEqual(['paid', 'shipped']);
    expect(await dirtyIds(db)).toHaveLength(1);
    expect(await db.captures.toArray()).toMatchObject([{ newOrders: 2, changedOrders: 1, lastAt: later.observedAt }]);
  });

  test('that shows an earlier state, late, changes nothing', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder({ status: 'completed' })]));
    const before = await db.orders.toArray();
    const result = await ingest(makeReport([makeOrder({ status: 'paid' })], later));
    expect(result).toMatchObject({ newOrders: 0, changedOrders: 0 });
    expect(await db.orders.toArray()).toEqual(before);
  });

  test('in whatever order its states arrive ends the same', async () => {
    const seen = (['unpaid', 'paid', 'shipped'] as const).map((status, index) =>
      makeReport([makeOrder({ status })], { observedAt: PLACED_AT + index * HOUR_MS }),
    );
    const ends = [];
    for (const arrival of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ]) {
      const { db, ingest } = await openPipeline();
      for (const index of arrival) await ingest(seen[index]!);
      ends.push((await db.orders.toArray()).map(({ status, seenAt }) => ({ status, seenAt })));
    }
    expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(1);
    expect(ends[0]).toEqual([{ status: 'shipped', seenAt: PLACED_AT + 2 * HOUR_MS }]);
  });
});

describe('rows are checked one by one', () => {
  test('one broken among twenty leaves nineteen, and is named', async () => {
    const { db, ingest } = await openPipeline();
    const rows: unknown[] = makeOrders(20);
    rows[7] = { ...(rows[7] as object), amountFen: 12.5 };
    const result = await ingest(makeReport([], { orders: rows }));
    expect(result).toMatchObject({ newOrders: 19 });
    expect(result.rejects).toEqual([{ what: expect.stringContaining('amountFen') }]);
    expect(await db.orders.count()).toBe(19);
    expect(Object.keys((await db.captures.toArray())[0]!.rejects)).toEqual([result.rejects[0]!.what]);
  });

  test.each([[null], ['text'], [42], [[]], [{}], [{ orderId: '1'.repeat(5_000) }], [{ __proto__: null }]])(
    'a row that is %j is a reject',
    async (row) => {
      const { db, ingest } = await openPipeline();
      const { rejects } = await ingest(makeReport([makeOrder()], { orders: [makeOrder(), row] }));
      expect(rejects).toHaveLength(1);
      expect(rejects[0]!.what.length).toBeLessThanOrEqual(120);
      expect(await db.orders.count()).toBe(1);
    },
  );

  test("the page's own rejects are kept beside them, and counted by name", async () => {
    const { db, ingest } = await openPipeline();
    const pageRejects = [
      { what: 'amount', row: 2 },
      { what: 'amount', row: 5 },
      { what: 'constructor', row: 6 },
    ];
    const result = await ingest(makeReport([makeOrder()], { rejects: pageRejects }));
    expect(result.rejects).toEqual(pageRejects);
    expect((await db.captures.toArray())[0]!.rejects).toEqual({ amount: 2, constructor: 1 });
  });
});

describe('shops and platforms are kept apart', () => {
  test('one order id on both platforms is two orders', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder()]));
    await ingest(makeReport([makeOrder()], { platform: 'taobao' }));
    expect((await db.orders.toArray()).map(({ id }) => id)).toEqual(['jd:3090112233448831', 'taobao:3090112233448831']);
    expect(await db.shops.count()).toBe(2);
    expect(await db.customers.count()).toBe(2);
  });

  test('one pin in two shops is two customers', async () => {
    const { db, ingest } = await openPipeline();
    const [first, second] = makeOrders(2, () => ({ buyer: stable('wd_sunshine') }));
    await ingest(makeReport([first!]));
    await ingest(makeReport([second!], { shopHints: shopB }));
    const customers = await db.customers.toArray();
    expect(customers.map(({ display }) => display)).toEqual(['wd_sunshine', 'wd_sunshine']);
    expect(new Set(customers.map(({ customerId }) => customerId)).size).toBe(2);
  });

  test('an order of one shop is refused on a page of another, by its tail', async () => {
    const { db, ingest } = await openPipeline();
    const { shop } = await ingest(makeReport([makeOrder()]));
    const result = await ingest(makeReport([makeOrder({ status: 'shipped' })], { shopHints: shopB, ...later }));
    expect(result).toMatchObject({ newOrders: 0, changedOrders: 0 });
    expect(result.rejects).toEqual([{ what: 'order …8831 belongs to another shop' }]);
    expect(await db.orders.toArray()).toMatchObject([{ shopId: shop.shopId, status: 'paid' }]);
  });
});

describe('a buyer of whom only a mask is seen', () => {
  test('is counted and is nobody in particular', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport(makeOrders(2, () => ({ buyer: masked }))));
    expect((await db.orders.toArray()).map(({ customerId }) => customerId)).toEqual([null, null]);
    expect(await db.customers.count()).toBe(0);
    expect(await db.dirtyLists.count()).toBe(0);
  });

  test('becomes a customer when a page says who it is', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder({ buyer: masked })]));
    expect(await ingest(makeReport([makeOrder()], later))).toMatchObject({ newOrders: 0, changedOrders: 1 });
    const [customer] = await db.customers.toArray();
    expect(customer).toMatchObject({ display: 'wd_sunshine', quality: 'stable' });
    expect(await db.orders.toArray()).toMatchObject([
      { customerId: customer!.customerId, buyer: stable('wd_sunshine') },
    ]);
    expect(await dirtyIds(db)).toEqual([customer!.customerId]);
  });
});

describe('a buyer once known', () => {
  test.each([
    ['mask', masked],
    ['nick', probable('阳光')],
    ['switched-off column', { display: null, key: null, quality: 'masked' as const }],
  ])('stays the same customer after a %s', async (_, buyer) => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder()]));
    const [before] = await db.orders.toArray();
    await ingest(makeReport([makeOrder({ status: 'shipped', buyer })], later));
    expect(await db.orders.toArray()).toEqual([{ ...before!, status: 'shipped', seenAt: later.observedAt }]);
    expect(await db.customers.toArray()).toMatchObject([{ display: 'wd_sunshine', quality: 'stable' }]);
  });

  test('by an id is a customer though the page masks the nick', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder({ buyer: { display: 'w**', key: '2208001', quality: 'stable' } })]));
    expect(await db.customers.toArray()).toMatchObject([{ display: 'w**', quality: 'stable' }]);
  });

  test('by name keeps the name though another page masks it', async () => {
    const { db, ingest } = await openPipeline();
    const [first, second] = makeOrders(2, (index) => ({
      buyer: { display: ['sunshine', 's**'][index]!, key: '2208001', quality: 'stable' as const },
    }));
    await ingest(makeReport([first!]));
    await ingest(makeReport([second!], later));
    expect(await db.customers.toArray()).toMatchObject([{ display: 'sunshine', searchName: 'sunshine' }]);
  });

  test('by a nick becomes the one of the id, and the nick alone has no orders left', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder({ buyer: probable('阳光') })]));
    await takeIn(makeReport([makeOrder({ buyer: { display: '阳光', key: '2208001', quality: 'stable' } })], later));
    expect(await db.customers.toArray()).toMatchObject([{ display: '阳光', quality: 'stable' }]);
    expect(await readColumns(db)).toHaveLength(1);
  });
});

describe('an order first seen on a page that names no shop', () => {
  test('moves to the shop that a later page names, with its customer', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder()], noShop));
    expect(await db.orders.toArray()).toMatchObject([{ shopId: unnamedShopId('jd') }]);
    const { state } = await takeIn(makeReport([makeOrder()], later));
    expect(state.shopId).not.toBe(unnamedShopId('jd'));
    const [order] = await db.orders.toArray();
    expect(order!.shopId).toBe(state.shopId);
    expect(await db.customers.toArray()).toMatchObject([{ customerId: order!.customerId, shopId: state.shopId }]);
    expect(await readColumns(db)).toMatchObject([{ customerId: order!.customerId, shopId: state.shopId }]);
  });

  test('moves as the customer who was known, though the later page shows a mask', async () => {
    const { db, ids, takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder()], noShop));
    const { state } = await takeIn(makeReport([makeOrder({ buyer: masked })], later));
    const customerId = await ids.of(state.shopId!, stable('wd_sunshine'));
    expect(await db.orders.toArray()).toMatchObject([{ customerId, buyer: stable('wd_sunshine') }]);
    expect(await db.customers.toCollection().primaryKeys()).toEqual([customerId]);
  });

  test('does not move back', async () => {
    const { db, ingest } = await openPipeline();
    const { shop } = await ingest(makeReport([makeOrder()]));
    const { rejects } = await ingest(makeReport([makeOrder()], { ...noShop, ...later }));
    expect(await db.orders.toArray()).toMatchObject([{ shopId: shop.shopId }]);
    expect(rejects).toEqual([]);
  });
});

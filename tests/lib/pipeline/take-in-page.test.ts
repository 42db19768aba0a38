import { Dexie, type DBCore } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { DAY_MS, dayOf } from '../../../lib/model/shanghai-time.ts';
import type { ColumnChunkRecord } from '../../../lib/store/records.ts';
import { compactColumns, raiseMark } from '../../../lib/pipeline/columns.ts';
import { takeInPage } from '../../../lib/pipeline/take-in-page.ts';
import { maintain } from '../../../lib/pipeline/maintain.ts';
import { readLedger } from '../../../lib/views/shops/shop-ledger.ts';
import { dirtyIds } from '../../support/dirty-ids.ts';
import { makeOrder, makeOrders, masked, PLACED_AT, stable } from '../../support/make-order.ts';
import { makeChat, makeChatReport, makeReport, type KnownReport } from '../../support/make-report.ts';
import { readColumns } from '../../support/read-columns.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { watchWrites, watchWritingTransactions } from '../../support/test-database.ts';

describe('how well a page is read', () => {
  const fields = (there: number): KnownReport['fields'] => ({ read: [20, 20], amount: [there, 20] });
  const visit = async (takeIn: Awaited<ReturnType<typeof openPipeline>>['takeIn'], daysLater: number, there: number) =>
    await takeIn(makeReport(makeOrders(20), { observedAt: PLACED_AT + daysLater * DAY_MS, fields: fields(there) }));

  test('stands beside what was usual on the days before', async () => {
    const { takeIn } = await openPipeline();
    for (const day of [1, 2, 3]) await visit(takeIn, day, 20);
    const { state } = await visit(takeIn, 4, 19);
    expect(state.fields).toContainEqual({ field: 'amount', there: 19, of: 20, usual: 1 });
    expect(state.layoutChanges).toEqual([]);
  });

  test('tells a column that is gone, though every row was read', async () => {
    const { takeIn } = await openPipeline();
    for (const day of [1, 2, 3]) await visit(takeIn, day, 20);
    const { state } = await visit(takeIn, 4, 0);
    const sinceDay = dayOf(PLACED_AT) + 4;
    expect(state.layoutChanges).toEqual([{ field: 'amount', there: 0, of: 20, usual: 1, sinceDay }]);
  });

  test('is counted once for every time a page is opened, not for every row that changes on it', async () => {
    const { db, takeIn } = await openPipeline();
    const orders = makeOrders(20);
    await takeIn(makeReport(orders, { fields: fields(20) }));
    await takeIn(makeReport(orders, { orders: [{ ...orders[0]!, status: 'shipped' }], fields: fields(20) }));
    const [capture] = await db.captures.toArray();
    expect(capture!.fields).toEqual({ read: [20, 20], amount: [20, 20] });
  });
});

describe('what a tab shows', () => {
  test('are its buyers in page order, each once, named for the screen', async () => {
    const { takeIn } = await openPipeline();
    const orders = makeOrders(4, (index) => ({
      buyer: [stable('wd_sunshine'), masked, stable('wd_sunshine'), masked][index]!,
    }));
    const { state } = await takeIn(makeReport(orders));
    const ids = orders.map(({ orderId }) => orderId);
    expect(state.buyers).toEqual([
      { customerId: expect.stringMatching(/^[0-9a-f]{32}$/), display: 'w***e', orderIds: [ids[0], ids[2]] },
      { customerId: null, display: '张**', orderIds: [ids[1]] },
      { customerId: null, display: '张**', orderIds: [ids[3]] },
    ]);
    expect(state).toMatchObject({ platform: 'jd', page: 'order-list', shopName: 'shop_a', problem: null, chat: null });
  });

  test('are also those whose rows did not change since the last report', async () => {
    const { takeIn } = await openPipeline();
    const orders = makeOrders(3);
    await takeIn(makeReport(orders));
    const { state, byOrderId } = await takeIn(makeReport(orders, { orders: [] }));
    expect(state.buyers).toHaveLength(3);
    expect(byOrderId.map(([orderId]) => orderId)).toEqual(orders.map(({ orderId }) => orderId));
  });

  test('never are those of another shop', async () => {
    const { takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder()]));
    const { state, byOrderId } = await takeIn(
      makeReport([makeOrder()], { shopHints: [{ kind: 'account', value: 'shop_b' }] }),
    );
    expect(state.buyers).toEqual([]);
    expect(byOrderId).toEqual([]);
    expect(state.rejects).toEqual([{ what: 'order …8831 belongs to another shop' }]);
  });

  test('are not counted as read when another shop has them, also when the page says nothing new', async () => {
    const { takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder()]));
    const shopB = { shopHints: [{ kind: 'account' as const, value: 'shop_b' }] };
    await takeIn(makeReport([makeOrder()], shopB));
    const { state } = await takeIn({ ...makeReport([makeOrder()], shopB), orders: [] });
    expect(state.health).toEqual({ rows: 1, read: 0 });
    expect(state.rejects).toEqual([{ what: 'order …8831 belongs to another shop' }]);
  });

  test('are tiered at once', async () => {
    const { takeIn } = await openPipeline();
    const { byOrderId } = await takeIn(makeReport([makeOrder()]));
    expect(byOrderId[0]![1].tiers[0]!.tier.id).toBe('newCustomer');
  });
});

test('a screen is shown who is there before their columns are worked out and anybody is tiered for the page', async () => {
  const { db, ids } = await openPipeline();
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  const models = () => asked.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'shopModels').length;
  let before: { dirty: number; models: number } | null = null;
  const report = makeReport(makeOrders(2));
  const { byOrderId } = await takeInPage(db, ids, report, report.observedAt, async ({ buyers }) => {
    expect(buyers).toHaveLength(2);
    before = { dirty: (await dirtyIds(db)).length, models: models() };
  });
  expect(before).toEqual({ dirty: 2, models: 0 });
  expect(await db.dirtyLists.count()).toBe(0);
  expect(byOrderId).toHaveLength(2);
  expect(models()).toBeGreaterThan(0);
});

describe("a chat's customer", () => {
  test('has the id of their orders', async () => {
    const { db, takeIn } = await openPipeline();
    const hints = { shopHints: [{ kind: 'vender' as const, value: '10001' }] };
    await takeIn(makeReport([makeOrder()], hints));
    const { state, byChatKey } = await takeIn(makeChatReport(['wd_sunshine', 'stranger']));
    const [customer] = await db.customers.toArray();
    expect(state.chat).toEqual({
      customerId: customer!.customerId,
      customerKey: 'wd_sunshine',
      display: 'w***e',
      settled: true,
      editor: true,
      messages: [],
    });
    expect(byChatKey.map(([key]) => key)).toEqual(['wd_sunshine']);
  });

  test('has an id before any order was seen', async () => {
    const { takeIn } = await openPipeline();
    expect((await takeIn(makeChatReport(['stranger']))).state.chat!.customerId).toMatch(/^[0-9a-f]{32}$/);
  });

  test('of whom only the nick is shown is whoever has that nick by an id, else the nick itself', async () => {
    const { db, takeIn } = await openPipeline();
    const nick = { display: '暖阳小栈', key: null };
    const history = (customer: typeof nick) =>
      makeChatReport([], { page: 'chat-history', chat: makeChat([], { customer, editor: false }) });
    const before = await takeIn(history(nick));
    expect(before.state.chat).toMatchObject({ customerKey: null, display: '暖***栈', editor: false });
    const buyer = { display: '暖阳小栈', key: '2300293456', quality: 'stable' as const };
    await takeIn(makeReport([makeOrder({ buyer })], { shopHints: [{ kind: 'vender', value: '10001' }] }));
    const [customer] = await db.customers.toArray();
    expect((await takeIn(history(nick))).state.chat!.customerId).toBe(customer!.customerId);
    expect(before.state.chat!.customerId).not.toBe(customer!.customerId);
    expect((await takeIn(history({ display: '暖**', key: null }))).state.chat).toBeNull();
  });

  test('is shown before anything is written, and without keeping the tables of orders and customers from whoever reads them', async () => {
    const begun = watchWritingTransactions();
    const { db, ids, takeIn } = await openPipeline();
    const vender = { kind: 'vender' as const, value: '10001' };
    await takeIn(makeReport([makeOrder()], { shopHints: [vender, { kind: 'account', value: 'shop_a' }] }));
    begun.splice(0);
    const report = makeChatReport(['wd_sunshine'], { shopHints: [vender] });
    await takeInPage(db, ids, report, report.observedAt, async () => expect(begun).toEqual([]));
    expect(begun.flat()).toContain('captures');
    expect(begun.flat()).not.toContain('orders');
    expect(begun.flat()).not.toContain('customers');
    expect(await db.captures.toArray()).toContainEqual(expect.objectContaining({ page: report.page }));
  });

  test('who is only a mask is nobody', async () => {
    const { takeIn } = await openPipeline();
    expect((await takeIn(makeChatReport(['w**']))).state.chat).toBeNull();
  });

  test('nobody being selected is null', async () => {
    const { takeIn } = await openPipeline();
    const chat = makeChat(['wd_sunshine'], { customer: null });
    expect((await takeIn(makeChatReport(['wd_sunshine'], { chat }))).state.chat).toBeNull();
  });

  test('has texts that never reach the disk', async () => {
    const { db, takeIn } = await openPipeline();
    const chat = makeChat(['wd_sunshine'], { messages: [{ from: 'buyer', text: '我的手机是13800138000' }] });
    const { state } = await takeIn(makeChatReport(['wd_sunshine'], { chat }));
    expect(state.chat!.messages).toHaveLength(1);
    for (const table of db.tables) expect(JSON.stringify(await table.toArray())).not.toContain('13800138000');
  });
});

describe('a page on which we fall silent', () => {
  test.each<[string, Partial<KnownReport> | { platform: null }]>([
    ['a login page', { page: 'blocked' }],
    ['a page that nobody reads', { page: 'unknown' }],
    ['a page of no platform', { platform: null }],
  ])('%s leaves no trace, whatever it says', async (_, changes) => {
    const { db, takeIn } = await openPipeline();
    const writes = watchWrites(db);
    const { state, byOrderId } = await takeIn({ ...makeReport([makeOrder()]), ...changes } as KnownReport);
    expect(writes).toEqual([]);
    expect(byOrderId).toEqual([]);
    expect(state).toMatchObject({ shopId: null, buyers: [], chat: null, problem: null });
  });
});

describe('a page that cannot be taken in', () => {
  test('because it shows two shops says so', async () => {
    const { takeIn } = await openPipeline();
    const hint = (value: string) => ({ kind: 'account' as const, value });
    const [first, second] = makeOrders(2);
    await takeIn(makeReport([first!], { shopHints: [hint('shop_a')] }));
    await takeIn(makeReport([second!], { shopHints: [hint('shop_b')] }));
    const { state } = await takeIn(makeReport([first!, second!], { shopHints: [hint('shop_a'), hint('shop_b')] }));
    expect(state).toMatchObject({ problem: 'shopConflict', shopId: null, buyers: [] });
  });

  const quotaError = () => new DOMException('The disk is full', 'QuotaExceededError');

  test('because the disk is full says so, and nothing is half stored', async () => {
    const { db, takeIn } = await openPipeline();
    db.customers.hook('creating', () => {
      throw quotaError();
    });
    const { state } = await takeIn(makeReport(makeOrders(3)));
    expect(state.problem).toBe('storageFull');
    expect([await db.orders.count(), await db.customers.count(), await db.dirtyLists.count()]).toEqual([0, 0, 0]);
  });

  test('because one write of many finds the disk full says so too', async () => {
    const { db, takeIn } = await openPipeline();
    db.close();
    db.use({
      stack: 'dbcore',
      name: 'full disk',
      create: (core: DBCore): DBCore => ({
        ...core,
        table: (name) => ({
          ...core.table(name),
          mutate: async (request) =>
            name === 'orders' && request.type === 'put'
              ? { numFailures: 1, failures: { 0: quotaError() }, results: [], lastResult: undefined }
              : await core.table(name).mutate(request),
        }),
      }),
    });
    await db.open();
    expect((await takeIn(makeReport(makeOrders(3)))).state.problem).toBe('storageFull');
  });

  test('because the disk is found full when a transaction ends says so too', async () => {
    const { db, takeIn } = await openPipeline();
    db.orders.hook('creating', () => {
      throw new Dexie.AbortError('Transaction aborted', quotaError());
    });
    expect((await takeIn(makeReport(makeOrders(3)))).state.problem).toBe('storageFull');
  });

  test('for any other reason is an error of ours, not a problem of theirs', async () => {
    const { db, takeIn } = await openPipeline();
    db.orders.hook('creating', () => {
      throw new TypeError('a bug');
    });
    await expect(takeIn(makeReport(makeOrders(3)))).rejects.toThrow('a bug');
  });

  test('is taken in when the disk has room again', async () => {
    const { db, takeIn } = await openPipeline();
    let isFull = true;
    db.orders.hook('creating', () => {
      if (isFull) throw quotaError();
    });
    const report = makeReport(makeOrders(3), { observedAt: PLACED_AT + 1 });
    await takeIn(report);
    isFull = false;
    expect((await takeIn(report)).state).toMatchObject({ problem: null, buyers: [{}, {}, {}] });
    expect(await readColumns(db)).toHaveLength(3);
  });
});

test('a page is taken in though the columns of its shop are damaged, and they are made anew', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn(makeReport(makeOrders(20)));
  await maintain(db, PLACED_AT + DAY_MS);
  await compactColumns(db, 0);
  const good = await readColumns(db);
  await db.columns.toCollection().modify((chunk: ColumnChunkRecord) => {
    const bytes = new Uint8Array(chunk.bytes.slice(0));
    bytes[bytes.length - 5]! ^= 0x55;
    chunk.bytes = bytes.buffer;
  });
  await raiseMark(db, 'columnsBase');
  await expect(readLedger(db, (await db.shops.toArray())[0]!.shopId)).rejects.toThrow(/stored columns: expected/);
  const { state } = await takeIn(makeReport(makeOrders(45).slice(20), { observedAt: PLACED_AT + 2 * DAY_MS }));
  expect(state.problem).toBeNull();
  expect(await db.orders.count()).toBe(45);
  await maintain(db, PLACED_AT + 2 * DAY_MS);
  const mended = await readColumns(db);
  expect(mended).toHaveLength(45);
  const known = new Set(good.map(({ customerId }) => customerId));
  expect(mended.filter(({ customerId }) => known.has(customerId))).toEqual(good);
});

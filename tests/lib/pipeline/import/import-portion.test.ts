import { describe, expect, test } from 'vitest';
import { unnamedShopId } from '../../../../lib/pipeline/resolve-shop.ts';
import { readImports } from '../../../../lib/views/data/imports.ts';
import { beginImport, dismissImport, endImport } from '../../../../lib/pipeline/import/import-job.ts';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import {
  everything,
  importedOrder,
  importWhole,
  makeStart,
  portionsOf,
  undoWhole,
  WRITTEN_AT,
  putPortion,
} from '../../../support/make-import.ts';
import { dirtyIds } from '../../../support/dirty-ids.ts';
import { knownAs } from '../../../support/make-links.ts';
import { makeItem, makeOrder, makeOrders, masked, PLACED_AT, probable, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const fileOf = (orders: ReturnType<typeof makeOrders>) => ({ orders: orders.map((order) => importedOrder(order)) });
const taobao = { platform: 'taobao' as const, kind: 'taobao-orders' };

describe('a file of orders', () => {
  test('is stored: orders, buyers, days, and how far it came', async () => {
    const { db } = await openPipeline();
    const job = await importWhole(db, fileOf(makeOrders(25)));
    expect(job).toMatchObject({
      state: 'done',
      portions: 3,
      rows: 25,
      counts: { fresh: 25, newer: 0, same: 0, refused: 0 },
    });
    expect(await db.orders.count()).toBe(25);
    expect(await db.customers.count()).toBe(25);
    expect(await db.shops.toArray()).toMatchObject([{ shopId: job.shopId, platform: 'jd', name: '木木家' }]);
    const day = dayOf(PLACED_AT);
    expect(await db.coverage.toArray()).toMatchObject([
      { spans: [[day, day]], asOfDay: day, ordersByDay: { [day]: 25 } },
    ]);
    expect(await dirtyIds(db)).toHaveLength(25);
  });

  test('imported again is the same, and writes no order', async () => {
    const { db } = await openPipeline();
    const first = await importWhole(db, fileOf(makeOrders(25)));
    await dismissImport(db, first.importId);
    const before = await everything(db);
    const second = await importWhole(db, fileOf(makeOrders(25)), { writtenAt: WRITTEN_AT + DAY_MS });
    expect(second.counts).toEqual({ fresh: 0, newer: 0, same: 25, refused: 0 });
    expect(await everything(db)).toMatchObject(before);
    await undoWhole(db, second.importId);
    expect(await everything(db)).toEqual(before);
  });

  test('with a later state brings that state', async () => {
    const { db } = await openPipeline();
    await importWhole(db, fileOf(makeOrders(5, () => ({ status: 'paid' }))));
    const job = await importWhole(db, fileOf(makeOrders(5, (index) => (index < 2 ? { status: 'completed' } : {}))), {
      file: { ...makeStart().file, fingerprint: `${'0b'.repeat(16)}-0` },
    });
    expect(job.counts).toEqual({ fresh: 0, newer: 2, same: 3, refused: 0 });
  });

  test('has what does not pass the border refused by row, and the rest stored', async () => {
    const { db } = await openPipeline();
    const [good, bad] = makeOrders(2);
    const broken = { ...importedOrder(bad!, { line: 7 }), order: { ...bad!, amountFen: -5 } };
    const job = await importWhole(db, { orders: [importedOrder(good!), broken] });
    expect(job.counts).toEqual({ fresh: 1, newer: 0, same: 0, refused: 1 });
    expect(Object.values(job.refusals)).toEqual([{ count: 1, rows: [7] }]);
  });

  test('has an order of a day that is still to come refused by row', async () => {
    const { db } = await openPipeline();
    const [one, other] = makeOrders(2);
    const orders = [importedOrder(one!), importedOrder({ ...other!, placedAt: WRITTEN_AT + 3 * DAY_MS }, { line: 3 })];
    const job = await importWhole(db, { orders });
    expect(job).toMatchObject({
      counts: { fresh: 1, same: 0, refused: 1 },
      refusals: { 'order time (still to come)': { count: 1, rows: [3] } },
      days: [dayOf(one!.placedAt), dayOf(one!.placedAt)],
    });
  });

  test('written in the future is not later than now', async () => {
    const { db } = await openPipeline();
    const job = await beginImport(db, makeStart({ writtenAt: WRITTEN_AT + DAY_MS }), WRITTEN_AT);
    expect(job.seenAt).toBe(WRITTEN_AT);
  });
});

describe('a portion', () => {
  test('that was taken already is not taken again, and one too early is refused', async () => {
    const { db, ids } = await openPipeline();
    const { importId } = await beginImport(db, makeStart(), WRITTEN_AT);
    const [first, second, third] = portionsOf(importId, fileOf(makeOrders(25)));
    await expect(putPortion(db, ids, second!)).rejects.toThrow('expected portion 0 of the file, found portion 1');
    await putPortion(db, ids, first!);
    const again = await putPortion(db, ids, first!);
    expect(again).toMatchObject({ portions: 1, counts: { fresh: 10, same: 0 } });
    await Promise.allSettled([putPortion(db, ids, second!), putPortion(db, ids, second!)]);
    expect((await putPortion(db, ids, third!)).counts).toEqual({ fresh: 25, newer: 0, same: 0, refused: 0 });
  });

  test('of a file that was stopped goes on where it was, in the shop it began with', async () => {
    const { db, ids } = await openPipeline();
    const { importId, shopId } = await beginImport(db, makeStart(), WRITTEN_AT);
    await putPortion(db, ids, portionsOf(importId, fileOf(makeOrders(25)))[0]!);
    expect(await beginImport(db, makeStart({ shop: { name: '另一家' } }), WRITTEN_AT + 5)).toMatchObject({
      importId,
      shopId,
      portions: 1,
    });
    expect(await readImports(db)).toHaveLength(1);
  });

  test('is not taken when the import has ended', async () => {
    const { db, ids } = await openPipeline();
    const { importId } = await beginImport(db, makeStart(), WRITTEN_AT);
    await endImport(db, importId);
    await expect(putPortion(db, ids, portionsOf(importId, fileOf(makeOrders(1)))[0]!)).rejects.toThrow(
      'found one that is done',
    );
  });
});

describe('an order of a page and of a file is one order', () => {
  test('in the shop that the page names, whichever came first', async () => {
    const { db, ingest } = await openPipeline();
    const orders = makeOrders(4);
    const job = await importWhole(db, fileOf(orders.slice(0, 3)));
    const { shop, newOrders } = await ingest(makeReport(orders.slice(1), { observedAt: WRITTEN_AT + 60_000 }));
    expect(shop).toMatchObject({ shopId: job.shopId, hints: ['account:shop_a', 'file:木木家'], name: 'shop_a' });
    expect(newOrders).toBe(1);
    expect(await db.shops.count()).toBe(1);
    expect(await db.orders.count()).toBe(4);
    expect((await db.orders.toArray()).map(({ fromFile }) => fromFile)).toEqual([
      job.importId,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('joined by pin on JD, by nick on Taobao', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder({ orderId: '1000000000000001', buyer: stable('pin_a') })]));
    const [shop] = await db.shops.toArray();
    await importWhole(db, fileOf([makeOrder({ orderId: '1000000000000002', buyer: stable('pin_a') })]), {
      shop: { shopId: shop!.shopId },
    });
    expect(new Set((await db.orders.toArray()).map(({ customerId }) => customerId)).size).toBe(1);
  });

  test('of Taobao: the file’s nick is that of the key that the page shows with a mask, for all of its orders', async () => {
    const { db, ingest } = await openPipeline();
    const page = makeReport([makeOrder({ orderId: '100001', buyer: { ...knownAs('w**'), display: 'w**' } })], {
      platform: 'taobao',
      shopHints: [{ kind: 'name', value: '木木家' }],
    });
    await ingest(page);
    const [shop] = await db.shops.toArray();
    const orders = ['100001', '100002', '100003'].map((orderId) => makeOrder({ orderId, buyer: probable('温柔的风') }));
    await importWhole(db, fileOf(orders), { ...taobao, shop: { shopId: shop!.shopId } }, 1);
    const stored = await db.orders.toArray();
    expect(new Set(stored.map(({ customerId }) => customerId)).size).toBe(1);
    expect(await db.customers.get(stored[2]!.customerId!)).toMatchObject({ display: '温柔的风', quality: 'stable' });
  });

  test('masked buyers stay apart', async () => {
    const { db } = await openPipeline();
    const orders = ['1', '2'].map((orderId) => makeOrder({ orderId, buyer: masked }));
    await importWhole(db, fileOf(orders), taobao);
    expect((await db.orders.toArray()).map(({ customerId }) => customerId)).toEqual([null, null]);
    expect(await db.customers.count()).toBe(0);
    expect(await db.coverage.toArray()).toMatchObject([{ maskedOrders: 2 }]);
  });

  test('a file without after-sale states takes none away', async () => {
    const { db, ingest } = await openPipeline();
    const order = makeOrder({ status: 'shipped', items: [makeItem({ afterSale: 'refunded' })] });
    await ingest(makeReport([order]));
    const [shop] = await db.shops.toArray();
    const ofFile = { ...order, status: 'completed' as const, items: [makeItem({ skuId: '77' })] };
    await importWhole(db, fileOf([ofFile]), { shop: { shopId: shop!.shopId } });
    expect(await db.orders.toArray()).toMatchObject([
      { status: 'completed', items: [{ afterSale: 'refunded', skuId: '77' }] },
    ]);
  });

  test('of another shop is refused by row, of a page that named none it comes along', async () => {
    const { db, ingest } = await openPipeline();
    const [first, second] = makeOrders(2);
    await ingest(makeReport([first!], { shopHints: [{ kind: 'account', value: 'shop_b' }] }));
    await ingest(makeReport([second!], { shopHints: [] }));
    const job = await importWhole(db, {
      orders: [importedOrder(first!, { line: 3 }), importedOrder(second!, { line: 4 })],
    });
    expect(job.refusals).toEqual({ 'order (belongs to another shop)': { count: 1, rows: [3] } });
    expect((await db.orders.toArray()).map(({ shopId }) => shopId)).not.toContain(unnamedShopId('jd'));
  });
});

describe('a file of lines', () => {
  const linesFile = {
    ...taobao,
    kind: 'taobao-lines',
    file: { ...makeStart().file, fingerprint: `${'0e'.repeat(16)}-0` },
  };
  const items = [makeItem({ title: '雪平锅', unitPriceFen: 23_900 }), makeItem({ title: '锅盖', unitPriceFen: 2_000 })];

  test('joins the orders that are there; lines of others are refused and say what to do', async () => {
    const { db } = await openPipeline();
    await importWhole(db, fileOf([makeOrder({ orderId: '100001', items: [] })]), taobao);
    const job = await importWhole(
      db,
      {
        lines: [
          { orderId: '100001', items },
          { orderId: '100002', items },
        ],
      },
      linesFile,
    );
    expect(job.counts).toEqual({ fresh: 0, newer: 1, same: 0, refused: 1 });
    expect(Object.keys(job.refusals)).toEqual(['order (not known yet: import the orders first)']);
    expect(await db.orders.toArray()).toMatchObject([{ items: [{ title: '雪平锅' }, { title: '锅盖' }] }]);
  });

  test('fills gaps and takes nothing away of what a page showed', async () => {
    const { db, ingest } = await openPipeline();
    const shown = [
      makeItem({ title: '雪平锅', unitPriceFen: null, skuId: '9', afterSale: 'refunded' }),
      makeItem({ title: '锅盖' }),
    ];
    await ingest(makeReport([makeOrder({ orderId: '100001', items: shown })], { platform: 'taobao' }));
    const [shop] = await db.shops.toArray();
    await importWhole(db, { lines: [{ orderId: '100001', items }] }, { ...linesFile, shop: { shopId: shop!.shopId } });
    expect(await db.orders.toArray()).toMatchObject([
      { items: [{ unitPriceFen: 23_900, skuId: '9', afterSale: 'refunded' }, { unitPriceFen: 10_000 }] },
    ]);
  });
});

describe('two windows', () => {
  const other = { file: { ...makeStart().file, fingerprint: `${'0b'.repeat(16)}-0` } };

  test('with two files of one shop, portion about, bring both whole', async () => {
    const { db, ids } = await openPipeline();
    const [left, right] = [
      makeOrders(40),
      makeOrders(60, (index) => ({ orderId: String(4_090_000_000_000_001 + index) })),
    ];
    const one = await beginImport(db, makeStart(), WRITTEN_AT + 1);
    const two = await beginImport(db, makeStart(other), WRITTEN_AT + 2);
    expect(two.shopId).toBe(one.shopId);
    const ofOne = portionsOf(one.importId, fileOf(left));
    const ofTwo = portionsOf(two.importId, fileOf(right));
    for (let number = 0; number < ofTwo.length; number += 1)
      await Promise.all(
        [ofOne[number], ofTwo[number]].flatMap((portion) => (portion ? [putPortion(db, ids, portion)] : [])),
      );
    const [first, second] = await Promise.all([endImport(db, one.importId), endImport(db, two.importId)]);
    expect([first.counts.fresh, second.counts.fresh]).toEqual([40, 60]);
    expect(await db.orders.count()).toBe(100);
    const [coverage] = await db.coverage.toArray();
    expect(Object.values(coverage!.ordersByDay)).toEqual([100]);
  });

  test('with the same file take turns: it is in once, and both are told that it is done', async () => {
    const { db, ids } = await openPipeline();
    const one = await beginImport(db, makeStart(), WRITTEN_AT + 1);
    const two = await beginImport(db, makeStart(), WRITTEN_AT + 2);
    expect(two.importId).toBe(one.importId);
    const portions = portionsOf(one.importId, fileOf(makeOrders(30)));
    for (const portion of portions) await putPortion(db, ids, portion);
    await endImport(db, one.importId);
    for (const portion of portions) expect(await putPortion(db, ids, portion)).toMatchObject({ portions: 3 });
    expect(await endImport(db, two.importId)).toMatchObject({ state: 'done', counts: { fresh: 30, same: 0 } });
    expect(await db.orders.count()).toBe(30);
  });
});

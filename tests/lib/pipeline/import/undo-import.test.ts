import { describe, expect, test } from 'vitest';
import { undoStep } from '../../../../lib/pipeline/import/undo-import.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { openCustomerIds } from '../../../../lib/pipeline/customer-id.ts';
import { beginImport, dismissImport, importOf } from '../../../../lib/pipeline/import/import-job.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
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
import { knownAs, reviewOf } from '../../../support/make-links.ts';
import { makeItem, makeOrder, makeOrders, masked, probable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { afterDeathOf } from '../../../support/test-database.ts';

const later = { observedAt: WRITTEN_AT + 3_600_000 };
const orders = makeOrders(25, (index) => (index % 7 === 0 ? { buyer: masked } : {}));
const file = { orders: orders.map((order) => importedOrder({ ...order, status: 'completed' }, { refundedFen: 500 })) };

/** The page was seen, the columns are made: how things stood before the file. */
async function seenBefore() {
  const pipeline = await openPipeline();
  await pipeline.takeIn(
    makeReport([...orders.slice(3, 9), ...makeOrders(2, (index) => ({ orderId: `77000${index}` }))]),
  );
  const [shop] = await pipeline.db.shops.toArray();
  return { ...pipeline, shop: { shopId: shop!.shopId }, before: await everything(pipeline.db) };
}

/** Until there is nothing left to work on. */
const settle = async (db: LiukeDatabase) => await maintain(db, WRITTEN_AT);

describe('back to before an import', () => {
  test('means back to every record, in a store that was empty', async () => {
    const { db } = await openPipeline();
    const before = await everything(db);
    const { importId } = await importWhole(db, file);
    await settle(db);
    expect(await everything(db)).not.toEqual(before);
    await undoWhole(db, importId);
    await settle(db);
    expect(await everything(db)).toEqual(before);
    expect(await db.jobs.count()).toBe(0);
    expect(await db.undoSteps.count()).toBe(0);
  });

  test('means back to every record, in a shop whose pages were seen', async () => {
    const { db, shop, before } = await seenBefore();
    const { importId, counts } = await importWhole(db, file, { shop });
    expect(counts).toMatchObject({ fresh: 19, newer: 6 });
    await settle(db);
    await undoWhole(db, importId);
    await settle(db);
    expect(await everything(db)).toEqual(before);
  });

  test('in the middle of it too', async () => {
    const { db, ids, shop, before } = await seenBefore();
    const { importId } = await beginImport(db, makeStart({ shop }), WRITTEN_AT);
    for (const portion of portionsOf(importId, file).slice(0, 2)) await putPortion(db, ids, portion);
    await undoWhole(db, importId);
    expect(await everything(db)).toEqual(before);
  });

  test('goes on after every death', async () => {
    const { db: first, shop, before } = await seenBefore();
    const { importId } = await importWhole(first, file, { shop }, 5);
    await first.jobs.put({ ...(await importOf(first, importId)), state: 'undoing' });
    let db = first;
    while (await undoStep(db, importId)) db = afterDeathOf(db);
    expect(await everything(db)).toEqual(before);
    expect(await undoStep(db, importId)).toBe(false);
  });

  test('is gone on with by the worker itself when nobody asks again', async () => {
    const { db: first, shop, before } = await seenBefore();
    const { importId } = await importWhole(first, file, { shop }, 5);
    await first.jobs.put({ ...(await importOf(first, importId)), state: 'undoing' });
    await undoStep(first, importId);
    const db = afterDeathOf(first);
    await settle(db);
    expect(await everything(db)).toEqual(before);
  });

  test('of cases takes what they came to off their orders', async () => {
    const { db, shop, before } = await seenBefore();
    const cases = { kind: 'jd-after-sales', shop };
    const afterSales = orders
      .slice(3, 6)
      .map(({ orderId }, index) => makeAfterSale({ orderId, caseId: `10000${index}`, status: 'refunded' }));
    const { importId } = await importWhole(db, { afterSales }, cases);
    expect((await db.orders.toArray()).filter((order) => order.cases)).toHaveLength(3);
    await undoWhole(db, importId);
    expect(await everything(db)).toEqual(before);
  });

  test('of lines brings the lines that were', async () => {
    const { db, shop, before } = await seenBefore();
    const items = [makeItem({ title: '一' }), makeItem({ title: '二' })];
    const { importId, counts } = await importWhole(db, { lines: [{ orderId: orders[4]!.orderId, items }] }, { shop });
    expect(counts.newer).toBe(1);
    await undoWhole(db, importId);
    expect(await everything(db)).toEqual(before);
  });

  test('gives a nick back what had moved to the key that the file proved to be theirs', async () => {
    const { db, takeIn } = await openPipeline();
    const taobao = { platform: 'taobao' as const, shopHints: [{ kind: 'name' as const, value: '木木家' }] };
    await takeIn(makeReport([makeOrder({ orderId: '100000', buyer: probable('温柔的风') })], taobao));
    await takeIn(makeReport([makeOrder({ orderId: '100001', buyer: knownAs('温**') })], taobao));
    await takeIn({ ...reviewOf('100000', 'abc'), ...taobao });
    const before = await everything(db);
    const [shop] = await db.shops.toArray();
    const ofNick = ['100001', '100002'].map((orderId) =>
      importedOrder(makeOrder({ orderId, buyer: probable('温柔的风') })),
    );
    const start = { platform: 'taobao' as const, kind: 'taobao-orders', shop: { shopId: shop!.shopId } };
    const { importId } = await importWhole(db, { orders: ofNick }, start);
    await settle(db);
    const own = (order: { ownId?: string | null; customerId: string | null }) => order.ownId ?? order.customerId;
    expect(new Set((await db.orders.toArray()).map(own)).size).toBe(1);
    await undoWhole(db, importId);
    await settle(db);
    expect(await everything(db)).toEqual(before);
  });
});

describe('what a page showed meanwhile', () => {
  test('stays: an order that the file brought, seen again just so', async () => {
    const { db, takeIn, shop } = await seenBefore();
    const { importId } = await importWhole(db, file, { shop });
    const shown = file.orders.slice(0, 2).map(({ order }) => order);
    await takeIn(makeReport(shown, later));
    await undoWhole(db, importId);
    const ids = (await db.orders.toArray()).map(({ orderId }) => orderId);
    expect(ids).toEqual(expect.arrayContaining(shown.map(({ orderId }) => orderId)));
    expect(ids).toHaveLength(10);
  });

  test('stays: a later state of an order that the file had changed', async () => {
    const { db, takeIn, shop } = await seenBefore();
    const { importId } = await importWhole(db, file, { shop });
    await takeIn(makeReport([{ ...orders[4]!, status: 'cancelled' }], later));
    await undoWhole(db, importId);
    expect(await db.orders.get(`jd:${orders[4]!.orderId}`)).toMatchObject({ status: 'cancelled' });
    expect(await db.orders.get(`jd:${orders[5]!.orderId}`)).toMatchObject({ status: 'paid' });
  });
});

test('an import that is finished with cannot be taken back', async () => {
  const { db } = await openPipeline();
  const { importId } = await importWhole(db, file);
  await dismissImport(db, importId);
  await undoWhole(db, importId);
  expect(await db.orders.count()).toBe(25);
  expect(await db.undoSteps.count()).toBe(0);
  expect(await openCustomerIds(db)).toBeTruthy();
});

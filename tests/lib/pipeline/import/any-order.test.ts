import fc from '../../../support/fast-check.ts';
import { expect, test } from 'vitest';
import type { ImportedOrder } from '../../../../lib/model/imported.ts';
import type { Order, OrderStatus } from '../../../../lib/model/order.ts';
import { beginImport, endImport } from '../../../../lib/pipeline/import/import-job.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import {
  everything,
  importedOrder,
  makeStart,
  portionsOf,
  undoWhole,
  WRITTEN_AT,
  putPortion,
} from '../../../support/make-import.ts';
import { makeOrder, masked, probable, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { afterDeathOf } from '../../../support/test-database.ts';

const ORDERS = 12;
const SHOP = { name: '木木家' };
const orderId = (number: number) => String(3_400_000_000_000_000 + number);
const buyers = [stable('22081'), masked, probable('晴天'), probable('雨天'), stable('22082')];

/** Some orders of the shop, each in some state; the buyer as the file shows them. */
const anyOrder = fc.record({
  number: fc.integer({ min: 0, max: ORDERS - 1 }),
  status: fc.constantFrom<OrderStatus>('unpaid', 'paid', 'shipped', 'completed'),
  refundedFen: fc.constantFrom(null, 0, 1500, 4000),
});
type AnyOrder = typeof anyOrder extends fc.Arbitrary<infer Value> ? Value : never;

const orderOf = ({ number, status }: AnyOrder): Order =>
  makeOrder({ orderId: orderId(number), status, buyer: buyers[number % buyers.length]! });
const inFile = (any: AnyOrder): ImportedOrder => importedOrder(orderOf(any), { refundedFen: any.refundedFen });

const anyFile = fc.uniqueArray(anyOrder, { selector: ({ number }) => number, maxLength: ORDERS });
const startOf = (index: number) =>
  makeStart({
    platform: 'taobao',
    kind: 'taobao-orders',
    shop: SHOP,
    file: { ...makeStart().file, fingerprint: `${'0a'.repeat(16)}-${index}` },
    writtenAt: WRITTEN_AT + index,
  });

/** Without ids that are made by chance, and without the time of reading: a state seen again is not written again. */
async function said(db: LiukeDatabase): Promise<unknown> {
  const { orders, customers, coverage, nameCounts } = await everything(db);
  const names = new Map((await db.shops.toArray()).map(({ shopId, name }) => [shopId, name!]));
  const byChance = new Set(['fromFile', 'customerId', 'nickId', 'seenAt']);
  let text = JSON.stringify({ orders, customers, coverage, nameCounts }, (key, value: unknown) =>
    key === 'statusSeenAt' || key === 'refundSeenAt' ? undefined : byChance.has(key) && value !== null ? 'some' : value,
  );
  for (const [shopId, name] of names) text = text.replaceAll(shopId, name);
  const found = JSON.parse(text) as { customers: unknown[]; nameCounts: unknown[] };
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  return { ...found, customers: sorted(found.customers), nameCounts: sorted(found.nameCounts) };
}

test('a file ends the same in portions of any size, with deaths and doubled messages at any point', async () => {
  const anyRun = fc.record({
    size: fc.integer({ min: 1, max: 5 }),
    again: fc.array(fc.boolean(), { maxLength: 12 }),
    deaths: fc.array(fc.boolean(), { maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(anyFile, anyFile, anyRun, async (seen, file, { size, again, deaths }) => {
      const ends = [];
      for (const isCalm of [true, false]) {
        const pipeline = await openPipeline();
        let db = pipeline.db;
        await pipeline.takeIn(
          makeReport(seen.map(orderOf), { platform: 'taobao', shopHints: [{ kind: 'name', value: '木木家' }] }),
        );
        const [shop] = await db.shops.toArray();
        const start = { ...startOf(0), ...(shop ? { shop: { shopId: shop.shopId } } : {}) };
        const { importId } = await beginImport(db, start, WRITTEN_AT + 10);
        for (const [index, portion] of portionsOf(
          importId,
          { orders: file.map(inFile) },
          isCalm ? ORDERS : size,
        ).entries()) {
          const send = putPortion(db, pipeline.ids, portion);
          if (!isCalm && deaths[index]) {
            // The answer never comes: the connection is gone while the portion is on its way.
            db = afterDeathOf(db);
            await send.catch(() => null);
            await putPortion(db, pipeline.ids, portion);
          } else await send;
          if (!isCalm && again[index]) await putPortion(db, pipeline.ids, portion);
        }
        await endImport(db, importId);
        await maintain(db, WRITTEN_AT + 20);
        ends.push(await said(db));
      }
      expect(ends[1]).toEqual(ends[0]);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('two files end the same in either order', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, anyFile, async (one, other) => {
      const ends = [];
      for (const turn of [
        [0, 1],
        [1, 0],
      ]) {
        const { db, ids } = await openPipeline();
        for (const index of turn) {
          const { importId } = await beginImport(db, startOf(index), WRITTEN_AT + 10);
          for (const portion of portionsOf(importId, { orders: [one, other][index]!.map(inFile) }))
            await putPortion(db, ids, portion);
          await endImport(db, importId);
        }
        await maintain(db, WRITTEN_AT + 20);
        ends.push(await said(db));
      }
      expect(ends[1]).toEqual(ends[0]);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('taken back after any number of portions, everything is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, anyFile, fc.nat({ max: 6 }), async (seen, file, taken) => {
      const { db, ids, takeIn } = await openPipeline();
      await takeIn(
        makeReport(seen.map(orderOf), { platform: 'taobao', shopHints: [{ kind: 'name', value: '木木家' }] }),
      );
      const before = await everything(db);
      const [shop] = await db.shops.toArray();
      const { importId } = await beginImport(
        db,
        { ...startOf(0), ...(shop ? { shop: { shopId: shop.shopId } } : {}) },
        WRITTEN_AT + 10,
      );
      for (const portion of portionsOf(importId, { orders: file.map(inFile) }, 2).slice(0, taken))
        await putPortion(db, ids, portion);
      await maintain(db, WRITTEN_AT + 20);
      await undoWhole(db, importId);
      await maintain(db, WRITTEN_AT + 30);
      expect(await everything(db)).toEqual(before);
    }),
    { numRuns: 25 },
  );
}, 120_000);

import { expect, test } from 'vitest';
import { DAY_MS, dayOf, formatDay } from '../../../../lib/model/shanghai-time.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { heldKinds, readHeld } from '../../../../lib/views/data/held-data.ts';
import { reopened, sealedShop } from '../../../support/locked-shop.ts';
import { importedOrder, importWhole, WRITTEN_AT } from '../../../support/make-import.ts';
import { makeOrder, makeOrders, PLACED_AT } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

/** So many days before the orders, epoch ms. */
const before = (days: number) => PLACED_AT - days * DAY_MS;

/** Records as they lie in the store, each kind with an older and a newer one; what is not about time is left out. */
async function withOneOfEach(): Promise<LiukeDatabase> {
  const { db, takeIn } = await openPipeline();
  await takeIn(makeReport(makeOrders(3), { observedAt: PLACED_AT }));
  await importWhole(db, { orders: [importedOrder(makeOrder({ orderId: '991' }))] });
  const rows: Record<string, object[]> = {
    afterSales: [
      { id: 'a', appliedAt: null, seenAt: before(1) },
      { id: 'b', appliedAt: before(2), seenAt: before(0) },
    ],
    reviews: [
      { id: 'a', ratedAt: before(3), seenAt: before(0) },
      { id: 'b', ratedAt: null, seenAt: before(1) },
    ],
    members: [
      { customerId: 'a', seenAt: before(4) },
      { customerId: 'b', seenAt: before(1) },
    ],
    answers: [{ contactId: 'a', sentAt: before(5), seenAt: before(1) }],
    waits: [{ customerId: 'a', since: before(6), seenAt: before(1) }],
    coupons: [{ id: 'a', seenAt: before(7) }],
    counters: [{ id: 'a', seenAt: before(8) }],
    forgotten: [
      { id: 'a', at: before(9) },
      { id: 'b', at: before(1) },
    ],
    costLists: [{ id: 'list' }],
    events: [{ id: 'e', kind: 'costsTaken', listId: 'list', at: before(10), logicalTime: 1 }],
    audit: [{ id: '0', kind: 'exported', at: before(11), counts: {} }],
  };
  for (const [table, records] of Object.entries(rows)) await db.table(table).bulkPut(records);
  return db;
}

test('every kind of which something is held says since when', async () => {
  const db = await withOneOfEach();
  const held = await readHeld(db);
  expect(held.map(({ kind }) => kind)).toEqual(heldKinds);
  expect(held.filter(({ count }) => count === 0)).toEqual([]);
  expect(Object.fromEntries(held.map(({ kind, since }) => [kind, since]))).toEqual({
    orders: '2026-08-06',
    // As the oldest record that names one: the buyer who waited for an answer.
    customers: '2026-07-31',
    afterSales: '2026-08-04',
    reviews: '2026-08-03',
    members: '2026-08-02',
    answers: '2026-08-01',
    waits: '2026-07-31',
    coupons: '2026-07-30',
    counters: '2026-07-29',
    forgotten: '2026-07-28',
    costLists: '2026-07-27',
    events: '2026-07-27',
    audit: '2026-07-26',
    captures: '2026-08-06',
    undoSteps: formatDay(dayOf(WRITTEN_AT)),
  });
});

test('an empty store holds nothing, since no day', async () => {
  const { db } = await openPipeline();
  expect((await readHeld(db)).every(({ count, since }) => count === 0 && since === null)).toBe(true);
});

test('the days are told also while names are locked', async () => {
  const { db, memory } = await sealedShop();
  const open = await readHeld(db);
  memory.kept = null;
  const locked = reopened(db, memory);
  await locked.open();
  expect(locked.seal.isLocked).toBe(true);
  expect(await readHeld(locked)).toEqual(open);
  expect(open.filter(({ count, since }) => count > 0 && since === null)).toEqual([]);
});

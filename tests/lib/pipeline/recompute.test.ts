import { describe, expect, test } from 'vitest';
import { recomputeDirty } from '../../../lib/pipeline/recompute.ts';
import { recordDoNotDisturb, undoEvent } from '../../../lib/pipeline/record-event.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { dirtyIds } from '../../support/dirty-ids.ts';
import { PLACED_AT, makeOrders, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { readColumns } from '../../support/read-columns.ts';
import { afterDeathOf, watchWritingTransactions } from '../../support/test-database.ts';

const now = PLACED_AT + 3_600_000;

/** More customers than one slice takes, two orders each, taken in but not yet computed. */
async function afterIngest(customers = 450): Promise<LiukeDatabase> {
  const { db, ingest } = await openPipeline();
  await ingest(makeReport(makeOrders(customers * 2, (index) => ({ buyer: stable(`buyer_${index % customers}`) }))));
  return db;
}

/** Lets `slices` transactions end well; the next one that writes a row dies in the middle, and the connection with it. */
function dieAfter(db: LiukeDatabase, slices: number): void {
  let seen = 0;
  let lastSlice: unknown;
  db.patchLists.hook('creating', (_key, _patch, transaction) => {
    if (transaction.idbtrans !== lastSlice) {
      lastSlice = transaction.idbtrans;
      seen += 1;
    }
    if (seen > slices) {
      transaction.abort();
      db.close();
    }
  });
}

describe('the columns', () => {
  test('follow the orders, every customer once', async () => {
    const db = await afterIngest();
    await recomputeDirty(db, now);
    const columns = await readColumns(db);
    expect(columns).toHaveLength(450);
    expect(columns[0]).toMatchObject({ orderCount: 2, purchases: [{ amountFen: 20_000 }] });
    expect(await db.dirtyLists.count()).toBe(0);
    expect(await db.benchmarks.toArray()).toMatchObject([
      { customers: 450, medianAverageFen: 20_000, computedAt: now },
    ]);
  });

  test('are computed after a death between ingest and recompute', async () => {
    const db = afterDeathOf(await afterIngest(3));
    await recomputeDirty(db, now);
    expect(await readColumns(db)).toHaveLength(3);
    expect(await db.benchmarks.count()).toBe(1);
  });

  test.each([0, 1, 2])('are the same after a death in the slice after %i', async (slices) => {
    const whole = await afterIngest();
    await recomputeDirty(whole, now);

    const dying = await afterIngest();
    dieAfter(dying, slices);
    await expect(recomputeDirty(dying, now)).rejects.toThrow(/.*/);
    const db = afterDeathOf(dying);
    expect(await dirtyIds(db)).toHaveLength(450 - slices * 200);
    await recomputeDirty(db, now);

    // Every database has a secret of its own, so the ids differ.
    const told = async (of: LiukeDatabase) =>
      (await readColumns(of)).map(({ orderCount, purchases }) => JSON.stringify({ orderCount, purchases })).toSorted();
    expect(await told(db)).toEqual(await told(whole));
    expect(await db.dirtyLists.count()).toBe(0);
    expect(await db.benchmarks.toArray()).toMatchObject([{ customers: 450 }]);
  });

  test('are the same when several recomputes run at once', async () => {
    const db = await afterIngest();
    await Promise.all([recomputeDirty(db, now), recomputeDirty(db, now), recomputeDirty(db, now)]);
    expect(await readColumns(db)).toHaveLength(450);
    expect(await db.dirtyLists.count()).toBe(0);
    expect(await db.benchmarks.toArray()).toMatchObject([{ customers: 450 }]);
  });

  test('know who is not to be disturbed, until that is taken back', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport(makeOrders(1)), now);
    const { customerId } = (await db.customers.toArray())[0]!;
    const flags = async () => {
      await recomputeDirty(db, now);
      return (await readColumns(db))[0]!.flags;
    };
    const eventId = await recordDoNotDisturb(db, { customerId, isOn: true }, now);
    expect(await flags()).toBe(1);
    await undoEvent(db, eventId, now);
    expect(await flags()).toBe(0);
    await recordDoNotDisturb(db, { customerId, isOn: true }, now);
    await recordDoNotDisturb(db, { customerId, isOn: false }, now);
    expect(await flags()).toBe(0);
  });
});

test('the yardstick of a small shop is made anew when it has grown by a tenth, not for every page', async () => {
  const { db, takeIn } = await openPipeline();
  const orders = makeOrders(40, (index) => ({ buyer: stable(`buyer_${index}`) }));
  const computedAt = async () => (await db.benchmarks.toArray())[0]!.computedAt;
  await takeIn(makeReport(orders.slice(0, 30)), now);
  expect(await computedAt()).toBe(now);
  await takeIn(makeReport(orders.slice(30, 32)), now + 60_000);
  expect(await computedAt()).toBe(now);
  await takeIn(makeReport(orders.slice(32, 36)), now + 120_000);
  expect(await computedAt()).toBe(now + 120_000);
});

test('with nobody to compute anew no table is kept from whoever reads it', async () => {
  const begun = watchWritingTransactions();
  const { db, takeIn } = await openPipeline();
  await takeIn(makeReport(makeOrders(3)));
  begun.splice(0);
  await recomputeDirty(db, now);
  expect(begun).toEqual([]);
});

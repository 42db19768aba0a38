import { describe, expect, test } from 'vitest';
import { recomputeDirty, recomputeOutdated } from '../../../lib/pipeline/recompute.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { PROFILE_VERSION } from '../../../lib/store/records.ts';
import { PLACED_AT, makeOrders, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { afterDeathOf } from '../../support/test-database.ts';

const now = PLACED_AT + 3_600_000;
const MINUTE_MS = 60_000;

/** More customers than one slice takes, two orders each, taken in but not yet computed. */
async function afterIngest(customers = 450): Promise<LiukeDatabase> {
  const { db, ingest } = await openPipeline();
  await ingest(makeReport(makeOrders(customers * 2, (index) => ({ buyer: stable(`buyer_${index % customers}`) }))));
  return db;
}

/** Lets `slices` transactions end well; the next one that writes a profile dies in the middle, and the connection with it. */
function dieAfter(db: LiukeDatabase, slices: number): void {
  let seen = 0;
  let lastSlice: unknown;
  db.profiles.hook('creating', (_key, _profile, transaction) => {
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

const profilesOf = async (db: LiukeDatabase) => await db.profiles.toArray();

describe('profiles', () => {
  test('follow the orders, every customer once', async () => {
    const db = await afterIngest();
    await recomputeDirty(db, now);
    const profiles = await profilesOf(db);
    expect(profiles).toHaveLength(450);
    expect(profiles[0]).toMatchObject({ version: PROFILE_VERSION, orderCount: 2, purchases: [{ amountFen: 20_000 }] });
    expect(await db.dirty.count()).toBe(0);
    expect(await db.benchmarks.toArray()).toMatchObject([
      { customers: 450, medianAverageFen: 20_000, computedAt: now },
    ]);
  });

  test('are computed after a death between ingest and recompute', async () => {
    const db = afterDeathOf(await afterIngest(3));
    await recomputeDirty(db, now);
    expect(await profilesOf(db)).toHaveLength(3);
    expect(await db.benchmarks.count()).toBe(1);
  });

  test.each([0, 1, 2])('are the same after a death in the slice after %i', async (slices) => {
    const whole = await afterIngest();
    await recomputeDirty(whole, now);

    const dying = await afterIngest();
    dieAfter(dying, slices);
    await expect(recomputeDirty(dying, now)).rejects.toThrow(/.*/);
    const db = afterDeathOf(dying);
    expect(await db.dirty.count()).toBe(450 - slices * 200);
    await recomputeDirty(db, now);

    const told = (profiles: Awaited<ReturnType<typeof profilesOf>>) =>
      profiles.map(({ customerId: _id, shopId: _shop, ...profile }) => JSON.stringify(profile)).toSorted();
    expect(told(await profilesOf(db))).toEqual(told(await profilesOf(whole)));
    expect(await db.dirty.count()).toBe(0);
    expect(await db.benchmarks.toArray()).toMatchObject([{ customers: 450 }]);
  });

  test('are the same when two recomputes run at once', async () => {
    const db = await afterIngest();
    await Promise.all([recomputeDirty(db, now), recomputeDirty(db, now), recomputeDirty(db, now)]);
    expect(await profilesOf(db)).toHaveLength(450);
    expect(await db.dirty.count()).toBe(0);
    expect(await db.benchmarks.toArray()).toMatchObject([{ customers: 450 }]);
  });
});

describe('the yardstick of a shop', () => {
  test('is made though the worker died between the last slice and it', async () => {
    const db = await afterIngest(3);
    await recomputeDirty(db, now);
    await db.benchmarks.clear();
    const reopened = afterDeathOf(db);
    await recomputeDirty(reopened, now);
    expect(await reopened.benchmarks.toArray()).toMatchObject([{ customers: 3 }]);
  });

  test('is not made anew for every change, but for growth and with time', async () => {
    const { db, takeIn } = await openPipeline();
    const orders = makeOrders(40);
    const computedAt = async () => (await db.benchmarks.toArray())[0]!.computedAt;
    await takeIn(makeReport(orders.slice(0, 30)), now);
    expect(await computedAt()).toBe(now);
    await takeIn(makeReport(orders.slice(30, 32)), now + MINUTE_MS);
    expect(await computedAt()).toBe(now);
    await takeIn(makeReport(orders.slice(32, 36)), now + 2 * MINUTE_MS);
    expect(await computedAt()).toBe(now + 2 * MINUTE_MS);
    await takeIn(makeReport(orders.slice(36, 37)), now + 13 * MINUTE_MS);
    expect(await computedAt()).toBe(now + 13 * MINUTE_MS);
  });
});

describe('when what a profile means has changed', () => {
  test('all are computed anew, from the orders', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport(makeOrders(3)), now);
    await recomputeOutdated(db);
    await recomputeDirty(db, now);
    await db.meta.put({ name: 'profileVersion', value: PROFILE_VERSION - 1 });
    await db.profiles.toCollection().modify({ version: PROFILE_VERSION - 1, orderCount: 99 });

    await recomputeOutdated(db);
    expect(await db.dirty.count()).toBe(3);
    await recomputeDirty(db, now);
    expect((await profilesOf(db)).map(({ version, orderCount }) => [version, orderCount])).toEqual(
      Array.from({ length: 3 }, () => [PROFILE_VERSION, 1]),
    );
  });

  test('also after a death in between', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport(makeOrders(3)), now);
    await db.profiles.clear();
    await recomputeOutdated(db);
    const reopened = afterDeathOf(db);
    await recomputeOutdated(reopened);
    await recomputeDirty(reopened, now);
    expect(await profilesOf(reopened)).toHaveLength(3);
  });

  test('and it is current, nothing is done', async () => {
    const { db, takeIn } = await openPipeline();
    await recomputeOutdated(db);
    await takeIn(makeReport(makeOrders(3)), now);
    await recomputeOutdated(db);
    expect(await db.dirty.count()).toBe(0);
  });

  test('a customer whose name no page shows whole is not forgotten', async () => {
    const { db, takeIn } = await openPipeline();
    const buyer = { display: 'w**', key: '2208001', quality: 'stable' as const };
    await takeIn(makeReport(makeOrders(1, () => ({ buyer }))), now);
    await db.profiles.clear();
    await recomputeOutdated(db);
    await recomputeDirty(db, now);
    expect(await profilesOf(db)).toHaveLength(1);
  });
});

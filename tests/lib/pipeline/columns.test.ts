import { describe, expect, test } from 'vitest';
import { DamagedLedgerError } from '../../../lib/insight/ledger/ledger-bytes.ts';
import { compactColumns, orderRebuild, rebuildColumns, rebuildWhenOutdated } from '../../../lib/pipeline/columns.ts';
import { recordDoNotDisturb } from '../../../lib/pipeline/record-event.ts';
import { recomputeDirty } from '../../../lib/pipeline/recompute.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { readLedger } from '../../../lib/views/shops/shop-ledger.ts';
import { PLACED_AT, makeOrders, masked, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { markDirty } from '../../../lib/store/dirty-lists.ts';
import { readColumns } from '../../support/read-columns.ts';
import { afterDeathOf } from '../../support/test-database.ts';

const now = PLACED_AT + 3_600_000;

/** Two shops, `customers` in the first, two orders each. */
async function openShops(customers = 40) {
  const pipeline = await openPipeline();
  const orders = makeOrders(customers * 2, (index) => ({ buyer: stable(`buyer_${index % customers}`) }));
  await pipeline.takeIn(makeReport([...orders, { ...orders[0]!, orderId: '39999999999', buyer: masked }]), now);
  const other = makeOrders(1, () => ({ orderId: '3999999999999999', buyer: stable('buyer_0') }));
  await pipeline.takeIn(makeReport(other, { shopHints: [{ kind: 'account', value: 'shop_b' }] }), now);
  return pipeline;
}

async function rebuildWhole(db: LiukeDatabase): Promise<void> {
  await orderRebuild(db);
  await rebuildColumns(db);
}

describe('a rebuild', () => {
  test('makes from the orders what the patches had made, for every shop', async () => {
    const { db } = await openShops();
    const before = await readColumns(db);
    expect(before).toHaveLength(41);
    await rebuildWhole(db);
    expect(await readColumns(db)).toEqual(before);
    expect(await db.jobs.count()).toBe(0);
  });

  test('keeps who is not to be disturbed', async () => {
    const { db } = await openShops(2);
    const { customerId } = (await db.customers.toArray())[0]!;
    await recordDoNotDisturb(db, { customerId, isOn: true }, now);
    await rebuildWhole(db);
    expect((await readColumns(db)).find((entry) => entry.customerId === customerId)!.flags).toBe(1);
  });

  test.each([0, 1, 2, 3])(
    'leaves the columns in use alone until it is done, and goes on after a death in slice %i',
    async (slices) => {
      const { db } = await openShops();
      await rebuildWhole(db);
      const before = await readColumns(db);
      await orderRebuild(db);
      let written = 0;
      db.columns.hook('creating', (_key, _chunk, transaction) => {
        written += 1;
        if (written <= slices) return;
        transaction.abort();
        db.close();
      });
      await expect(rebuildColumns(db, 20)).rejects.toThrow(/.*/);

      const reopened = afterDeathOf(db);
      expect(await readColumns(reopened)).toEqual(before);
      expect(await reopened.jobs.toArray()).toMatchObject([{ id: 'rebuildColumns' }]);
      await rebuildColumns(reopened, 20);
      expect(await readColumns(reopened)).toEqual(before);
    },
  );

  test('never parts the orders of a customer, however small its slices', async () => {
    const { db } = await openShops(5);
    await rebuildWhole(db);
    const before = await readColumns(db);
    await orderRebuild(db);
    await rebuildColumns(db, 1);
    expect(await readColumns(db)).toEqual(before);
  });

  test('while orders come in loses none of them', async () => {
    const { db, takeIn } = await openShops();
    await orderRebuild(db);
    const late = makeOrders(3, (index) => ({ orderId: `3555555555${index}`, buyer: stable(`late_${index}`) }));
    await Promise.all([rebuildColumns(db), takeIn(makeReport(late), now)]);
    expect(await readColumns(db)).toHaveLength(44);
  });

  test('is ordered when the stored columns are of another version, and only then', async () => {
    const { db } = await openShops(2);
    await rebuildWhenOutdated(db);
    expect(await db.jobs.count()).toBe(1);
    await rebuildColumns(db);
    await rebuildWhenOutdated(db);
    expect(await db.jobs.count()).toBe(0);
  });

  test('mends columns that were damaged on the disk', async () => {
    const { db } = await openShops();
    await rebuildWhole(db);
    const before = await readColumns(db);
    const { shopId } = before[0]!;
    await db.columns.toCollection().modify((chunk) => {
      const spoilt = chunk.bytes.slice(0);
      new Uint8Array(spoilt)[30]! ^= 1;
      chunk.bytes = spoilt;
    });
    const reopened = afterDeathOf(db);
    await reopened.meta.put({ name: 'columnsBase', value: 1 });
    await expect(readLedger(reopened, shopId)).rejects.toThrow(DamagedLedgerError);
    await rebuildWhole(reopened);
    expect(await readColumns(reopened)).toEqual(before);
  });
});

describe('patches', () => {
  test('are worked in when they have become many, and say the same afterwards', async () => {
    const { db } = await openShops(30);
    const before = await readColumns(db);
    await compactColumns(db, 10);
    expect(await db.patchLists.count()).toBe(1);
    expect(await readColumns(db)).toEqual(before);
  });

  test('of the same few customers, time and again, become one list', async () => {
    const { db } = await openShops(5);
    await rebuildWhole(db);
    const before = await readColumns(db);
    const shopOf = new Map(before.map(({ customerId, shopId }) => [customerId, shopId]));
    for (let time = 0; time < 8; time += 1) {
      await markDirty(db.dirtyLists, shopOf);
      await recomputeDirty(db, now);
    }
    const [base] = await db.columns.toArray();
    await compactColumns(db, 10);
    const [first] = await db.patchLists.where('shopId').equals(before[0]!.shopId).toArray();
    expect(first!.customers).toBe(before.filter(({ shopId }) => shopId === before[0]!.shopId).length);
    expect(await db.columns.get(base!.id)).toEqual(base);
    expect(await readColumns(db)).toEqual(before);
  });

  test('that are few stay', async () => {
    const { db } = await openShops(20);
    await compactColumns(db);
    expect(await db.columns.count()).toBe(0);
    const lists = await db.patchLists.toArray();
    expect(lists.reduce((sum, { customers }) => sum + customers, 0)).toBe(21);
  });

  test('take away a customer whose last order went to another', async () => {
    const { db } = await openShops(3);
    await rebuildWhole(db);
    const moved = (await db.orders.toArray()).filter((order) => order.customerId !== null);
    const [from, to] = [...new Set(moved.map((order) => order.customerId!))];
    await db.orders.where('customerId').equals(from!).modify({ customerId: to! });
    await markDirty(db.dirtyLists, new Map([from!, to!].map((customerId) => [customerId, moved[0]!.shopId])));
    await recomputeDirty(db, now);
    expect((await readColumns(db)).map(({ customerId }) => customerId)).not.toContain(from);
  });
});

test('columns that did not change are not read twice', async () => {
  const { db, takeIn } = await openShops(5);
  const { shopId } = (await readColumns(db))[0]!;
  const first = await readLedger(db, shopId);
  expect(await readLedger(db, shopId)).toBe(first);
  await takeIn(makeReport(makeOrders(1, () => ({ orderId: '3444444444', buyer: stable('new') }))), now);
  expect(await readLedger(db, shopId)).not.toBe(first);
});

/** What goes on while names cannot be read: files come in and are taken back, a backup comes back. Unlocked, it is as if it had been open. */
import { describe, expect, test } from 'vitest';
import { isSealed } from '../../../../lib/model/sealed.ts';
import { undoStep } from '../../../../lib/pipeline/import/undo-import.ts';
import { beginImport, importOf } from '../../../../lib/pipeline/import/import-job.ts';
import { lockNow, lockWhenUnused, setAutoLock, unlock } from '../../../../lib/pipeline/lock/keep-lock.ts';
import { sealRecords } from '../../../../lib/pipeline/lock/seal-records.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { beginRestore, endRestore, restorePortion } from '../../../../lib/pipeline/restore.ts';
import { portionsOf as copiedPortions, sourceTables } from '../../../../lib/store/source-tables.ts';
import { orderSchema } from '../../../../lib/model/order.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { NOW, PASSPHRASE, reopened, sealedShop, SECRETS, shopOfSecrets } from '../../../support/locked-shop.ts';
import {
  everything,
  importedOrder,
  importWhole,
  makeStart,
  portionsOf,
  putPortion,
  undoWhole,
} from '../../../support/make-import.ts';
import { makeOrder, makeOrders, masked, stable } from '../../../support/make-order.ts';
import { rawText } from '../../../support/raw-store.ts';

/** Of people who are known, of one who is new, of one behind a mask, and of one whose mask was known before. */
const file = {
  orders: [
    importedOrder(makeOrder({ status: 'completed' }), { refundedFen: 500 }),
    importedOrder(makeOrder({ orderId: '3090112233440001', buyer: stable('wd_sunshine') })),
    importedOrder(makeOrder({ orderId: '3090112233440002', buyer: stable('newcomer') })),
    importedOrder(makeOrder({ orderId: '3090112233440003', buyer: masked })),
    ...makeOrders(4, () => ({ status: 'completed' })).map((order) => importedOrder(order)),
  ],
};

async function shop(isLocked: boolean) {
  const { db, ids, shopId } = await sealedShop();
  await maintain(db, NOW);
  const before = await everything(db);
  if (isLocked) await lockNow(db);
  return { db, ids, before, shop: { shopId } };
}

const opened = async (db: LiukeDatabase) => {
  expect(await unlock(db, PASSPHRASE, NOW)).toEqual({ ok: true });
  await maintain(db, NOW);
};

const names = async (db: LiukeDatabase) => (await db.customers.toArray()).map(({ display }) => display).toSorted();

describe('a file that comes in while it is locked', () => {
  test('is, once it is unlocked, what it would have been with an open lock', async () => {
    const [locked, open] = [await shop(true), await shop(false)];
    const counts = [];
    for (const each of [locked, open]) counts.push((await importWhole(each.db, file, { shop: each.shop }, 3)).counts);
    expect(counts[0]).toEqual(counts[1]);
    expect(await rawText(locked.db.name)).not.toContain('newcomer');
    await opened(locked.db);
    await maintain(open.db, NOW);
    expect(await names(locked.db)).toEqual(await names(open.db));
    const orders = async (db: LiukeDatabase) =>
      (await db.orders.toArray()).map(({ orderId, buyer, status, refundedFen }) => ({
        orderId,
        buyer,
        status,
        refundedFen,
      }));
    expect(await orders(locked.db)).toEqual(await orders(open.db));
    for (const order of await locked.db.orders.toArray()) orderSchema.parse(order);
  });

  test('is taken back whole while it is locked', async () => {
    const { db, before, shop: into } = await shop(true);
    const { importId } = await importWhole(db, file, { shop: into }, 3);
    await undoWhole(db, importId);
    await opened(db);
    expect(await everything(db)).toEqual(before);
  });

  test('is taken back whole after it was unlocked', async () => {
    const { db, before, shop: into } = await shop(true);
    const { importId } = await importWhole(db, file, { shop: into }, 3);
    await opened(db);
    await undoWhole(db, importId);
    await maintain(db, NOW);
    expect(await everything(db)).toEqual(before);
  });

  test('that came in before, is taken back while it is locked, and no name is left in the clear', async () => {
    const { db, before, shop: into } = await shop(false);
    const { importId } = await importWhole(db, file, { shop: into }, 3);
    await maintain(db, NOW);
    await lockNow(db);
    await undoWhole(db, importId);
    const raw = await rawText(db.name);
    expect([...SECRETS, 'newcomer'].filter((secret) => raw.includes(secret))).toEqual([]);
    await opened(db);
    expect(await everything(db)).toEqual(before);
  });

  test('goes on where it was when the lock closes and opens in the middle of it', async () => {
    const { db, ids, before, shop: into } = await shop(false);
    const { importId } = await beginImport(db, makeStart({ shop: into }), NOW);
    for (const portion of portionsOf(importId, file, 3)) {
      await putPortion(db, ids, portion);
      if (portion.number === 0) await lockNow(db);
      if (portion.number === 1) await unlock(db, PASSPHRASE, NOW);
    }
    expect((await names(db)).some((display) => isSealed(display))).toBe(false);
    await db.jobs.put({ ...(await importOf(db, importId)), state: 'undoing' });
    await undoStep(db, importId);
    await lockNow(db);
    while (await undoStep(db, importId));
    await opened(db);
    expect(await everything(db)).toEqual(before);
  });
});

describe('a backup that comes back while it is locked', () => {
  async function copyOf(db: LiukeDatabase) {
    const copy = new Map<(typeof sourceTables)[number], Record<string, unknown>[]>();
    for (const table of sourceTables)
      for await (const rows of copiedPortions(db, table))
        copy.set(table, [...(copy.get(table) ?? []), ...(rows as Record<string, unknown>[])]);
    return copy;
  }

  test('brings back what was lost, sealed, and readable once it is unlocked', async () => {
    const { db, before } = await shop(false);
    const copy = await copyOf(db);
    const lost = await db.orders.toCollection().first();
    await db.orders.delete(lost!.id);
    await db.customers.clear();
    await lockNow(db);
    await beginRestore(db, (await db.meta.get('identitySecret'))!.value as string);
    for (const [table, records] of copy) await restorePortion(db, { table, records });
    await endRestore(db, NOW);
    const raw = await rawText(db.name);
    expect(SECRETS.filter((secret) => raw.includes(secret))).toEqual([]);
    await opened(db);
    await sealRecords(db);
    const after = await everything(db);
    expect(after['customers']).toEqual(before['customers']);
    expect(after['orders']).toEqual(before['orders']);
    expect(after['events']).toEqual(before['events']);
    expect(after['nameCounts']).toEqual(before['nameCounts']);
  });
});

describe('a lock that closes by itself', () => {
  const MINUTE_MS = 60_000;

  test('closes after as many minutes without anybody as were chosen, and not before', async () => {
    const { db } = await sealedShop();
    await setAutoLock(db, 5);
    expect(await lockWhenUnused(db, NOW, NOW + 5 * MINUTE_MS - 1)).toBe(true);
    expect(db.seal.isLocked).toBe(false);
    expect(await lockWhenUnused(db, NOW, NOW + 5 * MINUTE_MS)).toBe(false);
    expect(db.seal.isLocked).toBe(true);
    expect((await names(db)).every((display) => isSealed(display))).toBe(true);
  });

  test('never does where that was chosen, nor without a lock, and is not looked at again once it is closed', async () => {
    const { db } = await sealedShop();
    await setAutoLock(db, null);
    expect(await lockWhenUnused(db, 0, NOW)).toBe(true);
    expect(db.seal.isLocked).toBe(false);
    await lockNow(db);
    expect(await lockWhenUnused(db, 0, NOW)).toBe(false);
    const { db: unsealed } = await shopOfSecrets();
    expect(await lockWhenUnused(unsealed, 0, NOW)).toBe(false);
  });

  test('closes for a worker that was stopped meanwhile, too', async () => {
    const { db: first, memory } = await sealedShop();
    const db = reopened(first, memory);
    expect(await lockWhenUnused(db, NOW, NOW + 60 * MINUTE_MS)).toBe(false);
    expect(db.seal.isLocked).toBe(true);
    expect(memory.kept?.secret ?? null).toBeNull();
  });

  test('tells whoever keeps names in memory, as when a person closes or opens it', async () => {
    const { db } = await sealedShop();
    const told: boolean[] = [];
    db.seal.whenTaken(() => told.push(db.seal.isLocked));
    await lockWhenUnused(db, 0, NOW);
    await unlock(db, PASSPHRASE, NOW);
    await lockNow(db);
    expect(told).toEqual([true, false, true]);
  });
});

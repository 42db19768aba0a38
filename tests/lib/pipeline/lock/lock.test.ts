import { describe, expect, test } from 'vitest';
import { openCustomerIds } from '../../../../lib/pipeline/customer-id.ts';
import { ingest } from '../../../../lib/pipeline/ingest.ts';
import { forgetCustomer } from '../../../../lib/pipeline/forget/forget-customer.ts';
import { deleteStore } from '../../../../lib/pipeline/forget/delete-store.ts';
import {
  changePassphrase,
  giveUpSealed,
  lockNow,
  removeLock,
  setLock,
  unlock,
} from '../../../../lib/pipeline/lock/keep-lock.ts';
import { sealRecords, sealSlice } from '../../../../lib/pipeline/lock/seal-records.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { isSealed } from '../../../../lib/model/sealed.ts';
import { orderSchema } from '../../../../lib/model/order.ts';
import { isLocked } from '../../../../lib/store/lock-trouble.ts';
import { portionsOf, sourceTables } from '../../../../lib/store/source-tables.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { search } from '../../../../lib/views/customers/search.ts';
import { makeOrder, masked, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { rawText } from '../../../support/raw-store.ts';
import { readColumns } from '../../../support/read-columns.ts';
import {
  NOW,
  PASSPHRASE,
  reopened,
  ROUNDS,
  sealedShop,
  SECRETS,
  shopOfSecrets,
  shownAgain,
  TestMemory,
} from '../../../support/locked-shop.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';

const found = async (db: LiukeDatabase) => {
  const raw = await rawText(db.name);
  return SECRETS.filter((secret) => raw.includes(secret));
};

/** Everything that a reader of the store gets to see. */
async function read(db: LiukeDatabase): Promise<unknown[]> {
  return await Promise.all(
    ['customers', 'orders', 'reviews', 'events', 'nameCounts', 'coverage'].map(
      async (table) => await db.table(table).toArray(),
    ),
  );
}

const LATER = NOW + 3_600_000;

describe('a lock that was set', () => {
  test('leaves no name, key or note in the browser’s database, and all of them to be read', async () => {
    const { db } = await shopOfSecrets();
    const before = await read(db);
    expect(await found(db)).toEqual(SECRETS);
    await setLock(db, PASSPHRASE, NOW, ROUNDS);
    await sealRecords(db);
    expect(db.seal.record?.state).toBe('on');
    expect(await found(db)).toEqual([]);
    expect(await read(db)).toEqual(before);
  });

  test('seals what comes in from its first moment on', async () => {
    const { db, ids } = await shopOfSecrets();
    await setLock(db, PASSPHRASE, NOW, ROUNDS);
    await ingest(db, ids, makeReport([makeOrder({ orderId: '3090112233440001', buyer: stable('newcomer') })]), LATER);
    expect(await rawText(db.name)).not.toContain('newcomer');
  });

  test('goes on with the next record wherever the worker, or the browser, was stopped', async () => {
    const { db: first, memory } = await shopOfSecrets();
    const before = await read(first);
    await setLock(first, PASSPHRASE, NOW, ROUNDS);
    let db = first;
    for (let stop = 0; await sealSlice(db, 2); stop += 1) db = reopened(db, stop % 2 ? memory : new TestMemory());
    expect(await found(db)).toEqual([]);
    await unlock(db, PASSPHRASE, NOW);
    expect(db.seal.record?.state).toBe('on');
    expect(await read(db)).toEqual(before);
  });

  test('seals nothing, and says nothing of being done, before the writer has taken it up', async () => {
    const { db } = await shopOfSecrets();
    const setting = setLock(db, PASSPHRASE, NOW, ROUNDS);
    while ((await db.jobs.get('seal')) === undefined);
    await sealRecords(db);
    await setting;
    await sealRecords(db);
    expect(db.seal.record?.state).toBe('on');
    expect(await found(db)).toEqual([]);
    const removing = removeLock(db, PASSPHRASE, NOW);
    while ((await db.jobs.get('seal')) === undefined);
    await sealRecords(db);
    await removing;
    await sealRecords(db);
    expect(db.seal.record).toBeNull();
    expect(await found(db)).toEqual(SECRETS);
  });

  test('is not set twice, nor with a short passphrase', async () => {
    const { db } = await sealedShop();
    await expect(setLock(db, PASSPHRASE, NOW, ROUNDS)).rejects.toThrow('remove it first');
    expect(await setLock(db, '1234567', NOW, ROUNDS)).toEqual({ ok: false, because: 'shortPassphrase' });
  });
});

describe('while it is locked', () => {
  const locked = async () => {
    const shop = await sealedShop();
    const columns = await readColumns(shop.db);
    await lockNow(shop.db);
    return { ...shop, columns };
  };

  test('names and notes are opaque, figures are as they were', async () => {
    const { db, shopId, customerId, columns } = await locked();
    for (const { display } of await db.customers.toArray()) expect(isSealed(display)).toBe(true);
    expect(await readColumns(db)).toEqual(columns);
    const view = await readCustomerView(db, shopId, customerId, NOW);
    expect(view.orders).toHaveLength(1);
    expect(isSealed(view.display!)).toBe(true);
  });

  test('a new worker, and a new browser, find it locked', async () => {
    const { db, memory } = await locked();
    for (const next of [memory, new TestMemory()]) {
      const again = reopened(db, next);
      await again.open();
      expect(again.seal.isLocked).toBe(true);
    }
  });

  test('the same page again writes nothing', async () => {
    const { db, ids } = await locked();
    const { newOrders, changedOrders } = await ingest(db, ids, shownAgain({ observedAt: LATER }), LATER);
    expect([newOrders, changedOrders]).toEqual([0, 0]);
  });

  test('pages are taken in, and are whole once it is unlocked', async () => {
    const { db, ids } = await locked();
    const state = { status: 'completed' } as const;
    const orders = [
      // Of somebody who is known, of somebody new, one that shows less than is known, and one whose mask turns out to be somebody.
      makeOrder({ orderId: '3090112233440001' }),
      makeOrder({ orderId: '3090112233440002', buyer: stable('newcomer') }),
      makeOrder({ ...state, buyer: masked }),
      makeOrder({ ...state, orderId: '3090000000000001', buyer: stable('buyer_0') }),
    ];
    await ingest(db, ids, makeReport(orders, { observedAt: LATER }), LATER);
    expect(await rawText(db.name)).not.toContain('newcomer');
    await unlock(db, PASSPHRASE, LATER);
    const byId = async (orderId: string) => (await db.orders.get(`jd:${orderId}`))!;
    const [again, fresh, less, same] = await Promise.all(orders.map(async ({ orderId }) => await byId(orderId)));
    expect(less).toMatchObject({ status: 'completed', buyer: stable('wd_sunshine') });
    expect(again!.customerId).toBe(less!.customerId);
    expect(fresh!.buyer).toEqual(stable('newcomer'));
    expect(same).toMatchObject({ status: 'completed', buyer: stable('buyer_0') });
    expect((await db.customers.toArray()).map(({ display }) => display).toSorted()).toContain('newcomer');
    for (const order of await db.orders.toArray()) orderSchema.parse(order);
  });

  test('what comes in with another key goes on being one customer', async () => {
    const { db, ids } = await locked();
    const before = await db.orders.get('jd:3090112233448831');
    await ingest(db, ids, makeReport([makeOrder({ status: 'shipped', buyer: masked })], { observedAt: LATER }), LATER);
    expect((await db.orders.get('jd:3090112233448831'))!.customerId).toBe(before!.customerId);
  });

  test('people are found by their orders alone, and by name again once it is unlocked', async () => {
    const { db } = await locked();
    expect(await search(db, 'wd_sun')).toEqual([]);
    expect(await search(db, '8831')).toHaveLength(1);
    await unlock(db, PASSPHRASE, NOW);
    expect((await search(db, 'WD_sun')).map(({ customer }) => customer.display)).toEqual(['wd_sunshine']);
    expect((await search(db, 'uyer_')).length).toBe(6);
  });

  test('nobody is forgotten and nothing is copied out; both say why', async () => {
    const { db, ids, customerId } = await locked();
    await expect(forgetCustomer(db, ids, customerId, NOW)).rejects.toSatisfy(isLocked);
    const copied = async () => {
      for (const table of sourceTables) for await (const _ of portionsOf(db, table));
    };
    await expect(copied()).rejects.toSatisfy(isLocked);
    await unlock(db, PASSPHRASE, NOW);
    await copied();
  });

  test('names that go meanwhile are counted again afterwards', async () => {
    const { db } = await locked();
    const { removeOrders } = await import('../../../../lib/pipeline/forget/remove-orders.ts');
    await db.transaction(
      'rw',
      db.tables,
      async () => await removeOrders(db, [(await db.orders.toCollection().last())!]),
    );
    await unlock(db, PASSPHRASE, NOW);
    await maintain(db, NOW);
    const counts = await db.nameCounts.toArray();
    expect(counts.find(({ id }) => id.endsWith('|'))?.count).toBe(6);
    expect(counts.map(({ id }) => id)).not.toContain('recount');
  });

  test('everything can still be deleted, and the lock goes with it', async () => {
    const { db } = await locked();
    await deleteStore(db, NOW);
    expect(db.seal.record).toBeNull();
    await ingest(db, await openCustomerIds(db), shownAgain(), NOW);
    expect(await found(db)).toContain('wd_sunshine');
  });
});

describe('the passphrase', () => {
  test('that is wrong is said, and from the third on there is a wait that grows', async () => {
    const { db } = await sealedShop();
    await lockNow(db);
    const tried = async (at: number) => await unlock(db, 'another one', at);
    const wrong = { ok: false, because: 'otherPassphrase' };
    expect(await tried(NOW)).toMatchObject(wrong);
    expect(await tried(NOW)).toMatchObject(wrong);
    expect(await tried(NOW)).toEqual({ ...wrong, waitUntil: NOW + 5_000 });
    expect(await unlock(db, PASSPHRASE, NOW + 4_999)).toMatchObject({ because: 'tooSoon' });
    expect(await tried(NOW + 5_000)).toEqual({ ...wrong, waitUntil: NOW + 15_000 });
    expect(await unlock(db, PASSPHRASE, NOW + 15_000)).toEqual({ ok: true });
    expect(db.seal.isLocked).toBe(false);
    expect(db.seal.record).toMatchObject({ failed: 0, waitUntil: 0 });
  });

  test('is waited for five minutes at most, though the clock was days ahead when it was mistyped', async () => {
    const { db } = await sealedShop();
    await lockNow(db);
    const ahead = NOW + 2 * 86_400_000;
    for (let tries = 0; tries < 3; tries += 1) await unlock(db, 'another one', ahead);
    expect(await unlock(db, PASSPHRASE, NOW)).toMatchObject({ because: 'tooSoon', waitUntil: NOW + 300_000 });
    expect(await unlock(db, PASSPHRASE, NOW + 299_999)).toMatchObject({ because: 'tooSoon', waitUntil: NOW + 300_000 });
    expect(await unlock(db, PASSPHRASE, NOW + 300_000)).toEqual({ ok: true });
  });

  test('that is wrong is counted in every window', async () => {
    const { db } = await sealedShop();
    await lockNow(db);
    await Promise.all(Array.from({ length: 4 }, async () => await unlock(db, 'another one', NOW)));
    expect(await unlock(db, PASSPHRASE, NOW)).toMatchObject({ because: 'tooSoon', waitUntil: NOW + 10_000 });
  });

  test('is changed without a record being touched', async () => {
    const { db } = await sealedShop();
    const before = await db.orders.toArray();
    await changePassphrase(db, { passphrase: PASSPHRASE, next: 'a new passphrase' }, NOW);
    await lockNow(db);
    expect((await unlock(db, PASSPHRASE, NOW)).ok).toBe(false);
    expect((await unlock(db, 'a new passphrase', NOW)).ok).toBe(true);
    expect(await db.orders.toArray()).toEqual(before);
  });
});

describe('a lock that is taken off', () => {
  test('leaves everything as it was before there was one, wherever it was stopped', async () => {
    const { db: first, memory } = await shopOfSecrets();
    const before = await read(first);
    await setLock(first, PASSPHRASE, NOW, ROUNDS);
    await sealRecords(first);
    await removeLock(first, PASSPHRASE, NOW);
    let db = first;
    for (let stop = 0; await sealSlice(db, 3); stop += 1) {
      db = reopened(db, stop === 2 ? new TestMemory() : memory);
      await db.open();
      if (!db.seal.isLocked) continue;
      // The browser was closed: it waits for the passphrase.
      expect(await sealSlice(db)).toBe(false);
      await unlock(db, PASSPHRASE, NOW);
    }
    expect(db.seal.record).toBeNull();
    expect(await found(db)).toEqual(SECRETS);
    expect((await read(db)).map((rows) => (rows as unknown[]).length)).toEqual(
      before.map((rows) => (rows as unknown[]).length),
    );
    expect(await db.orders.toArray()).toEqual(before[1]);
    expect(await db.customers.toArray()).toEqual(before[0]);
  });

  test('whose passphrase is lost takes what is sealed with it; the figures stay, and who comes again is known', async () => {
    const { db, ids, customerId } = await sealedShop();
    const columns = await readColumns(db);
    await lockNow(db);
    await giveUpSealed(db, NOW);
    await sealRecords(db);
    expect(db.seal.record).toBeNull();
    expect(await found(db)).toEqual([]);
    for (const order of await db.orders.toArray()) orderSchema.parse(order);
    expect(await readColumns(db)).toEqual(columns);
    await ingest(db, ids, shownAgain({ observedAt: LATER }), LATER);
    expect((await db.customers.get(customerId))!.display).toBe('wd_sunshine');
    expect(await db.customers.count()).toBe(7);
  });
});

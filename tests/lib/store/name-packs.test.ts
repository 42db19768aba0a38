/** Names in packs: the search finds with them what it finds without, and a customer who changes takes their pack along. */
import { describe, expect, test } from 'vitest';
import { SEALED } from '../../../lib/model/sealed.ts';
import { forgetCustomer } from '../../../lib/pipeline/forget/forget-customer.ts';
import { openCustomerIds } from '../../../lib/pipeline/customer-id.ts';
import { giveUpSealed, lockNow, removeLock, unlock } from '../../../lib/pipeline/lock/keep-lock.ts';
import { packNames } from '../../../lib/pipeline/lock/pack-names.ts';
import { maintain } from '../../../lib/pipeline/maintain.ts';
import { takeInPage } from '../../../lib/pipeline/take-in-page.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { namePackIdOf, namePackIds } from '../../../lib/store/name-packs.ts';
import { readKnownNames } from '../../../lib/views/customers/known-names.ts';
import { search } from '../../../lib/views/customers/search.ts';
import { NOW, PASSPHRASE, reopened, sealedShop, shownAgain } from '../../support/locked-shop.ts';
import { makeOrder, stable } from '../../support/make-order.ts';
import { rawText } from '../../support/raw-store.ts';

async function packedShop() {
  const shop = await sealedShop();
  await packNames(shop.db, 1);
  return shop;
}

const packs = async (db: LiukeDatabase) => await db.namePacks.toCollection().primaryKeys();
const found = async (db: LiukeDatabase, name: string) =>
  (await search(db, name)).map(({ customer }) => customer.display);

describe('names in packs', () => {
  test('are all of them, sealed, and found as they are without', async () => {
    const { db, memory } = await packedShop();
    expect(await packs(db)).toEqual(namePackIds);
    const all = await db.customers.toArray();
    const { customerIds, searchNames } = await readKnownNames(db);
    expect(Object.fromEntries(customerIds.map((id, index) => [id, searchNames[index]]))).toEqual(
      Object.fromEntries(all.map(({ customerId, display }) => [customerId, display.toLowerCase()])),
    );
    expect(await found(db, 'sunshine')).toEqual(['wd_sunshine']);
    expect(await rawText(db.name)).not.toContain('sunshine');
    // Another page, which has read nothing yet.
    expect(await found(reopened(db, memory), 'sunshine')).toEqual(['wd_sunshine']);
  });

  test('go with a customer who is new or changes, who is found all the same; the next work makes that pack again', async () => {
    const { db, ids, memory } = await packedShop();
    await takeInPage(db, ids, shownAgain({ orders: [makeOrder({ orderId: '991', buyer: stable('newcomer') })] }), NOW);
    const newcomer = (await db.customers.toArray()).find(({ display }) => display === 'newcomer')!;
    expect(await packs(db)).toEqual(namePackIds.filter((id) => !newcomer.customerId.startsWith(id)));
    const page = reopened(db, memory);
    expect(await found(page, 'newcom')).toEqual(['newcomer']);
    await page.customers.update(newcomer.customerId, { display: 'renamed', searchName: 'renamed' });
    await packNames(page, 1);
    expect(await packs(page)).toEqual(namePackIds);
    const next = reopened(page, memory);
    expect([await found(next, 'newcomer'), await found(next, 'renam')]).toEqual([[], ['renamed']]);
  });

  test('that are damaged cost nobody: who is in them is found by their own record', async () => {
    const { db, customerId } = await packedShop();
    await db.namePacks.update(namePackIdOf(customerId), { names: `${SEALED}n00000000:AAAA` });
    expect(await found(db, 'sunshine')).toEqual(['wd_sunshine']);
  });

  test('go with a customer who is forgotten', async () => {
    const { db, customerId } = await packedShop();
    await forgetCustomer(db, await openCustomerIds(db), customerId, NOW);
    expect(await packs(db)).not.toContain(namePackIdOf(customerId));
    expect(JSON.stringify(await db.namePacks.toArray())).not.toContain(customerId);
    await db.customers.clear();
    expect(await packs(db)).toEqual([]);
  });

  test('are made by the work between pages where there are many, and while the lock is open', async () => {
    const { db } = await sealedShop();
    await maintain(db, NOW);
    expect(await packs(db)).toEqual([]);
    await lockNow(db);
    await packNames(db, 1);
    expect(await packs(db)).toEqual([]);
    await unlock(db, PASSPHRASE, NOW);
    await packNames(db, 1);
    await lockNow(db);
    expect([(await packs(db)).length, await found(db, 'sunshine')]).toEqual([namePackIds.length, []]);
  });

  test.each([
    ['is taken off', async (db: LiukeDatabase) => await removeLock(db, PASSPHRASE, NOW)],
    ['is given up', async (db: LiukeDatabase) => await giveUpSealed(db, NOW)],
  ])('are gone before anything else when the lock %s', async (_, end) => {
    const { db } = await packedShop();
    await end(db);
    expect(await packs(db)).toEqual([]);
    await maintain(db, NOW);
    await packNames(db, 1);
    expect(await packs(db)).toEqual([]);
  });
});

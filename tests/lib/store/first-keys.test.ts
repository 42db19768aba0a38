import { expect, test, vi } from 'vitest';
import { countUpTo, holdsAny } from '../../../lib/store/first-keys.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const shops = ['a', 'b', 'c'].map((shopId) => ({ shopId, platform: 'jd' as const, hints: [], name: null }));

test('records are counted up to a number, of a table or of a part of it', async () => {
  const db = openTestDatabase();
  expect([await holdsAny(db.shops), await countUpTo(db.shops, 2)]).toEqual([false, 0]);
  await db.shops.bulkPut(shops);
  expect([await holdsAny(db.shops), await countUpTo(db.shops, 2), await countUpTo(db.shops, 9)]).toEqual([true, 2, 3]);
  expect(await countUpTo(db.shops.where('shopId').above('a'), 9)).toBe(2);
  expect(await holdsAny(db.shops.where('shopId').above('c'))).toBe(false);
});

test('what lies behind is not walked over', async () => {
  const db = openTestDatabase();
  await db.shops.bulkPut(shops);
  const count = vi.spyOn(IDBObjectStore.prototype, 'count');
  const keys = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys');
  await holdsAny(db.shops);
  expect(count).not.toHaveBeenCalled();
  expect(JSON.stringify(keys.mock.calls)).toContain('"count":1');
});

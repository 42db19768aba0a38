import { expect, test } from 'vitest';
import { firstDirty, markDirty } from '../../../lib/store/dirty-lists.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const customers = (shopId: string, count: number) =>
  new Map(Array.from({ length: count }, (_, index) => [`${shopId}-${index}`, shopId] as const));

test('the customers of a page are one record, of each shop its own', async () => {
  const db = openTestDatabase();
  await markDirty(db.dirtyLists, new Map([...customers('jd', 50), ...customers('tmall', 2)]));
  expect(await db.dirtyLists.toArray()).toEqual([
    { sequence: 1, shopId: 'jd', customerIds: [...customers('jd', 50).keys()] },
    { sequence: 2, shopId: 'tmall', customerIds: ['tmall-0', 'tmall-1'] },
  ]);
});

test('many at once are listed in parts, and nobody in none', async () => {
  const db = openTestDatabase();
  await markDirty(db.dirtyLists, new Map());
  expect(await db.dirtyLists.count()).toBe(0);
  await markDirty(db.dirtyLists, customers('jd', 250));
  expect((await db.dirtyLists.toArray()).map(({ customerIds }) => customerIds.length)).toEqual([100, 100, 50]);
});

test('the first are given until there are enough of them', async () => {
  const db = openTestDatabase();
  for (const count of [100, 1, 100, 30, 100]) await markDirty(db.dirtyLists, customers('jd', count));
  const sizes = async (most: number) =>
    (await firstDirty(db.dirtyLists, most)).map(({ customerIds }) => customerIds.length);
  expect(await sizes(200)).toEqual([100, 1, 100]);
  expect(await sizes(1)).toEqual([100]);
  expect(await sizes(1000)).toEqual([100, 1, 100, 30, 100]);
});

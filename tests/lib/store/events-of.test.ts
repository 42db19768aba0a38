import { expect, test, vi } from 'vitest';
import { eventsOf } from '../../../lib/store/events-of.ts';
import type { EventRecord } from '../../../lib/store/database.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const undo = (id: string): EventRecord => ({
  id,
  device: 'd',
  at: 1,
  logicalTime: id,
  kind: 'undo',
  eventId: 'another',
});

test('however often a reading transaction asks for a kind, the store is asked once', async () => {
  const db = openTestDatabase();
  await db.events.bulkPut([undo('1'), undo('2')]);
  const asked = vi.spyOn(IDBIndex.prototype, 'getAll');
  const found = await db.transaction('r', db.events, async () => {
    const both = await Promise.all([eventsOf(db, 'undo', 'contact'), eventsOf(db, 'undo')]);
    return [...both, await eventsOf(db, 'undo')];
  });
  expect(found.map((events) => events.length)).toEqual([2, 2, 2]);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('what was written since is read: outside of a transaction, in the next one, and in one that writes', async () => {
  const db = openTestDatabase();
  const count = async () => (await eventsOf(db, 'undo')).length;
  const reading = async () => await db.transaction('r', db.events, count);
  expect([await count(), await reading()]).toEqual([0, 0]);
  await db.events.put(undo('1'));
  expect([await count(), await reading()]).toEqual([1, 1]);
  await db.transaction('rw', db.events, async () => {
    expect(await count()).toBe(1);
    await db.events.put(undo('2'));
    expect(await count()).toBe(2);
  });
});

import { describe, expect, test, vi } from 'vitest';
import { neighboursOf, recordsOf } from '../../../lib/store/of-keys.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const party = (name: string, customerId: string) => ({ party: name, shopId: 'jd-1', customerId });

test('records of several keys are asked for at once: nothing waits for the one before', async () => {
  const db = openTestDatabase();
  await db.linkedParties.bulkPut([party('a', 'anna'), party('b', 'ben'), party('b2', 'ben'), party('c', 'cleo')]);
  const cursors = vi.spyOn(IDBIndex.prototype, 'openCursor');
  const found = await recordsOf(db.linkedParties, 'customerId', ['ben', 'anna', 'ben', 'nobody']);
  expect(found.map((each) => each.party)).toEqual(['b', 'b2', 'a']);
  expect(cursors).not.toHaveBeenCalled();
  expect(await recordsOf(db.linkedParties, 'customerId', [])).toEqual([]);
});

describe('records whose keys stand near each other', () => {
  const names = Array.from({ length: 30 }, (_, index) => `p${String(index).padStart(2, '0')}`);
  const opened = async () => {
    const db = openTestDatabase();
    await db.linkedParties.bulkPut(names.map((name) => party(name, 'anna')));
    const asked = {
      each: vi.spyOn(IDBObjectStore.prototype, 'get'),
      all: vi.spyOn(IDBObjectStore.prototype, 'getAll'),
    };
    for (const asking of Object.values(asked)) asking.mockClear();
    return { db, asked };
  };
  const foundFor = async (keys: string[]) => {
    const { db, asked } = await opened();
    const found = await neighboursOf(db.linkedParties, keys);
    return { found: found.map((record) => record?.party ?? null), asked };
  };

  test('are asked for in one question, and come in the order of the keys', async () => {
    const { found, asked } = await foundFor(['p07', 'p05', 'p06x', 'p09', 'p05']);
    expect(found).toEqual(['p07', 'p05', null, 'p09', 'p05']);
    expect(asked.all).toHaveBeenCalledTimes(1);
    expect(asked.each).not.toHaveBeenCalled();
  });

  test('are asked for one by one where many others stand between them', async () => {
    const { found, asked } = await foundFor(['p29', 'p00', 'none']);
    expect(found).toEqual(['p29', 'p00', null]);
    expect(asked.each).toHaveBeenCalledTimes(3);
    expect(asked.all.mock.calls).toMatchObject([[{ count: 7 }]]);
  });

  test('may be none', async () => {
    const { found, asked } = await foundFor([]);
    expect(found).toEqual([]);
    expect(asked.all).not.toHaveBeenCalled();
  });
});

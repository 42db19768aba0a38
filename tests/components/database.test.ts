import { expect, test } from 'vitest';
import { database } from '../../components/hooks/database.ts';

test('the interface can read the store and cannot write it', async () => {
  expect(await database.meta.toArray()).toEqual([]);
  await expect(database.meta.put({ name: 'device', value: 'x' })).rejects.toThrow(/read only/);
  await expect(database.transaction('rw', database.meta, () => database.meta.clear())).rejects.toThrow(/read only/);
});

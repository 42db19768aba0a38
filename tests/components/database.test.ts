import { expect, test } from 'vitest';
import { database } from '../../components/hooks/database.ts';
import { startScreen } from './support/seller-screen.tsx';

test('the interface can read the store and cannot write it', async () => {
  const { db } = await startScreen();
  await db.meta.put({ name: 'device', value: 'a' });
  expect(await database.meta.toArray()).toEqual([{ name: 'device', value: 'a' }]);
  await expect(database.meta.put({ name: 'device', value: 'x' })).rejects.toThrow(/read only/);
  await expect(database.transaction('rw', database.meta, () => database.meta.clear())).rejects.toThrow(/read only/);
});

import { expect, test, vi } from 'vitest';
import { recordsOf } from '../../../lib/store/of-keys.ts';
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

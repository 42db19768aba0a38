import { expect, test } from 'vitest';
import { openCustomerIds } from '../../../../lib/pipeline/customer-id.ts';
import { ingest } from '../../../../lib/pipeline/ingest.ts';
import { LiukeDatabase } from '../../../../lib/store/database.ts';
import { readKnownNames } from '../../../../lib/views/customers/known-names.ts';
import { search } from '../../../../lib/views/customers/search.ts';
import { makeOrder, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

async function take(db: LiukeDatabase, name: string, orderId: string): Promise<void> {
  await ingest(db, await openCustomerIds(db), makeReport([makeOrder({ orderId, buyer: stable(name) })]));
}

test('names are kept in memory until a customer is written, by whatever connection', async () => {
  const db = openTestDatabase();
  await take(db, 'wd_sunshine', '3090112233448831');
  const names = await readKnownNames(db);
  expect(names.searchNames).toEqual(['wd_sunshine']);
  expect(await readKnownNames(db)).toBe(names);

  const writer = new LiukeDatabase(db.name);
  await take(writer, 'sunflower', '3090112233448832');
  expect((await search(db, 'unflow')).map(({ customer }) => customer.display)).toEqual(['sunflower']);
  const [sunflower] = await writer.customers.where('searchName').equals('sunflower').toArray();
  await writer.customers.update(sunflower!.customerId, { display: 'moonflower', searchName: 'moonflower' });
  writer.close();
  expect(await search(db, 'unflow')).toEqual([]);
  expect((await search(db, 'oonflow')).map(({ customer }) => customer.display)).toEqual(['moonflower']);
  expect(await readKnownNames(db)).not.toBe(names);
});

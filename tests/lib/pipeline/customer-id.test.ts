import { expect, test } from 'vitest';
import { openCustomerIds } from '../../../lib/pipeline/customer-id.ts';
import { masked, probable, stable } from '../../support/make-order.ts';
import { afterDeathOf, openTestDatabase } from '../../support/test-database.ts';

test('one buyer of one shop has one id, also after a restart', async () => {
  const db = openTestDatabase();
  const id = await (await openCustomerIds(db)).of('shop-1', stable('wd_sunshine'));
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  const ids = await openCustomerIds(afterDeathOf(db));
  expect(await ids.of('shop-1', stable('wd_sunshine'))).toBe(id);
});

test('another shop, another buyer, another kind of name, another installation: another id', async () => {
  const ids = await openCustomerIds(openTestDatabase());
  const elsewhere = await openCustomerIds(openTestDatabase());
  const all = [
    await ids.of('shop-1', stable('2208001')),
    await ids.of('shop-2', stable('2208001')),
    await ids.of('shop-1', stable('2208002')),
    await ids.of('shop-1', probable('2208001')),
    await elsewhere.of('shop-1', stable('2208001')),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test('a mask is nobody', async () => {
  const ids = await openCustomerIds(openTestDatabase());
  expect(await ids.of('shop-1', masked)).toBeNull();
});

test('opened twice at once, there is one secret', async () => {
  const db = openTestDatabase();
  const [one, other] = await Promise.all([openCustomerIds(db), openCustomerIds(db)]);
  expect(await one.of('shop-1', stable('wd_sunshine'))).toBe(await other.of('shop-1', stable('wd_sunshine')));
});

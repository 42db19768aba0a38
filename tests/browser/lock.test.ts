import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordsOf, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import type { CustomerRecord } from '../../lib/store/records.ts';
import { startSeller, type Seller } from './support/seller.ts';

const PASSPHRASE = 'seven green bottles';
let seller: Seller;
let page: Page;

beforeAll(async () => {
  seller = await startSeller();
  const list = await seller.open(consoleUrls.jdOrders);
  await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.setPageSize(50));
  await painted(list);
  page = await seller.browser.context.newPage();
  await page.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#privacy`);
  await until(
    async () => (await storedOrders(page)).length,
    (count) => count >= 50,
  );
});
afterAll(async () => {
  await seller?.close();
});

const press = async (key: Parameters<typeof wordOf>[1]) =>
  await page.getByRole('button', { name: await wordOf(page, key), exact: true }).click();
const says = async (key: Parameters<typeof wordOf>[1]) =>
  await page.getByText(await wordOf(page, key), { exact: true }).waitFor();
/** Beneath all that the store lays over the browser's database. */
const raw = async () =>
  JSON.stringify(
    await Promise.all(['customers', 'orders', 'undoSteps'].map((table) => recordsOf<object>(page, table))),
  );

describe('in the built extension', () => {
  test('a lock takes every name out of the database, is closed and opened, and figures stay', async () => {
    const customers = await recordsOf<CustomerRecord>(page, 'customers');
    const names = customers.map(({ display }) => display);
    const whole = names.filter((name) => name.length > 3);
    expect(whole.length).toBeGreaterThan(10);
    for (const label of ['lockNewPassphrase', 'backupAgain'] as const)
      await page.getByLabel(await wordOf(page, label)).fill(PASSPHRASE);
    await press('lockSet');
    await says('lockIsOpen');
    const sealed = await raw();
    expect(whole.filter((name) => sealed.includes(name))).toEqual([]);

    const searched = whole[0]!;
    const find = async () => {
      await page.getByLabel(await wordOf(page, 'forgetWhom')).fill('');
      await page.getByLabel(await wordOf(page, 'forgetWhom')).fill(searched);
    };
    const forget = page.getByRole('button', { name: await wordOf(page, 'forget'), exact: true });
    await find();
    await forget.first().waitFor();
    await press('lockNow');
    await says('lockIsClosed');
    await find();
    await says('forgetNobody');

    await page.getByLabel(await wordOf(page, 'lockPassphrase')).fill('something else');
    await press('lockOpen');
    await says('lock_otherPassphrase');
    const popup = await seller.browser.context.newPage();
    await popup.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
    await popup.getByText(await wordOf(page, 'lockedLine')).waitFor();
    await popup.close();

    await page.getByLabel(await wordOf(page, 'lockPassphrase')).fill(PASSPHRASE);
    await press('lockOpen');
    await says('lockIsOpen');
    await find();
    await forget.first().waitFor();
    expect((await recordsOf<CustomerRecord>(page, 'customers')).length).toBe(customers.length);
  });
});

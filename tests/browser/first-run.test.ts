/** The shipped build as it is after it was installed: nothing allowed, nothing read, and the guided tour with a sample shop. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessageKey } from '../../lib/browser/i18n.ts';
import { tourSteps } from '../../components/tour/steps.ts';
import { pageStates, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { violationsOf } from './support/axe.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
let panel: Page;
let tour: Page;
beforeAll(async () => {
  seller = await startSeller({ isNew: true });
  panel = await seller.openPanel();
  await panel.setViewportSize({ width: 360, height: 800 });
});
afterAll(() => seller?.close());

const word = (key: MessageKey) => wordOf(panel, key);
const databases = async () =>
  await panel.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).toSorted());
const overflowAt = async (page: Page, width: number) => {
  await page.setViewportSize({ width, height: 800 });
  return await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
};

test('nothing is read before a platform was chosen, and the panel says how to begin', async () => {
  const list = await seller.open(consoleUrls.jdOrders);
  await list.bringToFront();
  await panel.getByText(await word('startChoose')).waitFor();
  expect(await violationsOf(panel)).toEqual([]);
  expect(await overflowAt(panel, 320)).toBeLessThanOrEqual(0);
  expect(await pageStates(await seller.worker())).toEqual([]);
  expect(await storedOrders(await seller.worker())).toEqual([]);
  expect(await list.locator('liuke-overlay').count()).toBe(0);
  await list.close();
});

test('the tour leads through its steps by keys, every one of them in order for everybody', async () => {
  const opened = seller.browser.context.waitForEvent('page', (page) => page.url().endsWith('/tour.html'));
  await panel.getByRole('button', { name: await word('tourStart') }).click();
  tour = await opened;
  for (const [at, step] of tourSteps.entries()) {
    await tour.getByRole('heading', { level: 1, name: await word(`tour_${step}`) }).waitFor();
    await tour
      .locator(step === 'segment' ? '[role=combobox]' : 'h2, article, [data-row]')
      .first()
      .waitFor();
    expect(await violationsOf(tour)).toEqual([]);
    expect(await overflowAt(tour, 360)).toBeLessThanOrEqual(0);
    await tour.setViewportSize({ width: 1280, height: 800 });
    if (at + 1 < tourSteps.length) await tour.keyboard.press('ArrowRight');
  }
  await tour.getByText(await word('tourSample'), { exact: true }).waitFor();
});

test('it is taken up where it was left, and what is done in it is done to the sample alone', async () => {
  await tour.keyboard.press('ArrowLeft');
  await tour.keyboard.press('ArrowLeft');
  await tour.keyboard.press('ArrowLeft');
  await tour.reload();
  await tour.getByRole('heading', { level: 1, name: await word('tour_today') }).waitFor();
  const rows = tour.locator('[data-row]');
  await rows.first().waitFor();
  await tour
    .getByRole('button', { name: await word('today_later') })
    .first()
    .click();
  await tour.getByRole('button', { name: await word('undo') }).waitFor();
  expect(await databases()).toContain('liuke-sample');
  expect(await storedOrders(await seller.worker())).toEqual([]);
});

test('it is removed with one click and nothing of it is left', async () => {
  await tour.getByRole('button', { name: await word('tourRemove') }).click();
  await tour.getByText(await word('tourRemovedMeans')).waitFor();
  await until(databases, (names) => !names.includes('liuke-sample'));
  expect(await violationsOf(tour)).toEqual([]);
  const counts = await panel.evaluate(async () => {
    const open = indexedDB.open('liuke');
    const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const names = ['orders', 'customers', 'events', 'afterSales', 'captures', 'shops'];
    const sizes = await Promise.all(
      names.map(
        (name) =>
          new Promise<number>((resolve) => {
            const asked = db.transaction(name).objectStore(name).count();
            asked.onsuccess = () => resolve(asked.result);
          }),
      ),
    );
    db.close();
    return sizes;
  });
  expect(counts).toEqual([0, 0, 0, 0, 0, 0]);
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thresholds } from '../../lib/rules/tiers.ts';
import type { EventRecord } from '../../lib/store/database.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { overflowAt } from './support/clean-screen.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
let page: Page;
/** What the page or its console complained of. */
const complaints: string[] = [];

beforeAll(async () => {
  seller = await startSeller();
  const list = await seller.open(consoleUrls.jdOrders);
  await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.setPageSize(50));
  await painted(list);
  page = await seller.browser.context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address('overview'));
});
afterAll(() => seller?.close());

const address = (section: string) => `chrome-extension://${seller.browser.extensionId}/dashboard.html#${section}`;
const word = async (key: Parameters<typeof wordOf>[1]) => await wordOf(page, key);
const buyers = () => new Set(seller.jd.orders.slice(0, 50).flatMap(({ buyer }) => buyer.key ?? []));
const kinds = async () =>
  (await recordsOf<EventRecord>(await seller.worker(), 'events')).map(({ kind }) => kind).toSorted();

/** The counts of a table of tiers, by name. */
async function countsIn(table: string): Promise<Record<string, number>> {
  const rows = await page.getByRole('table', { name: table }).locator('tbody tr').allInnerTexts();
  return Object.fromEntries(
    rows.map((row) => {
      const [name, ...cells] = row.split(/[\t\n]+/);
      return [name!.trim(), Number(cells.find((cell) => /^[\d,]+$/.test(cell.trim()))!.replaceAll(',', ''))];
    }),
  );
}
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);

describe('the insight page', () => {
  test('counts every buyer that was seen, once, and names none in full', async () => {
    const tiers = await word('dashTierCounts');
    await until(
      async () => (await page.getByRole('table', { name: tiers }).count()) && sum(await countsIn(tiers)),
      (count) => count > 0 && count <= buyers().size,
    );
    await page.goto(address('segments'));
    await page.getByRole('combobox', { name: await word('dashQuery') }).fill('购买>=1次');
    await until(
      () => page.getByRole('rowheader').count(),
      (rows) => rows > 0,
    );
    const text = await page.locator('body').innerText();
    for (const key of buyers()) expect(text).not.toContain(key);
  });

  test('moves the counts of all tiers with a slider, saves them, and takes it back', async () => {
    await page.goto(address('tiers'));
    const live = await word('dashLiveCounts');
    await page.getByRole('table', { name: live }).waitFor();
    const before = await countsIn(live);
    const newDays = thresholds.find(({ id }) => id === 'newDays')!;
    const slider = page.getByRole('slider', { name: newDays.label.zh }).first();
    // The focus may scroll; from then on nothing moves.
    await slider.focus();
    const place = await page.getByRole('table', { name: live }).boundingBox();
    await page.keyboard.press('End');
    await until(
      () => countsIn(live),
      (counts) => JSON.stringify(counts) !== JSON.stringify(before) && sum(counts) === sum(before),
    );
    expect(await kinds()).toEqual([]);
    expect(await page.getByRole('table', { name: live }).boundingBox()).toEqual(place);
    await page.getByRole('button', { name: await word('dashSave'), exact: true }).click();
    await page.getByRole('button', { name: await word('undo') }).click();
    await until(kinds, (found) => found.join() === 'shopSettings,undo');
    await until(
      () => countsIn(live),
      (counts) => JSON.stringify(counts) === JSON.stringify(before),
    );
  });

  test('marks the character where a line cannot be read', async () => {
    await page.goto(address('segments'));
    const box = page.getByRole('combobox', { name: await word('dashQuery') });
    await box.fill('商次>30天 且 老客');
    await until(
      () => page.locator('mark').innerText(),
      (marked) => marked === '商次',
    );
    const [input, mark] = await Promise.all([box.boundingBox(), page.locator('mark').boundingBox()]);
    expect(mark!.x).toBeGreaterThanOrEqual(input!.x);
    expect(mark!.y).toBeGreaterThanOrEqual(input!.y);
    expect(mark!.y + mark!.height).toBeLessThanOrEqual(input!.y + input!.height + 1);
  });

  test('leads to every part by the keyboard, none wider than a window of 1280 or of 768 pixels', async () => {
    for (const link of await page.getByRole('navigation').getByRole('link').all()) {
      await link.press('Enter');
      await page.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
      for (const width of [1280, 768]) expect(await overflowAt(page, width)).toBeLessThanOrEqual(0);
    }
  });

  test('gives its figures as a picture: a PNG of twice the size, light whatever the screen has, with ink in it', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(address('rfm'));
    const save = page.getByRole('button', { name: await word('dashSavePicture') }).first();
    await save.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toMatch(/\d{4}-\d{2}-\d{2}\.png$/);
    const png = readFileSync(await download.path());
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const box = await page.getByRole('table').first().boundingBox();
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * box!.width);
    const { light, dark, inBody } = await page.evaluate(
      async (bytes) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(picture, 0, 0);
        const { data } = context.getImageData(0, 0, picture.width, picture.height);
        const told = { light: 0, dark: 0, inBody: 0 };
        for (let at = 0; at < data.length; at += 4) {
          const lightness = data[at]! + data[at + 1]! + data[at + 2]!;
          if (lightness > 660) told.light += 1;
          if (lightness < 250) told.dark += 1;
          if (lightness < 250 && at > data.length / 2) told.inBody += 1;
        }
        const all = data.length / 4;
        return { light: told.light / all, dark: told.dark / all, inBody: told.inBody };
      },
      [...png],
    );
    expect(light).toBeGreaterThan(0.5);
    expect(dark).toBeGreaterThan(0.001);
    expect(dark).toBeLessThan(0.2);
    expect(inBody).toBeGreaterThan(500);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('is opened from panel and popup, once', async () => {
    const pages = () => seller.browser.context.pages().filter((open) => open.url().includes('/dashboard.html'));
    const popup = await seller.browser.context.newPage();
    await popup.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
    await popup.getByRole('button', { name: await word('dashOpen') }).click();
    await until(
      async () => popup.isClosed(),
      (isClosed) => isClosed,
    );
    expect(pages()).toEqual([page]);
    await page.close();
    const panel = await seller.openPanel();
    await panel.getByRole('button', { name: await wordOf(panel, 'dashOpen') }).click();
    await until(
      async () => pages().length,
      (count) => count === 1,
    );
  });

  test('complained of nothing', () => {
    expect(complaints).toEqual([]);
  });
});

/** A console that was rebuilt: the panel says so, makes a file of it on a click, and the command reads that file. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import type { PrintedPage } from '../../scripts/liuke/printed-page.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
let list: Page;
let panel: Page;
let file: string;

beforeAll(async () => {
  seller = await startSeller();
  list = await seller.open(consoleUrls.jdOrders);
  panel = await seller.openPanel();
  await list.bringToFront();
  await panel.getByRole('region', { name: await wordOf(panel, 'buyersOnPage') }).waitFor();
});
afterAll(() => seller?.close());

const liuke = (...args: string[]) => {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/liuke.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as PrintedPage;
};

test('as long as all is well there is no sign of it', async () => {
  expect(await panel.getByText(await wordOf(panel, 'layoutWhatToDo')).count()).toBe(0);
  await until(
    () => panel.locator('footer').innerText(),
    (text) => /10\D+10\D+0/.test(text),
  );
});

test('a label that was renamed makes every order a reject, and the panel and the button say so', async () => {
  await list.evaluate(() => {
    for (const time of document.querySelectorAll('.order-time-info'))
      for (const each of time.querySelectorAll('*'))
        if (each.children.length === 0) each.textContent = each.textContent.replace('下单', '创建');
  });
  await panel.getByText(await wordOf(panel, 'layoutWhatToDo')).waitFor();
  expect(await panel.locator('footer').innerText()).toMatch(/10\D+0\D+10/);
  const worker = await seller.worker();
  const badge = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(of: { url: string }): Promise<{ id: number }[]> };
        action: { getBadgeText(of: { tabId: number }): Promise<string> };
      };
    };
    const [tab] = await chrome.tabs.query({ url: 'https://shop.jd.com/*' });
    return await chrome.action.getBadgeText({ tabId: tab!.id });
  });
  expect(badge).toBe('!');
});

test('the file is shown on one click and saved on another', async () => {
  const note = panel.getByRole('status').filter({ hasText: await wordOf(panel, 'layoutWhatToDo') });
  await note.getByRole('button', { name: await wordOf(panel, 'diagnose') }).click();
  const preview = note.getByRole('region', { name: await wordOf(panel, 'diagnoseTitle') });
  await preview.waitFor();
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    preview.getByRole('link', { name: await wordOf(panel, 'diagnoseSave') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^liuke-diagnostic-[\d-]+\.html$/);
  file = await download.path();
  const shown = await preview.getByRole('textbox').inputValue();
  expect(readFileSync(file, 'utf8').startsWith(shown.slice(0, 1000))).toBe(true);
});

test('the file says nothing of what the page says', async () => {
  const text = readFileSync(file, 'utf8');
  const ids = await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.orderIds());
  const orders = ids.map((orderId) => seller.jd.orders.find((order) => order.orderId === orderId)!);
  const said = orders.flatMap(({ orderId, buyer, items }) => [orderId, buyer.key!, ...items.map(({ title }) => title)]);
  expect(said.filter((each) => each.length >= 6 && text.includes(each))).toEqual([]);
  expect(text).not.toContain(seller.jd.accountName);
});

test('the command reads it as the page was read; a mended reader reads it whole', () => {
  const read = liuke('read', file);
  expect(read).toMatchObject({ platform: 'jd', page: 'order-list', health: { rows: 10, read: 0 } });
  expect(read.rejects.map(({ what }) => what)).toEqual(Array.from({ length: 10 }, () => 'order time'));
});

test('a page that is painted anew as it was takes the note away', async () => {
  await list.reload();
  await painted(list);
  await panel.getByText(await wordOf(panel, 'layoutWhatToDo')).waitFor({ state: 'detached' });
});

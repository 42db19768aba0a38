/** Masked buyers of the Taobao console who may be one: shown with their evidence, joined and parted by the keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
let list: Page;
let panel: Page;

beforeAll(async () => {
  seller = await startSeller();
  list = await seller.open(consoleUrls.taobaoSold);
  panel = await seller.openPanel();
  await list.bringToFront();
  const console = await replicaOf(list, 'taobao-console');
  await console.evaluate((replica) => replica.setPageSize(50));
  await painted(list);
});
afterAll(() => seller?.close());

const word = async (key: Parameters<typeof wordOf>[1]) => await wordOf(panel, key);
const linkedOrders = async () =>
  (await storedOrders(await seller.worker())).filter(({ customerId }) => customerId !== null).length;
const proposals = async () => panel.getByRole('region', { name: await word('link_title') });

test('a short list is there, closed, and opens by the keyboard', async () => {
  const section = await proposals();
  await section.waitFor();
  const summary = section.locator('summary');
  await summary.focus();
  await panel.keyboard.press('Enter');
  const first = section.getByRole('listitem').first();
  await first.waitFor();
  const evidence = await first.innerText();
  // The tail of both order numbers is the first thing that is told.
  expect(evidence).toMatch(/\d{6}/);
  expect(await linkedOrders()).toBe(0);
});

test('a confirmation joins both orders at once, and the way back has the focus and parts them', async () => {
  const section = await proposals();
  await section
    .getByRole('button', { name: await word('link_confirm') })
    .first()
    .focus();
  await panel.keyboard.press('Enter');
  await panel.getByText(await word('link_note_confirmed')).waitFor();
  await until(linkedOrders, (count) => count === 2);
  await panel.keyboard.press('Enter');
  await panel.getByText(await word('link_note_undone')).waitFor();
  await until(linkedOrders, (count) => count === 0);
});

test.each([320, 360, 600])('nothing runs out of a panel of %i px', async (width) => {
  await panel.setViewportSize({ width, height: 800 });
  const overflow = await panel.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

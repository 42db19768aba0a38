/** The morning queue on the demo shop: whom to wake, what for, and what became of each. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { playbooks } from '../../lib/rules/playbooks.ts';
import type { EventRecord } from '../../lib/store/database.ts';
import { recordsOf, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { readAllPages } from '../../scripts/browser/read-all-pages.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import type { DemoOrder } from '../../scripts/demo/shop/demo-shop.ts';
import { waitForMorning } from './support/morning.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
let panel: Page;
/** The Shanghai day on which the pages were looked at: of the days since then nothing is said. */
let seenDay: number;

beforeAll(async () => {
  seller = await startSeller();
  const orders = await seller.open(consoleUrls.jdOrders);
  await readAllPages(orders, 'jd-shop', seller.worker);
  seenDay = dayOf(Date.now());
  panel = await seller.openPanel();
  await leaveOutOccasions();
  await waitForMorning(seller, panel);
  await orders.bringToFront();
  // Whatever the panel knew of the time before is gone.
  await panel.reload();
});
afterAll(() => seller?.close());

/** Days before a sale or a festival regulars are told of that, and are woken another day: the queue shall not go by the date. */
async function leaveOutOccasions(): Promise<void> {
  const page = await seller.browser.context.newPage();
  await page.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#practice`);
  const kinds = ['sale', 'festival'] as const;
  const waiting = playbooks.filter(({ moment, isOn }) => isOn && kinds.some((kind) => moment?.kinds.includes(kind)));
  for (const { label } of waiting) await page.getByRole('checkbox', { name: label.zh, exact: true }).uncheck();
  await until(
    async () => (await recordsOf<EventRecord>(page, 'events')).filter(({ kind }) => kind === 'shopPractice').length,
    (count) => count === waiting.length,
  );
  await page.close();
}

const word = async (key: Parameters<typeof wordOf>[1]) => await wordOf(panel, key);

const toWake = async () =>
  panel
    .getByRole('navigation', { name: await word('today_title') })
    .getByRole('button', { name: await word('today_wake') });
const list = async () => panel.getByRole('region', { name: await word('today_wake') });
/** Of the list, which of those with an offer comes first. */
const firstRow = async () =>
  (await list())
    .getByRole('listitem')
    .filter({ has: panel.locator('[data-row]'), hasText: /满\d+减\d+/ })
    .first();
const nameIn = async (row: Locator) => await row.locator('[data-row]').getAttribute('data-row');
const isListed = async (customerId: string) =>
  (await (await list()).locator(`[data-row="${customerId}"]`).count()) === 1;

/** Customers that the counter has. */
const due = async () => Number((await (await toWake()).locator('strong').innerText()).replaceAll(',', ''));

/** The counter has fallen by one, and the row is gone. */
async function isOffList(customerId: string, before: number): Promise<void> {
  await until(due, (count) => count === before - 1);
  await until(
    () => isListed(customerId),
    (is) => !is,
  );
}

/** Takes the last step back: the counter has them all again, and the row is there. */
async function takeBack(customerId: string, before: number): Promise<void> {
  await (await list()).getByRole('button', { name: await word('undo'), exact: true }).click();
  await until(due, (count) => count === before);
  await until(() => isListed(customerId), Boolean);
}

/** The customer's orders as the shop has them. */
async function ordersOf(customerId: string): Promise<DemoOrder[]> {
  const seen = (await storedOrders(await seller.worker())).find((order) => order.customerId === customerId)!;
  const { buyerIndex } = seller.jd.orders.find(({ orderId }) => orderId === seen.orderId)!;
  return seller.jd.orders.filter((order) => order.buyerIndex === buyerIndex);
}

/** What people did, in the order in which it was written. */
const done = async () =>
  (await recordsOf<EventRecord>(await seller.worker(), 'events')).toSorted((a, b) => a.at - b.at);

test('has customers to wake, and by day none of them waits for the morning', async () => {
  await (await toWake()).click();
  await (await firstRow()).waitFor();
  expect(await due()).toBeGreaterThan(2);
  expect(await (await list()).innerText()).not.toContain('静默时段');
});

test('says of each what to give and why today, by the orders there are, and the card says the same', async () => {
  const row = await firstRow();
  const [text, orders] = [await row.innerText(), await ordersOf((await nameIn(row))!)];
  const bought = orders.filter(({ status }) => !['unpaid', 'cancelled'].includes(status));
  const last = Math.max(...bought.map(({ placedAt }) => dayOf(placedAt)));
  expect(text).toContain(`距上次购买 ${seenDay - last} 天`);
  const [advice] = /\S+：\S+券 · 满\d+减\d+/.exec(text)!;
  await row.locator('[data-row]').click();
  const suggestions = panel.getByRole('region', { name: await word('suggestionsTitle') });
  await suggestions.getByText(advice.split(' · ')[0]!).first().waitFor();
  await panel.getByRole('button', { name: await word('backToToday') }).click();
  await (await firstRow()).waitFor();
});

test('takes whoever was sent it off the list, keeps that on the card, and undo brings them back', async () => {
  const [row, before] = [await firstRow(), await due()];
  const customerId = (await nameIn(row))!;
  await row.getByRole('button', { name: /^记为已发：/ }).click();
  await isOffList(customerId, before);
  expect(await (await list()).innerText()).toContain('今天已做 1 位');
  expect((await done()).at(-1)).toMatchObject({
    kind: 'contact',
    customerId,
    contact: { how: 'noted', isOffer: true },
  });

  await panel.getByRole('button', { name: await word('panelSearchOpen') }).click();
  const [{ orderId }] = (await ordersOf(customerId)) as [DemoOrder];
  await panel.getByRole('combobox', { name: await word('panelSearch') }).fill(orderId.slice(-8));
  await panel.getByRole('listbox').getByRole('option').first().click();
  await panel.getByRole('region', { name: '联系记录（1）' }).getByText('记为已发券').waitFor();
  await panel.getByRole('button', { name: '撤销', exact: true }).click();
  await until(
    async () => (await done()).at(-1)!.kind,
    (kind) => kind === 'undo',
  );
  await panel.keyboard.press('Escape');
  await until(due, (count) => count === before);
});

test('leaves whoever is for later off today’s list, and undo brings them back', async () => {
  const [row, before] = [await firstRow(), await due()];
  const customerId = (await nameIn(row))!;
  await row.getByRole('button', { name: /^稍后再说：/ }).click();
  await isOffList(customerId, before);
  expect((await done()).at(-1)).toMatchObject({ kind: 'suggestionPutOff', customerId, reason: null });
  await takeBack(customerId, before);
});

test('takes a no with its reason, and undo brings them back', async () => {
  const [row, before] = [await firstRow(), await due()];
  const customerId = (await nameIn(row))!;
  await row.getByRole('combobox', { name: /^不合适：/ }).selectOption({ label: '不划算' });
  await isOffList(customerId, before);
  expect((await done()).at(-1)).toMatchObject({ kind: 'suggestionPutOff', customerId, reason: 'notWorthIt' });
  await takeBack(customerId, before);
});

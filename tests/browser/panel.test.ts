import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventRecord } from '../../lib/store/database.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
let list: Page;
let panel: Page;

beforeAll(async () => {
  seller = await startSeller();
  list = await seller.open(consoleUrls.jdOrders);
  panel = await seller.openPanel();
  await list.bringToFront();
  await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.setPageSize(50));
  await painted(list);
});
afterAll(() => seller?.close());

const word = async (key: Parameters<typeof wordOf>[1]) => await wordOf(panel, key);
const panelText = async () => await panel.locator('body').innerText();
const footerText = async () => await panel.getByRole('contentinfo').innerText();

describe('the panel beside the JD order list', () => {
  test('says how much of the page was read', async () => {
    await until(footerText, (text) => /50\D+50\D+0/.test(text));
  });

  test('lists every buyer of the page, masked, with a tier and the facts it rests on', async () => {
    const rows = panel.getByRole('region', { name: await word('buyersOnPage') }).getByRole('listitem');
    const buyers = new Set(seller.jd.orders.slice(0, 50).map((order) => order.buyer.key));
    await until(
      () => rows.count(),
      (count) => count === buyers.size,
    );
    // Rows come first, what is known of each a moment later.
    const text = await until(panelText, (shown) => /距上次购买 \d+ 天/.test(shown));
    for (const key of buyers) expect(text).not.toContain(key);
  });

  test('opens a buyer with what to do and what to say, and goes back to the list', async () => {
    await panel
      .getByRole('region', { name: await word('buyersOnPage') })
      .getByRole('listitem')
      .getByRole('button')
      .first()
      .click();
    await panel.getByRole('heading', { name: await word('suggestionsTitle') }).waitFor();
    await panel.getByRole('heading', { name: await word('repliesTitle') }).waitFor();
    await panel.getByRole('button', { name: await word('backToList') }).click();
    await panel.getByRole('region', { name: await word('buyersOnPage') }).waitFor();
  });

  test('follows the seller to another tab', async () => {
    const taobao = await seller.open(consoleUrls.taobaoSold);
    await until(footerText, (text) => /15\D+15\D+0/.test(text));
    expect(await panelText()).toContain(await word('maskedOnly'));
    await taobao.close();
    await list.bringToFront();
    await until(panelText, (text) => text.includes(seller.jd.accountName));
  });
});

describe('the panel beside the JD chat', () => {
  let chat: Page;

  test('shows the customer whose conversation is open', async () => {
    chat = await seller.open(consoleUrls.jdChat);
    const { pin } = seller.jd.conversations.find(({ pane }) => pane === 'current')!;
    await (await replicaOf(chat, 'jd-chat')).evaluate((console, to) => console.switchTo(to), pin);
    await panel
      .getByRole('button', { name: await word('fill') })
      .first()
      .waitFor();
  });

  test('fills the chosen reply, as shown, and sends nothing', async () => {
    const reply = panel.getByRole('region', { name: await word('repliesTitle') });
    const fill = reply.getByRole('button', { name: await word('fill') }).first();
    await fill.waitFor();
    const fields = await reply.getByRole('textbox').all();
    for (const field of fields) await field.fill('今天');
    // What is written into a field stands in the reply a moment later.
    if (fields.length > 0) await reply.getByText('今天').first().waitFor();
    await fill.click();
    const { value, sent } = await until(
      async () =>
        await (
          await replicaOf(chat, 'jd-chat')
        ).evaluate((console) => ({ value: console.editorValue, sent: console.sent })),
      (box) => box.value !== '',
    );
    expect(sent).toEqual([]);
    // The replies may have come in another order while it was chosen; the one that was filled stays in sight.
    await until(panelText, (shown) => shown.replaceAll(/\s/g, '').includes(value.replaceAll(/\s/g, '')));
  });

  test('writes the contact down, and an undo is a further event', async () => {
    const kinds = async () =>
      (await recordsOf<EventRecord>(await seller.worker(), 'events')).map(({ kind }) => kind).toSorted();
    await until(kinds, (found) => found.join() === 'contact');
    await panel
      .getByRole('button', { name: await word('undo') })
      .first()
      .click();
    await until(kinds, (found) => found.join() === 'contact,undo');
  });
});

describe('the popup', () => {
  test('finds a customer by the tail of an order number and counts the tiers', async () => {
    const popup = await seller.browser.context.newPage();
    await popup.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
    await until(
      () => popup.getByRole('listitem').count(),
      (count) => count >= 11,
    );
    const order = seller.jd.orders[3]!;
    await popup.getByRole('combobox').fill(order.orderId.slice(-6));
    await until(
      async () => await popup.getByRole('option').allInnerTexts(),
      (hits) => hits.length === 1 && hits[0]!.includes(`…${order.orderId.slice(-4)}`),
    );
    await popup.close();
  });

  test('counts a segment as it is typed, and marks what cannot be read', async () => {
    const popup = await seller.browser.context.newPage();
    await popup.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
    await popup.getByRole('combobox').fill('次数>=1');
    await until(
      async () => await popup.getByRole('status').first().innerText(),
      (text) => /^\d+.* \d+\.\d%/.test(text),
    );
    expect(await popup.getByRole('option').count()).toBeGreaterThan(2);
    await popup.getByRole('combobox').fill('老客 且 客丹>100');
    await until(
      async () => await popup.locator('mark').allInnerTexts(),
      (marks) => marks.join() === '客丹',
    );
    await popup.close();
  });

  test('opens the browser’s own side panel by a click', async () => {
    const popup = await seller.browser.context.newPage();
    await popup.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
    await popup.getByRole('button', { name: await word('openPanel') }).click();
    const session = await seller.browser.context.browser()!.newBrowserCDPSession();
    await until(
      async () =>
        (await session.send('Target.getTargets')).targetInfos.filter(({ url }) => url.endsWith('/sidepanel.html'))
          .length,
      (panels) => panels === 2,
    );
    await session.detach();
  });
});

/** What becomes of a seller's page with our script in it: restless pages, frames, going back, two tabs, an update, a hostile page. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pageStates, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { shareOfExtension, stir } from '../../scripts/browser/main-thread.ts';
import { loadFixture } from '../support/load-fixture.ts';
import { longLists, longPage } from '../support/long-page.ts';
import { startSeller, type Seller } from './support/seller.ts';

const LIST_URL = 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=waitOut';
const FRAMED_URL = 'https://trade-order-jdm.jd.com/orderList/allOrders';
const SHELL_URL = 'https://shop.jd.com/jdm/mkt/market';
const ORDERS = 50;

let seller: Seller;

beforeAll(async () => {
  seller = await startSeller();
  const list = `<!doctype html>${longPage(longLists[0]!, ORDERS).documentElement.outerHTML}`;
  const { html: chat } = loadFixture('jd/chat--normal');
  await answer(LIST_URL, list);
  await answer(FRAMED_URL, list);
  await answer(SHELL_URL, `<!doctype html><title>商家后台</title><iframe src="${FRAMED_URL}"></iframe>`);
  await answer('https://dongdong.jd.com/', chat);
});
afterAll(() => seller?.close());
afterEach(async () => {
  for (const page of seller.browser.context.pages().slice(1)) await page.close();
});

async function answer(url: string, body: string): Promise<void> {
  const html = body.replaceAll(/src="\/\/[^"]*"/g, 'src="data:,"');
  await seller.browser.context.route(url, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
}

async function open(url: string): Promise<Page> {
  const page = await seller.browser.context.newPage();
  await page.goto(url);
  return page;
}

const states = async () => await pageStates(await seller.worker());
const listStates = async () => (await states()).filter(({ page }) => page === 'order-list');
const chipsOn = (page: Page) => page.evaluate(() => document.querySelectorAll('liuke-overlay').length);

describe('a page that changes 100 times a second', () => {
  test.each([
    ['an order list of 50 orders', LIST_URL],
    ['a chat', 'https://dongdong.jd.com/'],
  ])('%s costs less than a twentieth of its time', async (_, url) => {
    const page = await open(url);
    await page.waitForTimeout(1500);
    const share = await shareOfExtension(page, () => stir(page, 5));
    console.log(`${url}: ${(share * 100).toFixed(2)} % of the page's main thread`);
    expect(share).toBeLessThan(0.05);
  });
});

describe('an order list in a frame of another console', () => {
  test('is what the tab shows, until the frame goes', async () => {
    const page = await open(SHELL_URL);
    const [state] = await until(listStates, (all) => all.length === 1);
    expect(state!.health).toEqual({ rows: ORDERS, read: ORDERS });
    await page.evaluate(() => document.querySelector('iframe')!.remove());
    await until(listStates, (all) => all.length === 0);
  });
});

describe('one list', () => {
  test('in two tabs is stored once, and each tab says so', async () => {
    await open(LIST_URL);
    await open(LIST_URL);
    await until(listStates, (all) => all.length === 2);
    const ids = (await storedOrders(await seller.worker())).map(({ orderId }) => orderId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(ORDERS);
  });

  test('that the person comes back to is shown again', async () => {
    const page = await open(LIST_URL);
    await until(listStates, (all) => all.length === 1);
    await page.goto('https://dongdong.jd.com/');
    await until(listStates, (all) => all.length === 0);
    await page.goBack();
    await until(listStates, (all) => all.length === 1);
  });
});

describe('a page that wants to speak in our name', () => {
  test('is not heard, by whatever it sends', async () => {
    const page = await open(LIST_URL);
    await until(listStates, (all) => all.length === 1);
    const before = await storedOrders(await seller.worker());
    const reach = await page.evaluate(() => {
      const forged = {
        name: 'reportPage',
        input: { platform: 'jd', page: 'order-list', orders: [{ orderId: '666' }] },
      };
      window.postMessage(forged, '*');
      window.postMessage({ type: 'wxt:content-script-started', contentScriptName: 'page', messageId: 'x' }, '*');
      for (const name of ['reportPage', 'fillReply', 'message', 'storage', 'liuke'])
        for (const target of [window, document]) target.dispatchEvent(new CustomEvent(name, { detail: forged }));
      const { chrome } = window as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } };
      return typeof chrome?.runtime?.sendMessage;
    });
    expect(reach).toBe('undefined');
    await page.waitForTimeout(1500);
    expect(await storedOrders(await seller.worker())).toEqual(before);
    expect(await listStates()).toHaveLength(1);
  });
});

describe('an update of the extension while pages are open', () => {
  test('leaves the page as the platform made it, and the panel asks to load it anew', async () => {
    const page = await seller.open(consoleUrls.jdOrders);
    await page.waitForFunction(() => document.querySelectorAll('liuke-overlay').length === 1);
    const session = await seller.browser.context.browser()!.newBrowserCDPSession();
    await session.send('Extensions.loadUnpacked', { path: seller.browser.loadedFrom });
    await page.waitForTimeout(3000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluate(() => document.body.append(document.createElement('i')));
    await page.waitForFunction(() => document.querySelectorAll('liuke-overlay').length === 0);
    expect(await chipsOn(page)).toBe(0);
    expect(errors).toEqual([]);
    const panel = await seller.openPanel();
    await page.bringToFront();
    const note = panel.getByText(await wordOf(panel, 'pageNeedsReload'));
    await note.waitFor();
    await page.reload();
    await note.waitFor({ state: 'detached' });
  });
});

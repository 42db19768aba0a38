import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../lib/model/order.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { pageStates, recordsOf, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import { sensitiveInfo } from '../../scripts/demo/answers/jd-api.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
let panel: Page;

beforeAll(async () => {
  seller = await startSeller();
  panel = await seller.openPanel();
});
// Closing asserts that the extension made no request, with precise mode on as well.
afterAll(() => seller?.close());

const JD_ORDERS = 'https://sff.jd.com/api?v=1.0&appId=DEMO&api=dsm.order.bff.orderListBffService.queryOrderPage';
const JD_SENSITIVE =
  'https://sff.jd.com/api?v=1.0&appId=DEMO&api=dsm.order.bff.orderSensitiveInfoBffService.getSensitiveInfo';

async function setPreciseMode(platform: Platform, isOn: boolean): Promise<void> {
  await panel.evaluate(
    async (input) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
      };
      await chrome.runtime.sendMessage({ name: 'setPreciseMode', input });
    },
    { platform, isOn },
  );
}

/** What the page itself can see of the functions that precise mode wraps. */
const functionsOf = async (page: Page) =>
  await page.evaluate(() => {
    const { prototype } = XMLHttpRequest;
    return {
      texts: [fetch, prototype.open, prototype.send].map((each) => Function.prototype.toString.call(each)),
      names: [fetch, prototype.open, prototype.send].map(({ name, length }) => `${name} ${length}`),
      keys: [Object.keys(window), Object.keys(prototype)].flat().toSorted(),
      globals: Object.getOwnPropertyNames(window).toSorted(),
    };
  });

const isNative = (texts: readonly string[]) =>
  texts.every((text, index) => text === `function ${['fetch', 'open', 'send'][index]}() { [native code] }`);

const state = async () => (await pageStates(await seller.worker())).at(-1) ?? null;

/** Asks as a script of the page does; gives back what that script got. */
const askAsPage = async (page: Page, url: string, body: string, how: 'fetch' | 'xhr') =>
  await page.evaluate(
    async ([address, text, way]) => {
      if (way === 'fetch') return await (await fetch(address!, { method: 'POST', body: text! })).text();
      return await new Promise<string>((resolve) => {
        const request = new XMLHttpRequest();
        request.open('POST', address!);
        request.addEventListener('load', () => resolve(request.responseText));
        request.send(text);
      });
    },
    [url, body, how],
  );

const queryOf = (current: number, pageSize = 10) =>
  JSON.stringify({ request: { data: { orderTab: 'allOrders', current, pageSize } }, accessContext: { source: 'web' } });

/** With the amounts of unpaid and cancelled ones, which the page may leave out. */
async function expectStoredExactly(orderIds: readonly string[]): Promise<void> {
  const exact = ({ orderId, placedAt, paidAt, status, amountFen, freightFen, buyer }: Order) => [
    orderId,
    { placedAt, paidAt, status, amountFen, freightFen, buyer },
  ];
  const stored = await until(
    async () => (await storedOrders(await seller.worker())).filter(({ orderId }) => orderIds.includes(orderId)),
    (orders) => orders.length === orderIds.length,
  );
  const truth = seller.jd.orders.filter(({ orderId }) => orderIds.includes(orderId));
  expect(Object.fromEntries(stored.map(exact))).toEqual(Object.fromEntries(truth.map(exact)));
}

describe('switched off', () => {
  test('the functions of the page are native', async () => {
    const page = await seller.open(consoleUrls.jdOrders);
    expect(isNative((await functionsOf(page)).texts)).toBe(true);
    await page.close();
  });
});

describe('switched on for JD', () => {
  let page: Page;
  let before: Awaited<ReturnType<typeof functionsOf>>;

  beforeAll(async () => {
    const off = await seller.open(consoleUrls.jdOrders);
    before = await functionsOf(off);
    await off.close();
    await setPreciseMode('jd', true);
    page = await seller.open(consoleUrls.jdOrders);
  });

  test('the wrapped functions keep name, length and place; no global is added', async () => {
    const after = await functionsOf(page);
    expect(isNative(after.texts)).toBe(false);
    expect(after.texts.every((text) => text.includes('[native code]'))).toBe(true);
    expect({ ...after, texts: [] }).toEqual({ ...before, texts: [] });
  });

  test('the page has painted the same and asked for the same as without', async () => {
    const look = async (each: Page) => {
      await each.waitForTimeout(1500);
      return await each.evaluate(() => {
        const copy = document.documentElement.cloneNode(true) as Element;
        for (const chips of copy.querySelectorAll('liuke-overlay')) chips.remove();
        return copy.outerHTML;
      });
    };
    seller.log.requests.length = 0;
    await page.reload();
    await painted(page);
    const [observed, asked] = [await look(page), seller.log.requests.splice(0)];
    await setPreciseMode('jd', false);
    const plain = await seller.open(consoleUrls.jdOrders);
    expect(await look(plain)).toBe(observed);
    expect(seller.log.requests.toSorted()).toEqual(asked.toSorted());
    await plain.close();
    await setPreciseMode('jd', true);
    await page.reload();
    await painted(page);
  });

  test('the orders of the page are stored as the shop knows them', async () => {
    await expectStoredExactly(await (await replicaOf(page, 'jd-shop')).evaluate((console) => console.orderIds()));
  });

  test('page and answer agree, and are counted once', async () => {
    const now = await until(state, (each) => each?.health.rows === 10);
    expect(now).toMatchObject({ page: 'order-list', health: { rows: 10, read: 10 }, rejects: [], problem: null });
    expect(now!.shopName).toBe(seller.jd.accountName);
  });

  test('an answer is read that the page never paints, fetched or sent for, and the page gets it whole', async () => {
    for (const [how, current] of [
      ['fetch', 7],
      ['xhr', 8],
    ] as const) {
      const answer = JSON.parse(await askAsPage(page, JD_ORDERS, queryOf(current), how)) as {
        data: { results: { orderId: string }[] };
      };
      const ids = answer.data.results.map(({ orderId }) => orderId);
      expect(ids).toHaveLength(10);
      await expectStoredExactly(ids);
    }
  });

  test('what unmasks a receiver is never looked at', async () => {
    for (const how of ['fetch', 'xhr'] as const) {
      expect(await askAsPage(page, JD_SENSITIVE, '{}', how)).toContain(String.raw`\u6f14\u793a`);
    }
    await askAsPage(page, JD_ORDERS, queryOf(9), 'fetch');
    const worker = await seller.worker();
    await until(
      async () => (await storedOrders(worker)).length,
      (count) => count >= 40,
    );
    const tables = ['orders', 'customers', 'afterSales', 'captures', 'coupons', 'reviews', 'shops'];
    const everything = JSON.stringify([
      await pageStates(worker),
      ...(await Promise.all(tables.map((table) => recordsOf(worker, table)))),
    ]);
    for (const secret of Object.values(sensitiveInfo)) expect(everything).not.toContain(secret);
    const receivers = seller.jd.buyers.map(({ receiver }) => receiver.phone);
    for (const phone of new Set(receivers)) expect(everything).not.toContain(phone);
  });

  test('what the page forges is not heard', async () => {
    const forged = { ...seller.jd.orders[0]!, orderId: '3999999999999999' };
    await page.evaluate((order) => {
      const batch = JSON.stringify({
        platform: 'jd',
        page: 'order-list',
        orders: [order],
        health: { rows: 1, read: 1 },
      });
      const { port1, port2 } = new MessageChannel();
      window.dispatchEvent(new MessageEvent('liuke:offer', { ports: [port2], cancelable: true }));
      port1.postMessage(batch);
      window.dispatchEvent(new Event('liuke:ready'));
      window.postMessage(batch, '*');
      document.dispatchEvent(new CustomEvent('liuke:offer', { detail: batch }));
    }, forged);
    await askAsPage(page, JD_ORDERS, queryOf(10), 'xhr');
    await page.waitForTimeout(1500);
    expect((await storedOrders(await seller.worker())).some(({ orderId }) => orderId === forged.orderId)).toBe(false);
  });

  test('what the page gives in place of an answer lands as rejects', async () => {
    await page.evaluate(async (url) => {
      const native = JSON.parse;
      const rows = {
        code: 200,
        data: { results: [{ orderId: 3.4e21 }, { orderId: '<img src=x onerror=alert(1)>' }, 7] },
      };
      JSON.parse = () => rows;
      await (
        await fetch(url, {
          method: 'POST',
          body: '{"request":{"data":{"orderTab":"allOrders","current":1,"pageSize":1}}}',
        })
      ).text();
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      JSON.parse = native;
    }, JD_ORDERS);
    const seen = async () => (await pageStates(await seller.worker())).at(-1)!;
    await until(seen, ({ rejects }) => rejects.filter(({ what }) => what.startsWith('order id')).length === 3);
    expect((await storedOrders(await seller.worker())).every(({ orderId }) => /^\d{16}$/.test(orderId))).toBe(true);
  });

  test('the page paints, pages and routes as it did', async () => {
    await (await replicaOf(page, 'jd-shop')).evaluate((console) => console.goto(3));
    await painted(page);
    const shown = await (await replicaOf(page, 'jd-shop')).evaluate((console) => console.orderIds());
    expect(shown).toHaveLength(10);
    await until(state, (each) => each?.health.read === 10 && each.rejects.length === 0);
  });

  test('switched off it is gone at once, and after a reload as if it had never been', async () => {
    await setPreciseMode('jd', false);
    await until(async () => (await functionsOf(page)).texts, isNative);
    await page.reload();
    await painted(page);
    expect(await functionsOf(page)).toEqual(before);
    await until(state, (each) => each?.health.read === 10);
    await page.close();
  });
});

describe('switched on for Taobao', () => {
  test('GBK answers that do not say so are read with their titles, and JD stays untouched', async () => {
    await setPreciseMode('taobao', true);
    const page = await seller.open(consoleUrls.taobaoSold);
    const shown = await (await replicaOf(page, 'taobao-console')).evaluate((console) => console.orderIds());
    const truth = shown.map((orderId) => seller.taobao.orders.find((order) => order.orderId === orderId)!);
    const stored = await until(
      async () => (await storedOrders(await seller.worker())).filter(({ orderId }) => shown.includes(orderId)),
      (orders) => orders.length === shown.length,
    );
    const lines = (orders: readonly Order[]) =>
      Object.fromEntries(
        orders.map(({ orderId, amountFen, status, items }) => [
          orderId,
          {
            amountFen,
            status,
            items: items.map(({ title, unitPriceFen, afterSale }) => ({ title, unitPriceFen, afterSale })),
          },
        ]),
      );
    expect(lines(stored)).toEqual(lines(truth));
    const now = await until(state, (each) => each?.health.rows === shown.length);
    expect(now).toMatchObject({ health: { read: shown.length }, rejects: [] });
    await page.close();

    const jd = await seller.open(consoleUrls.jdOrders);
    expect(isNative((await functionsOf(jd)).texts)).toBe(true);
    await jd.close();
  });

  test('an answer of risk control is silence, until one with rows comes', async () => {
    const page = await seller.open(consoleUrls.taobaoSold);
    await until(state, (each) => each?.page === 'order-list' && each.health.read > 0);
    // The page's own calls are answered: none of them comes after what is asked here.
    await page.waitForLoadState('networkidle');
    const url = 'https://trade.taobao.com/trade/itemlist/asyncSold.htm?event_submit_do_query=1';
    await seller.browser.context.route(`${url}&punish`, (route) =>
      route.fulfill({ status: 200, body: '{"rgv587_flag":"sm"}', headers: { 'access-control-allow-origin': '*' } }),
    );
    await askAsPage(page, `${url}&punish`, '', 'fetch');
    await until(state, (each) => each?.page === 'blocked' && each.buyers.length === 0);
    await askAsPage(page, url, 'tabCode=latest3Months&pageNum=1&pageSize=15&isHideNick=true', 'fetch');
    await until(state, (each) => each?.page === 'order-list');
    await page.close();
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../lib/model/order.ts';
import { replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';
import { pageStates, storedOrders, until } from '../../scripts/browser/extension-store.ts';

let seller: Seller;
let page: Page;

beforeAll(async () => {
  seller = await startSeller();
});
afterAll(() => seller?.close());

const state = async () => (await pageStates(await seller.worker())).at(-1) ?? null;

/** What both sold lists show of an order. */
function asShown({ orderId, status, placedAt, amountFen, items }: Order) {
  return {
    orderId,
    status,
    placedAt: Math.floor(placedAt / 1000),
    amountFen,
    items: items.map(({ title, quantity, unitPriceFen, afterSale }) => ({ title, quantity, unitPriceFen, afterSale })),
  };
}

async function expectStoredAsTrue(shown: readonly string[]): Promise<void> {
  const stored = await until(
    async () => await storedOrders(await seller.worker()),
    (orders) => shown.every((orderId) => orders.some((order) => order.orderId === orderId)),
  );
  const truth = shown.map((orderId) => seller.taobao.orders.find((order) => order.orderId === orderId)!);
  expect(shown.map((orderId) => asShown(stored.find((order) => order.orderId === orderId)!))).toEqual(
    truth.map(asShown),
  );
}

describe('a seller opens the new Taobao console', () => {
  test('the orders are stored as the shop knows them', async () => {
    page = await seller.open(consoleUrls.taobaoSold);
    await expectStoredAsTrue(await (await replicaOf(page, 'taobao-console')).evaluate((console) => console.orderIds()));
  });

  test('buyers of whom only a mask is shown are nobody in particular', async () => {
    const orders = await storedOrders(await seller.worker());
    expect(new Set(orders.map((order) => order.customerId))).toEqual(new Set([null]));
    expect(new Set(orders.map((order) => order.buyer.quality))).toEqual(new Set(['masked']));
  });

  test('another route of the console is not read, and coming back needs no reload', async () => {
    await (await replicaOf(page, 'taobao-console')).evaluate((console) => console.navigate('home'));
    await until(state, (now) => now?.page === 'unknown');
    await (await replicaOf(page, 'taobao-console')).evaluate((console) => console.navigate('sold'));
    await until(state, (now) => now?.page === 'order-list' && now.health.read === 15);
  });

  test('when a captcha is laid over the list we fall silent at once, and go on when it is gone', async () => {
    await (await replicaOf(page, 'taobao-console')).evaluate((console) => console.punish(true));
    await until(state, (now) => now?.page === 'blocked' && now.buyers.length === 0);
    await (await replicaOf(page, 'taobao-console')).evaluate((console) => console.punish(false));
    await until(state, (now) => now?.page === 'order-list');
  });

  test('a login page is read as nothing', async () => {
    await page.goto('https://loginmyseller.taobao.com/');
    await until(state, (now) => now?.page === 'blocked' && now.health.rows === 0);
    await page.close();
  });
});

describe('a seller opens the old Taobao sold list', () => {
  test('the inline data brings the buyers’ ids, and masks become known', async () => {
    page = await seller.open(consoleUrls.taobaoOld);
    const shown = await (await replicaOf(page, 'taobao-old')).evaluate((console) => console.orderIds());
    const stored = await until(
      async () => (await storedOrders(await seller.worker())).filter((order) => shown.includes(order.orderId)),
      (orders) => orders.length === shown.length && orders.every((order) => order.customerId !== null),
    );
    const keys = (orders: readonly Order[]) => orders.map(({ orderId, buyer }) => [orderId, buyer.key]).toSorted();
    expect(keys(stored)).toEqual(keys(seller.taobao.orders.filter((order) => shown.includes(order.orderId))));
  });

  test('the next page has no inline data: full nicks are probable', async () => {
    const replica = await replicaOf(page, 'taobao-old');
    await replica.evaluate((console) => console.goto(3));
    await expectStoredAsTrue(await (await replicaOf(page, 'taobao-old')).evaluate((console) => console.orderIds()));
    await until(state, (now) => now?.health.read === 15);
    expect(
      (await storedOrders(await seller.worker())).filter((order) => order.buyer.quality === 'probable').length,
    ).toBeGreaterThan(0);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../lib/model/order.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';
import { pageStates, storedOrders, until } from '../../scripts/browser/extension-store.ts';

let seller: Seller;
let list: Page;

beforeAll(async () => {
  seller = await startSeller();
  list = await seller.open(consoleUrls.jdOrders);
});
afterAll(() => seller?.close());

const replica = () => replicaOf(list, 'jd-shop');
const storedIds = async () => (await storedOrders(await seller.worker())).map((order) => order.orderId);

/** What the order list shows of an order: the amount of an unpaid or cancelled one may be missing, after-sales are not there. */
function asShown({ orderId, status, placedAt, amountFen, buyer, items }: Order) {
  return {
    orderId,
    status,
    placedAt: Math.floor(placedAt / 1000),
    amountFen: status === 'unpaid' || status === 'cancelled' ? null : amountFen,
    buyer,
    items: items.map(({ title, quantity, unitPriceFen }) => ({ title, quantity, unitPriceFen })),
  };
}

describe('a seller opens the JD order list', () => {
  test('every order on the page is stored as the shop knows it', async () => {
    const shown = await (await replica()).evaluate((console) => console.orderIds());
    const stored = await until(
      async () => await storedOrders(await seller.worker()),
      (orders) => orders.length >= shown.length,
    );
    const truth = shown.map((orderId) => seller.jd.orders.find((order) => order.orderId === orderId)!);
    expect(shown.map((orderId) => asShown(stored.find((order) => order.orderId === orderId)!))).toEqual(
      truth.map(asShown),
    );
  });

  test('the panel says how many of the page’s orders were read', async () => {
    const [state] = await until(
      async () => await pageStates(await seller.worker()),
      (states) => states.some(({ health }) => health.rows > 0),
    );
    expect(state).toMatchObject({
      platform: 'jd',
      page: 'order-list',
      health: { rows: 10, read: 10 },
      rejects: [],
      problem: null,
    });
    expect(state!.shopName).toBe(seller.jd.accountName);
  });

  test('paging brings the next orders without a reload', async () => {
    await (await replica()).evaluate((console) => console.goto(2));
    await until(storedIds, (ids) => ids.length >= 20);
  });

  test('a row painted anew with a later state updates that order alone', async () => {
    const target = (await storedOrders(await seller.worker())).find(
      (order) => order.status === 'shipped' || order.status === 'paid',
    )!;
    const page = Math.floor(seller.jd.orders.findIndex((order) => order.orderId === target.orderId) / 10) + 1;
    await (await replica()).evaluate((console, number) => console.goto(number), page);
    await painted(list);
    const before = await storedOrders(await seller.worker());
    await (await replica()).evaluate((console, orderId) => console.setStatus(orderId, '已完成'), target.orderId);
    const after = await until(
      async () => await storedOrders(await seller.worker()),
      (orders) => orders.some((order) => order.orderId === target.orderId && order.status === 'completed'),
    );
    const others = (orders: typeof before) =>
      orders.filter(
        (order) => order.orderId !== target.orderId && before.some(({ orderId }) => orderId === order.orderId),
      );
    expect(others(after)).toEqual(others(before));
  });

  test('leaving the list and coming back needs no reload', async () => {
    await (await replica()).evaluate((console) => console.navigate('home'));
    await until(
      async () => await pageStates(await seller.worker()),
      ([state]) => state?.page === 'home',
    );
    await (await replica()).evaluate((console) => console.navigate('orders'));
    await until(
      async () => await pageStates(await seller.worker()),
      ([state]) => state?.page === 'order-list' && state.health.read === 10,
    );
  });

  test('seeing the same page again writes nothing', async () => {
    const before = await storedOrders(await seller.worker());
    await list.reload();
    await painted(list);
    await until(
      async () => await pageStates(await seller.worker()),
      ([state]) => state?.health.read === 10,
    );
    expect(await storedOrders(await seller.worker())).toEqual(before);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { killWorker as killWorkerOf } from './support/faults.ts';
import { ordersInColumns } from './support/sound-store.ts';
import { startSeller, type Seller } from './support/seller.ts';
import { recordsOf, storedOrders, until } from '../../scripts/browser/extension-store.ts';

const DEATHS = 6;

let seller: Seller;
let list: Page;
/** A page of the extension: reads the store whether or not a worker lives. */
let reader: Page;

beforeAll(async () => {
  seller = await startSeller({ customers: 400 });
  reader = await seller.browser.context.newPage();
  await reader.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
  list = await seller.open(consoleUrls.jdOrders);
});
afterAll(() => seller?.close());

const killWorker = async () => await killWorkerOf(seller.browser.context, seller.browser.extensionId);

describe('the background is killed while it takes pages in', () => {
  test(`after ${DEATHS} deaths every order shown is stored once and every customer's columns are complete`, async () => {
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.setPageSize(50));
    const shown = new Set<string>();
    let deaths = 0;
    for (let round = 0; round < DEATHS; round += 1) {
      await (await replicaOf(list, 'jd-shop')).evaluate((console, page) => console.goto(page), 1 + (round % 6));
      for (const orderId of await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.orderIds()))
        shown.add(orderId);
      // The page is read some 40 ms after it came to rest: these delays fall before, into and after taking it in.
      await list.waitForTimeout(60 + round * 16);
      if (await killWorker()) deaths += 1;
      await list.waitForTimeout(700);
    }
    expect(deaths).toBeGreaterThan(DEATHS / 2);

    const stored = await until(
      async () => await storedOrders(reader),
      (orders) => [...shown].every((orderId) => orders.some((order) => order.orderId === orderId)),
      20_000,
    );
    expect(new Set(stored.map((order) => order.orderId)).size).toBe(stored.length);
    await until(
      async () => await recordsOf(reader, 'dirtyLists'),
      (dirty) => dirty.length === 0,
    );
    const counted = Map.groupBy(stored, (order) => order.customerId);
    expect([...(await ordersInColumns(reader))].toSorted()).toEqual(
      [...counted].map(([customerId, orders]) => [customerId, orders.length]).toSorted(),
    );
  }, 180_000);
});

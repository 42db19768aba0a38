/** A seller who pages through a list. */
import type { Page, Worker } from 'playwright-core';
import { pageStates, until } from './extension-store.ts';
import { painted, replicaOf } from './replica.ts';

const PAGE_SIZE = 50;

/**
 * Opens page after page of a list, as a person would, waits until each is taken in, and goes back to the first.
 * @param worker of the extension, asked anew each time: the browser may have stopped it
 */
export async function readAllPages(
  page: Page,
  name: 'jd-shop' | 'taobao-old' | 'taobao-console',
  worker: () => Promise<Worker>,
): Promise<void> {
  /** Order ids that the newest reports of the tabs brought. */
  const takenIn = async () =>
    (await pageStates(await worker())).flatMap(({ buyers }) => buyers.flatMap(({ orderIds }) => orderIds));
  await page.bringToFront();
  await (await replicaOf(page, name)).evaluate((console, size) => console.setPageSize(size), PAGE_SIZE);
  for (let number = 1, before = ''; ; number += 1) {
    await (await replicaOf(page, name)).evaluate((console, to) => console.goto(to), number);
    const shown = await (await replicaOf(page, name)).evaluate((console) => console.orderIds());
    if (shown.join() === before) break;
    before = shown.join();
    await until(takenIn, (orderIds) => shown.every((orderId) => orderIds.includes(orderId)));
  }
  await (await replicaOf(page, name)).evaluate((console) => console.goto(1));
  await painted(page);
}

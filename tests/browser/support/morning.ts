/** The morning, for what nobody is approached for at night. */
import type { Page } from 'playwright-core';
import { dayOf, startOfDay } from '../../../lib/model/shanghai-time.ts';
import type { Seller } from './seller.ts';

/** It is ten in the next morning in Shanghai, at whatever hour the test runs: to our page, and to the worker that writes. */
export async function waitForMorning(seller: Seller, page: Page): Promise<void> {
  const morning = startOfDay(dayOf(Date.now()) + 1) + 10 * 3_600_000;
  await page.clock.setFixedTime(morning);
  await (
    await seller.worker()
  ).evaluate((aheadMs) => {
    const clock = Date.now;
    Date.now = () => clock() + aheadMs;
  }, morning - Date.now());
}

/** Driving a replica console from a test. */
import type { JSHandle, Page } from 'playwright-core';
import type { Replica } from '../demo/consoles/replica-handles.ts';

/** The console's test handle as of the last paint: take it anew for every command. */
export async function replicaOf<Page_ extends Replica['page']>(
  page: Page,
  name: Page_,
): Promise<JSHandle<Extract<Replica, { page: Page_ }>>> {
  await painted(page);
  const handle = await page.evaluateHandle(() => window.__replica);
  const found = await handle.evaluate((replica) => replica.page);
  if (found !== name) throw new Error(`expected the replica ${name}, found ${found}`);
  return handle as JSHandle<Extract<Replica, { page: Page_ }>>;
}

/** Waits until everything that the console asked for is on the page. */
export async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as { __replica?: Replica }).__replica?.ready() ?? false);
}

/** How long a page's own thread is held up at most. */
import type { Page } from 'playwright-core';

interface Seen {
  longestTaskMs: number;
}

/** Begins to watch, or begins anew. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = globalThis as unknown as Partial<Seen>;
    const isWatched = seen.longestTaskMs !== undefined;
    seen.longestTaskMs = 0;
    if (isWatched) return;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs!, duration);
    }).observe({ type: 'longtask' });
  });
}

/** @returns ms, since the page is watched; 0 where none took 50 ms */
export async function longestTask(page: Page): Promise<number> {
  return await page.evaluate(() => (globalThis as unknown as Seen).longestTaskMs);
}

/** What axe-core finds wrong with a page of ours, against WCAG 2.2 AA. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type axe from 'axe-core';

const source = readFileSync(join(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Everything that is judged in light, and in dark what colours can break. Nothing is in motion meanwhile. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  // As tall as what is on it: bars that stick would lie over rows that a person scrolls out from under them.
  const size = page.viewportSize();
  let all: string[];
  do {
    if (size) await growToContent(page, size);
    all = await judged(page, {
      runOnly: standard,
      // Off unless it is asked for.
      rules: { 'target-size': { enabled: true } },
    });
    // On a busy machine it may have gone on filling while it was judged.
  } while (size && !(await isInSight(page)));
  await page.emulateMedia({ colorScheme: 'dark' });
  const colours = await judged(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
  await page.emulateMedia({ colorScheme: 'light' });
  if (size) await page.setViewportSize(size);
  return [...all.map((line) => `light ${line}`), ...colours.map((line) => `dark ${line}`)];
}

const STILL_MS = 250;

/** Until nothing of it is out of sight, and has not been for a moment: what is opened may still be filling. */
async function growToContent(page: Page, size: { width: number; height: number }): Promise<void> {
  for (let { height } = size, isStill = false; ;) {
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    if (needed <= height) {
      if (isStill) return;
      isStill = true;
      await page.waitForTimeout(STILL_MS);
      continue;
    }
    isStill = false;
    height = needed;
    await page.setViewportSize({ ...size, height });
  }
}

async function isInSight(page: Page): Promise<boolean> {
  return await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight);
}

async function judged(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // By the debugger: the page's own policy lets no other script in.
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: source });
    await session.detach();
  }
  return await page.evaluate(async (given) => {
    const { axe: judge } = window as unknown as { axe: typeof axe };
    const { violations } = await judge.run(document, { ...given, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`),
    );
  }, options);
}

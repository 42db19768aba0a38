/** What every screen of ours holds to: nothing against WCAG 2.2 AA, and nothing wider than its window. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOf } from './axe.ts';

/** 1280 px at 400 % (WCAG 1.4.10); the narrowest panel a browser lets one make. */
export const NARROWEST_PX = 320;

/** A panel that somebody drew wide. */
const WIDE_PX = 600;

export async function overflowAt(page: Page, width: number): Promise<number> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width, height: before.height });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize(before);
  return overflow;
}

/** As the window is, and as narrow as it gets. */
export async function expectClean(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowAt(page, NARROWEST_PX)).toBeLessThanOrEqual(0);
}

/** Light and dark in a window of the first of these widths, and wide enough for all that is on the screen at each of them, and in a wide one. */
export async function expectCleanAt(
  page: Page,
  widths: readonly [narrowest: number, ...others: number[]],
): Promise<void> {
  expect(await overflowAt(page, WIDE_PX)).toBeLessThanOrEqual(0);
  for (const width of widths.slice(1)) expect(await overflowAt(page, width)).toBeLessThanOrEqual(0);
  const [width] = widths;
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(nextFrame);
  expect({ violations: await violationsOf(page), overflow: await overflowAt(page, width) }).toEqual({
    violations: [],
    overflow: expect.toSatisfy((px: number) => px <= 0),
  });
}

export async function openEveryDisclosure(page: Page, isOpen = true): Promise<void> {
  await page.evaluate((open) => {
    for (const details of document.querySelectorAll('details')) details.open = open;
  }, isOpen);
}

/** Runs in a page: all that follows from a new size is laid out. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

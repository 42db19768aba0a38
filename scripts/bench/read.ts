/**
 * How long pages of sellers take to read in Chromium: `npm run bench:read [fresh pages] [--storm]`, 15 when left out. Pages of 50
 * rows, and pages of one record; the first reading in a fresh page, then warm ones. Times are of the processor, and by the clock in
 * brackets: on a machine with nothing else to do they are the same, on a busy one the clock says little. `--storm` needs the built extension (`npm run build`) and stirs a page 100
 * times a second for 10 s.
 */
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { loadFixture } from '../../tests/support/load-fixture.ts';
import { longLists, longPage, otherLongLists } from '../../tests/support/long-page.ts';
import { ensureBrowser, launchWithExtension } from '../browser/chromium.ts';
import type * as inBrowser from './read/in-browser.ts';
import { shareOfExtension, stir, tasksOfTimers } from '../browser/main-thread.ts';

const bars = { medianMs: 16, longTaskMs: 50, stormShare: 0.05 };
const ROWS = 50;
const WARM_UP = 20;
const WARM_READINGS = 20;
const STORM_SECONDS = 10;

const words = process.argv.slice(2);
const fresh = Number(words.find((word) => /^\d+$/.test(word)) ?? 15);
const alone = [
  'jd/chat--normal',
  'jd/home--normal',
  'jd/order-detail--several-lines',
  'jd/after-sale-detail--normal',
  'taobao/order-detail--several-lines',
  'taobao/order-detail-old--several-lines',
  'taobao/order-detail-tmall--several-lines',
  'taobao/refund-detail--normal',
];
const pages = [
  ...[...longLists, ...otherLongLists].map((list) => ({
    title: `${list.name}, ${ROWS} rows`,
    url: loadFixture(list.name).url,
    html: `<!doctype html>${longPage(list, ROWS).documentElement.outerHTML}`,
  })),
  ...alone.map((name) => ({ title: name, ...loadFixture(name) })),
];
type BenchPage = { title: string; url: string; html: string };
type Bench = typeof inBrowser;

if (words.includes('--storm')) await benchStorm();
else await benchReadings();

async function benchReadings(): Promise<void> {
  const code = await bundle();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  console.log(
    `Chromium ${browser.version()}, ${availableParallelism()} cores; ms on the processor, median / p95 (by the clock; n)\n`,
  );
  for (const page of pages) await benchPage(browser, code, page);
  await browser.close();
}

interface Times {
  processor: number[];
  clock: number[];
}
type Figure = 'first' | 'longest task' | 'whole' | 'one row changed';
type Figures = Record<Figure, Times>;

async function benchPage(browser: Browser, code: string, page: BenchPage): Promise<void> {
  const none = (): Times => ({ processor: [], clock: [] });
  const figures: Figures = { first: none(), 'longest task': none(), whole: none(), 'one row changed': none() };
  let rows = 0;
  for (let run = 0; run < fresh; run += 1) rows = await inFreshPage(browser, code, page, figures);
  const isBelow =
    medianOf(figures.whole.processor) <= bars.medianMs &&
    quantileOf(figures['longest task'].processor, 0.95) <= bars.longTaskMs;
  const told = Object.entries(figures).map(([name, times]) => `${name} ${spread(times)}`);
  console.log([page.title.padEnd(52), ...told, `rows ${rows}`, isBelow ? '' : 'above the bar'].join('  '));
}

/** @returns how many rows the page has */
async function inFreshPage(browser: Browser, code: string, { url, html }: BenchPage, figures: Figures) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(url);
  await page.addScriptTag({ content: code });
  const { tasks: portions, result } = await tasksOfTimers(browser, () =>
    page.evaluate(() => (globalThis as unknown as Bench).firstReading()),
  );
  const { rows, totalMs, longTaskMs } = result;
  add(figures.first, [portions.reduce((sum, ms) => sum + ms, 0)], [totalMs]);
  add(figures['longest task'], [Math.max(...portions)], [longTaskMs]);
  const whole = (count: number) =>
    page.evaluate((times) => (globalThis as unknown as Bench).wholeReadings(times), count);
  await whole(WARM_UP);
  await addTasks(figures.whole, browser, () => whole(WARM_READINGS));
  await addTasks(figures['one row changed'], browser, () =>
    page.evaluate((times) => (globalThis as unknown as Bench).readingsOfOneRow(times), WARM_READINGS),
  );
  await context.close();
  return rows;
}

function add(times: Times, processor: readonly number[], clock: readonly number[]): void {
  times.processor.push(...processor);
  times.clock.push(...clock);
}

/** Each reading is a task of its own. */
async function addTasks(times: Times, browser: Browser, read: () => Promise<number[]>): Promise<void> {
  const { tasks, result: clock } = await tasksOfTimers(browser, read);
  add(times, tasks, clock);
}

async function benchStorm(): Promise<void> {
  const { context, close } = await launchWithExtension({
    extensionDir: join(import.meta.dirname, '../../.output/chrome-mv3'),
    headless: true,
  });
  for (const { title, url, html } of pages) {
    await context.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForTimeout(2000);
    const share = await shareOfExtension(page, () => stir(page, STORM_SECONDS));
    console.log(
      `${title.padEnd(52)} ${(share * 100).toFixed(2)} % of ${STORM_SECONDS} s${share < bars.stormShare ? '' : '  above the bar'}`,
    );
    await page.close();
  }
  await close();
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'read/in-browser.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('expected a bundle, found none');
  return output.output[0].code;
}

function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function spread({ processor, clock }: Times): string {
  const [inner, outer] = [processor, clock].map((values) =>
    [medianOf(values), quantileOf(values, 0.95)].map((ms) => ms.toFixed(1)).join(' / '),
  );
  return `${inner} (${outer}; ${processor.length})`;
}

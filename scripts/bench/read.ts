/**
 * How long pages of sellers take to read in Chromium: `npm run bench:read [fresh pages] [--storm]`, 15 when left out. Pages of 50
 * rows, and pages of one record; the first reading in a fresh page, then warm ones. Of tasks both the time by the clock and that on the
 * processor, for on a busy machine the first one says little. `--storm` needs the built extension (`npm run build`) and stirs a page 100
 * times a second for 10 s.
 */
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { loadFixture } from '../../tests/support/load-fixture.ts';
import { longLists, longPage, otherLongLists } from '../../tests/support/long-page.ts';
import { ensureBrowser, launchWithExtension } from '../browser/chromium.ts';
import type { firstReading, FirstReading, warmReadings } from './read/in-browser.ts';
import { shareOfExtension, stir, tasksOfTimers } from '../browser/main-thread.ts';

const bars = { medianMs: 16, longTaskMs: 50, stormShare: 0.05 };
const ROWS = 50;
const WARM_READINGS = 40;
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

if (words.includes('--storm')) await benchStorm();
else await benchReadings();

async function benchReadings(): Promise<void> {
  const code = await bundle();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  console.log(`Chromium ${browser.version()}, ${availableParallelism()} cores; ms, median / p95 (n)\n`);
  for (const page of pages) await benchPage(browser, code, page);
  await browser.close();
}

async function benchPage(browser: Browser, code: string, { title, url, html }: BenchPage): Promise<void> {
  const firsts: FirstReading[] = [];
  const onProcessor: number[] = [];
  const whole: number[] = [];
  const changed: number[] = [];
  for (let run = 0; run < fresh; run += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    await page.goto(url);
    await page.addScriptTag({ content: code });
    const tasks = await tasksOfTimers(browser, async () => {
      firsts.push(
        await page.evaluate(() => (globalThis as unknown as { firstReading: typeof firstReading }).firstReading()),
      );
    });
    onProcessor.push(Math.max(...tasks));
    const warm = await page.evaluate(
      (count) => (globalThis as unknown as { warmReadings: typeof warmReadings }).warmReadings(count),
      WARM_READINGS,
    );
    whole.push(...warm.whole.slice(WARM_READINGS / 2));
    changed.push(...warm.changed);
    await context.close();
  }
  const longest = firsts.map(({ longTaskMs }) => longTaskMs);
  const isBelow = medianOf(whole) <= bars.medianMs && quantileOf(longest, 0.95) <= bars.longTaskMs;
  console.log(
    [
      title.padEnd(52),
      `first ${spread(firsts.map(({ totalMs }) => totalMs))}`,
      `longest task ${spread(longest)}`,
      `on the processor ${spread(onProcessor)}`,
      `whole ${spread(whole)}`,
      `one row changed ${spread(changed)}`,
      `rows ${firsts[0]!.rows}`,
      isBelow ? '' : 'above the bar',
    ].join('  '),
  );
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

function spread(values: readonly number[]): string {
  return `${medianOf(values).toFixed(1)} / ${quantileOf(values, 0.95).toFixed(1)} (${values.length})`;
}

/**
 * How long people wait for the screens: `npm run bench:ui [customers] [-- --profile DIR] [-- --only popup,panel,chat,batch,sections]
 * [-- --strict]`, 300,000 customers when left out. The built extension in a real Chromium; the store is filled by importing a file first, which takes minutes: a
 * profile that is kept is filled once, and `--extension DIR` runs another build over it if it lies where the first one lay. Medians and
 * 95th percentiles, each with n; bars that are missed are named at the end, and `--strict` fails with them.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { sectionIds } from '../../components/dashboard/sections.ts';
import { maskName } from '../../lib/model/identity.ts';
import { launchWithExtension } from '../browser/chromium.ts';
import { pageStates, until } from '../browser/extension-store.ts';
import { backgroundOf, openPanelWindow } from '../browser/panel-window.ts';
import { painted, replicaOf } from '../browser/replica.ts';
import { buildConsoles } from '../demo/build-consoles.ts';
import { consoleUrls } from '../demo/console-urls.ts';
import { answerConsoles } from '../demo/host.ts';
import { generateShop } from '../demo/shop-generator.ts';
import { hasInitials } from '../../lib/replies/search/initials.ts';
import { longestTask, watchTasks } from './longest-task.ts';
import { settled } from './settled.ts';
import { missedBars, quantileOf, type Waits } from './ui/bars.ts';
import { countOf, fillShop, keysOf, namesFrom } from './ui/fill-shop.ts';
import { lastReportAt, noteReports, rowsChanged, seen, type } from './ui/in-page.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string' },
    extension: { type: 'string' },
    only: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});
const customers = Number(positionals[0] ?? 300_000);
const extensionDir = options.extension ?? join(import.meta.dirname, '../../.output/chrome-mv3');
const filledMark = options.profile && join(options.profile, `liuke-filled-${customers}`);
const isFilled = filledMark !== undefined && existsSync(filledMark);
const isWanted = (part: string) => options.only?.split(',').includes(part) ?? true;
/** The console lists three months at first: of those it has so many pages, and some. */
const NEW_PAGES = 48;
/** How long a person looks at a page of orders or a conversation at least. */
const REST_MS = 700;
/** A machine that does other things as well is waited for. */
const BUSY_MS = 180_000;
const untilMs = Date.now();
/** So many orders that whoever leafs on meets new ones. */
const jd = generateShop({ platform: 'jd', seed: 7, customers: 3_500, untilMs });
const taobao = generateShop({ platform: 'taobao', seed: 8, customers: 200, untilMs });
const browser = await launchWithExtension({
  extensionDir,
  headless: true,
  ...(options.profile ? { profileDir: options.profile } : {}),
});
const { context, extensionId } = browser;
const measured: Waits[] = [];
const own = (path: string) => `chrome-extension://${extensionId}/${path}`;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

try {
  await answerConsoles(context, { jd, taobao, bundles: await buildConsoles(7) });
  const orders = await opened(consoleUrls.jdOrders);
  await (await replicaOf(orders, 'jd-shop')).evaluate((console) => console.setPageSize(50));
  await until(
    async () => (await pageStates(await backgroundOf(context, extensionId)))[0]?.health.read,
    (read) => read === 50,
    BUSY_MS,
  );
  const dashboard = await context.newPage();
  await dashboard.goto(own('dashboard.html#data'));
  const began = performance.now();
  if (!isFilled) await fillShop(dashboard, customers);
  // A kept profile may have been left in the middle of it, and the first page brings some, too.
  await settled(dashboard);
  if (filledMark && !isFilled) writeFileSync(filledMark, '');
  console.log(
    `${(await countOf(dashboard, 'customers')).toLocaleString('en')} customers in ${((performance.now() - began) / 1000).toFixed(0)} s; ` +
      `${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`,
  );

  if (isWanted('sections')) await sections(dashboard);
  await dashboard.close();
  if (isWanted('popup')) await popup(orders);
  const panel = await openPanelWindow(context, extensionId);
  if (isWanted('panel')) await panelOpened(panel, orders);
  if (isWanted('batch')) await batches(panel, orders);
  if (isWanted('chat')) await chatSwitches(panel);
} finally {
  await browser.close();
}
const missed = missedBars(measured);
console.log(missed.length === 0 ? 'all bars met' : `bars missed:\n${missed.map((line) => `  ${line}`).join('\n')}`);
if (missed.length > 0 && options.strict) process.exitCode = 1;

async function opened(url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await painted(page);
  return page;
}

/** From the address to something of the selector. */
async function firstOf(page: Page, path: string, selector: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(own(path), { waitUntil: 'commit' });
  const at = await page.evaluate(seen, { selector, name: null });
  return at - (await page.evaluate(() => performance.timeOrigin));
}

async function sections(page: Page): Promise<void> {
  /** Where a shop of these orders may have no figures. */
  const mayBeEmpty = new Set(['offers', 'trials', 'attribution', 'workOrders', 'replies', 'rules', 'data']);
  for (const id of sectionIds) {
    const figures: number[] = [];
    for (const _ of times(5))
      figures.push(
        await firstOf(page, `dashboard.html#${id}`, mayBeEmpty.has(id) ? 'main h2' : 'main td, main dd, main strong'),
      );
    print(`insight page, ${id}: first figures`, figures, null);
  }
}

async function popup(beside: Page): Promise<void> {
  await beside.bringToFront();
  const page = await context.newPage();
  const [open, first, heard, next]: [number[], number[], number[], number[]] = [[], [], [], []];
  await page.goto(own('popup.html'));
  for (const orderId of await keysOf(page, 'orders', 20)) {
    open.push(await firstOf(page, 'popup.html', 'main li'));
    const tail = orderId.slice(-4);
    first.push((await page.evaluate(type, { text: tail, shown: `…${tail}` })).answered);
    for (const text of ['老客 且 次数>=1', '老客 且 次数>=99', '老客 且 次数>=1']) {
      const shown = text.endsWith('99') ? '符合' : '人';
      const figures = await page.evaluate(type, { text, shown });
      heard.push(figures.heard);
      next.push(figures.answered);
    }
  }
  print('popup: open until the tiers are counted', open, null);
  print('popup: first results by the tail of an order', first, 100);
  // Letters stand before characters: the names of the export, then those of the page.
  const [latin, chinese] = [await namesFrom(page, 'jd_', 20), await namesFrom(page, '\u4e00', 20)];
  const lookUps = {
    'the beginning of a nick': latin.map((name) => [name, name.slice(0, -1)] as const),
    'the middle of a nick': latin.map((name) => [name, name.slice(2)] as const),
    'the initials of a nick': chinese.flatMap((name) => {
      const initials = initialsOf(name);
      return initials.length < 2 ? [] : [[name, initials] as const];
    }),
  };
  for (const [what, asked] of Object.entries(lookUps)) {
    const figures: number[] = [];
    for (const index of asked.length === 0 ? [] : times(20)) {
      const [name, text] = asked[index % asked.length]!;
      // What was found before must not stand for what is to be found.
      await page.evaluate(type, { text: '老客 且 次数>=1', shown: '人' });
      figures.push((await page.evaluate(type, { text, shown: maskName(name) })).answered);
    }
    print(`popup: first results by ${what}`, figures, 100);
  }
  print('popup: next keystroke, until it is heard', heard, 16);
  print('popup: next keystroke, until it is answered', next, null);
  await page.close();
}

/** 归小鹿88 -> gxl88, as far as the characters have one. */
function initialsOf(name: string): string {
  const letters = Array.from('abcdefghjklmnopqrstwxyz0123456789');
  return Array.from(name.toLowerCase()).reduce((known, _, at) => {
    const next = known.length === at && letters.find((letter) => hasInitials(name.toLowerCase(), known + letter));
    return next ? known + next : known;
  }, '');
}

async function panelOpened(panel: Page, list: Page): Promise<void> {
  await list.bringToFront();
  await panel.evaluate(seen, { selector: 'main section li', name: null });
  const open: number[] = [];
  for (const _ of times(15)) open.push(await firstOf(panel, 'sidepanel.html', 'main section li button'));
  print('panel: open until the buyers of the page stand there', open, null);
}

/**
 * From the page's message at the background until the panel says how much of the page was read, and until all of its buyers have a tier:
 * leafing on to orders that were never seen, then back to those that were.
 */
async function batches(panel: Page, list: Page): Promise<void> {
  await list.bringToFront();
  const worker = await backgroundOf(context, extensionId);
  await worker.evaluate(noteReports);
  const turn = async (page: number): Promise<[shown: number, tiered: number]> => {
    const replica = await replicaOf(list, 'jd-shop');
    const before = await replica.evaluate((console) => console.orderIds()[0]!);
    const visible = panel.evaluate(rowsChanged);
    await replica.evaluate((console, to) => console.goto(to), page);
    const { at, atTiers } = await visible;
    const after = await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.orderIds()[0]!);
    if (after === before) throw new Error('expected another page of orders, found the same');
    const arrived = await worker.evaluate(lastReportAt);
    await panel.waitForTimeout(REST_MS);
    return [at - arrived, atTiers - arrived];
  };
  // What is read once for every start of the browser is not the page's.
  await turn(2);
  for (const [what, pages] of [
    ['new', times(NEW_PAGES).map((index) => index + 3)],
    ['known', times(NEW_PAGES).map((index) => index + 2)],
  ] as const) {
    const turns: [number, number][] = [];
    await watchTasks(panel);
    for (const page of pages) turns.push(await turn(page));
    const [shown, tiered] = [turns.map(([at]) => at), turns.map(([, at]) => at)];
    print(`50 ${what} orders, from the message until their buyers stand in the panel`, shown, 150);
    print(`50 ${what} orders, from the message until every buyer has a tier`, tiered, 150);
    console.log(`  longest task of the panel meanwhile ${(await longestTask(panel)).toFixed(0)} ms`);
  }
}

async function chatSwitches(panel: Page): Promise<void> {
  const chat = await opened(`${consoleUrls.jdChat}?late=0`);
  await chat.bringToFront();
  const pins = jd.conversations.filter(({ pane }) => pane === 'current').map(({ pin }) => pin);
  const switches: number[] = [];
  for (const index of times(60)) {
    const pin = pins[index % pins.length]!;
    const shown = panel.evaluate(seen, { selector: 'article', name: maskName(pin) });
    const replica = await replicaOf(chat, 'jd-chat');
    const at = await replica.evaluate((console, to) => {
      console.switchTo(to);
      return performance.timeOrigin + performance.now();
    }, pin);
    if (index > 0) switches.push((await shown) - at);
    else await shown;
    await panel.waitForTimeout(REST_MS);
  }
  print('chat switch until the right customer card stands there', switches, 150);
}

function print(what: string, figures: readonly number[], bar: number | null): void {
  measured.push({ what, figures, bar });
  const at = (share: number) => (figures.length === 0 ? '–' : quantileOf(figures, share).toFixed(1));
  const asked = bar === null ? '' : `, bar ${bar}`;
  console.log(
    `${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, n = ${figures.length}${asked}; load ${loadavg()[0]!.toFixed(1)}`,
  );
}

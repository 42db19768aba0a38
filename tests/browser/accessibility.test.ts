/** Every screen against WCAG 2.2 AA, light and dark, one browser for all of them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { sectionIds } from '../../components/dashboard/sections.ts';
import type { MessageKey } from '../../lib/browser/i18n.ts';
import type { OrderRecord } from '../../lib/store/records.ts';
import { pageStates, recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { loadFixture } from '../support/load-fixture.ts';
import { violationsOf } from './support/axe.ts';
import { expectClean, NARROWEST_PX, openEveryDisclosure, overflowAt } from './support/clean-screen.ts';
import { startSeller, type Seller } from './support/seller.ts';

const PANEL_PX = 360;

let seller: Seller;
let panel: Page;

beforeAll(async () => {
  seller = await startSeller();
  panel = await seller.openPanel();
  await panel.setViewportSize({ width: PANEL_PX, height: 800 });
});
afterAll(() => seller?.close());

const own = (path: string) => `chrome-extension://${seller.browser.extensionId}/${path}`;
const word = (key: MessageKey) => wordOf(panel, key);
const byName = async (role: 'button' | 'region' | 'heading', key: MessageKey) =>
  panel.getByRole(role, { name: await word(key) }).first();

/** Whose case it is, is known from the order alone. */
async function seeOrderOfACase(): Promise<void> {
  const cases = await seller.open(consoleUrls.jdAfterSales);
  const [orderId] = await (await replicaOf(cases, 'jd-shop')).evaluate((console) => console.orderIds());
  await cases.close();
  const list = await replicaOf(await seller.open(consoleUrls.jdOrders), 'jd-shop');
  const place = seller.jd.orders.findIndex((order) => order.orderId === orderId);
  await list.evaluate((console, page) => console.goto(page), Math.floor(place / 10) + 1);
  await until(
    async () => await recordsOf<OrderRecord>(await seller.worker(), 'orders'),
    (orders) => orders.some((order) => order.orderId === orderId),
  );
}

describe('the panel', () => {
  test('before anything was seen', async () => {
    await panel.getByText(await word('startHere')).waitFor();
    await expectClean(panel);
  });

  test('beside an order list, and with what a page says of itself opened', async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.setPageSize(50));
    await until(
      async () => (await pageStates(await seller.worker()))[0]?.health.read,
      (read) => read === 50,
    );
    await list.bringToFront();
    await (await byName('region', 'buyersOnPage')).getByRole('listitem').nth(5).waitFor();
    await openEveryDisclosure(panel);
    await expectClean(panel);
    await openEveryDisclosure(panel, false);
  });

  test('with each list of the day', async () => {
    const bar = panel.getByRole('navigation', { name: await word('today_title') });
    for (const job of ['today_calm', 'today_wake', 'today_thank'] as const) {
      const button = bar.getByRole('button', { name: await word(job) });
      await button.click();
      await panel.getByRole('region', { name: await word(job) }).waitFor();
      await expectClean(panel);
      await button.click();
    }
  });

  test('with a customer, whatever can be opened on the card open', async () => {
    // A try before this one has left the card open.
    for (const back of await panel.getByRole('button', { name: await word('backToList') }).all()) await back.click();
    await (await byName('region', 'buyersOnPage')).getByRole('listitem').getByRole('button').first().click();
    await (await byName('heading', 'repliesTitle')).waitFor();
    await openEveryDisclosure(panel);
    await expectClean(panel);
  });

  test('beside the chat, a reply made ready, and one searched for', async () => {
    const chat = await seller.open(consoleUrls.jdChat);
    const { pin } = seller.jd.conversations.find(({ pane }) => pane === 'current')!;
    await (await replicaOf(chat, 'jd-chat')).evaluate((console, to) => console.switchTo(to), pin);
    await chat.bringToFront();
    await (await byName('button', 'fill')).waitFor();
    // The section is made anew while the chat settles.
    await until(
      async () => {
        await panel.getByRole('searchbox').fill('tuihuo');
        return await panel.locator('[role=listbox] [role=option]').count();
      },
      (found) => found > 0,
    );
    await expectClean(panel);
  });

  test('beside a list of masks alone, and beside after-sale cases', async () => {
    await seeOrderOfACase();
    for (const url of [consoleUrls.taobaoSold, consoleUrls.jdAfterSales]) {
      const list = await seller.open(url);
      await list.bringToFront();
      await (await byName('region', 'buyersOnPage')).waitFor();
      await openEveryDisclosure(panel);
      await expectClean(panel);
      await list.close();
    }
  });
});

describe('the panel beside a page', () => {
  test.each([
    ['that asks to sign in', 'jd/blocked--login', 'pageBlocked'],
    ['whose layout is another than it was', 'jd/order-list--normal', 'layoutWhatToDo'],
    ['of to-do counters', 'jd/home--normal', 'toDoTitle'],
    ['with an order that is not understood', 'jd/order-list--unknown-status', 'buyersOnPage'],
    ['that is none of a shop’s', 'jd/unknown--analytics', 'healthNoPage'],
  ] as const)('%s', async (_, name, key) => {
    const { html, url } = loadFixture(name);
    // Without the word that tells the time of an order no order of the list is read.
    const body = key === 'layoutWhatToDo' ? html.replaceAll('下单', '创建') : html;
    const page = await seller.browser.context.newPage();
    await page.route(/^https?:/, (route) =>
      route.request().url() === url
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
        : route.fulfill({ status: 404 }),
    );
    await page.goto(url);
    await page.bringToFront();
    const shown = await word(key);
    await panel.locator(`:text("${shown}"), [aria-label="${shown}"]`).first().waitFor();
    await openEveryDisclosure(panel);
    await expectClean(panel);
    await openEveryDisclosure(panel, false);
    await page.close();
  });
});

describe('the popup', () => {
  test.each([
    ['with nothing typed', ''],
    ['with a name', '8'],
    ['with a segment and its first customers', '老客 且 次数>=1'],
    ['with what cannot be read', '老客 且 客丹>100'],
  ])('%s', async (_, typed) => {
    const popup = await seller.browser.context.newPage();
    await popup.setViewportSize({ width: 380, height: 520 });
    await popup.goto(own('popup.html'));
    await popup.getByRole('listitem').first().waitFor();
    await popup.getByRole('combobox').fill(typed);
    await popup.waitForTimeout(300);
    expect(await violationsOf(popup)).toEqual([]);
    await popup.close();
  });
});

describe('the insight page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await seller.browser.context.newPage();
    await page.goto(own('dashboard.html'));
    await page.getByRole('table').first().waitFor();
  });

  test.each(sectionIds)('in its part %s, and enlarged no wider than the window', async (section) => {
    await page.goto(own(`dashboard.html#${section}`));
    await page.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
    await page.waitForTimeout(200);
    await openEveryDisclosure(page);
    await expectClean(page);
    expect(await overflowAt(page, 640)).toBeLessThanOrEqual(0);
  });
});

/** Whatever language the browser has: English words are longer than Chinese ones. */
async function speakEnglish(page: Page): Promise<void> {
  await page.addInitScript((messages: Record<string, { message: string }>) => {
    const { chrome } = globalThis as unknown as {
      chrome: { i18n: { getMessage(key: string, values?: readonly string[]): string } };
    };
    chrome.i18n.getMessage = (key, values = []) =>
      (messages[key]?.message ?? '').replace(/\$([1-9])/g, (_, at: string) => values[Number(at) - 1] ?? '');
  }, english);
}

describe('in English, as narrow as it gets,', () => {
  let page: Page;
  beforeAll(async () => {
    page = await seller.openPanel();
    await speakEnglish(page);
    await page.setViewportSize({ width: NARROWEST_PX, height: 800 });
  });

  const expectNoOverflow = async () => {
    await openEveryDisclosure(page);
    expect(await overflowAt(page, NARROWEST_PX)).toBeLessThanOrEqual(0);
    await openEveryDisclosure(page, false);
  };

  test('the panel, its lists and a card are no wider than their window', async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    await list.bringToFront();
    await page.reload();
    const buyers = page.getByRole('region', { name: english.buyersOnPage.message });
    await buyers.getByRole('listitem').nth(5).waitFor();
    await expectNoOverflow();
    const bar = page.getByRole('navigation', { name: english.today_title.message });
    for (const job of ['today_wake', 'today_thank'] as const) {
      await bar.getByRole('button', { name: english[job].message }).click();
      await page.getByRole('region', { name: english[job].message }).waitFor();
      await expectNoOverflow();
      await bar.getByRole('button', { name: english[job].message }).click();
    }
    await buyers.getByRole('listitem').getByRole('button').first().click();
    await page.getByRole('heading', { name: english.repliesTitle.message }).waitFor();
    await expectNoOverflow();
    await list.close();
  });

  test.each(sectionIds)('the part %s of the insight page is no wider than its window', async (section) => {
    await page.goto(own(`dashboard.html#${section}`));
    await page.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
    await page.waitForTimeout(200);
    await expectNoOverflow();
  });
});

/** A panel and a popup of half their usual size, as a browser makes of them that is zoomed to 200 %. */
describe('at 200 %', () => {
  const PANEL_ZOOMED_PX = 180;
  const POPUP_ZOOMED = { width: 190, height: 260 };

  test('the panel beside a list, with a customer and in the chat is cut off nowhere at its sides', async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    await list.bringToFront();
    const buyers = await byName('region', 'buyersOnPage');
    await buyers.getByRole('listitem').nth(5).waitFor();
    expect(await overflowAt(panel, PANEL_ZOOMED_PX)).toBeLessThanOrEqual(0);
    await buyers.getByRole('listitem').getByRole('button').first().click();
    await (await byName('heading', 'repliesTitle')).waitFor();
    expect(await overflowAt(panel, PANEL_ZOOMED_PX)).toBeLessThanOrEqual(0);
    await list.close();
    const chat = await seller.open(`${consoleUrls.jdChat}?late=0`);
    await chat.bringToFront();
    await (await byName('heading', 'repliesTitle')).waitFor();
    expect(await overflowAt(panel, PANEL_ZOOMED_PX)).toBeLessThanOrEqual(0);
    await chat.close();
  });

  test('the popup, empty, with a segment and with who was found, is cut off nowhere at its sides', async () => {
    const popup = await seller.browser.context.newPage();
    await popup.setViewportSize(POPUP_ZOOMED);
    await popup.goto(own('popup.html'));
    await popup.getByRole('listitem').nth(10).waitFor();
    expect(await overflowAt(popup, POPUP_ZOOMED.width)).toBeLessThanOrEqual(0);
    for (const text of ['次数>=1', seller.jd.orders[3]!.orderId.slice(-4)]) {
      await popup.getByRole('combobox').fill(text);
      await popup.getByRole('option').first().waitFor();
      expect(await overflowAt(popup, POPUP_ZOOMED.width)).toBeLessThanOrEqual(0);
    }
    await popup.close();
  });

  test('nothing moves for those who want it so', async () => {
    const motion = () => panel.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--motion'));
    await panel.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await motion()).toBe('.12s ease-out');
    await panel.emulateMedia({ reducedMotion: 'reduce' });
    expect(await motion()).toBe('0s');
    await panel.emulateMedia({ reducedMotion: null });
  });
});

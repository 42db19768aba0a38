/** The demo without a display: from the order lists to a reply in the chat box, with pictures and a summary. */
import type { Locator, Page } from 'playwright-core';
import type { ExtensionBrowser } from '../browser/chromium.ts';
import { pageStates, storedOrders, until } from '../browser/extension-store.ts';
import { backgroundOf, openPanelWindow, wordOf } from '../browser/panel-window.ts';
import { readAllPages } from '../browser/read-all-pages.ts';
import { painted, replicaOf } from '../browser/replica.ts';
import { consoleUrls } from './console-urls.ts';
import { pictures } from './pictures.ts';
import type { DemoShop } from './shop/demo-shop.ts';

const LATE_MS = 60;

/** @param folder for the pictures */
export async function walkTheLine(
  { context, extensionId }: ExtensionBrowser,
  jd: DemoShop,
  folder: string,
): Promise<void> {
  const album = pictures(context, folder);
  const worker = () => backgroundOf(context, extensionId);
  const open = async (url: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url);
    await painted(page);
    return page;
  };
  const keptCount = async () => (await storedOrders(await worker())).length;

  const orders = await open(`${consoleUrls.jdOrders}&late=${LATE_MS}`);
  const panel = await openPanelWindow(context, extensionId);
  await readAllPages(orders, 'jd-shop', worker);
  console.log(`JD order list, all pages opened: ${await keptCount()} orders kept`);
  await orders.bringToFront();
  const buyers = panel.getByRole('region', { name: await wordOf(panel, 'buyersOnPage') });
  await buyers.waitFor();
  await album.sideBySide(orders, panel, 'jd-orders-and-panel');
  await album.ours(panel, 'panel-orders-dark', { scheme: 'dark' });
  const today = panel.getByRole('navigation', { name: await wordOf(panel, 'today_title') });
  const toWake = today.getByRole('button', { name: await wordOf(panel, 'today_wake') });
  await toWake.click();
  await panel.getByRole('region', { name: await wordOf(panel, 'today_wake') }).waitFor();
  await album.ours(panel, 'panel-today');
  await toWake.click();
  await buyers.getByRole('listitem').getByRole('button').first().click();
  await panel.getByRole('article').waitFor();
  await album.ours(panel, 'panel-customer');
  await album.ours(panel, 'panel-customer-dark', { scheme: 'dark' });

  const cases = await open(`${consoleUrls.jdAfterSales}&late=${LATE_MS}`);
  await cases.bringToFront();
  await buyers.waitFor();
  await album.sideBySide(cases, panel, 'jd-after-sales-and-panel');
  await buyers.getByRole('listitem').getByRole('button').first().click();
  await panel.getByRole('region', { name: await wordOf(panel, 'disputesTitle') }).waitFor();
  await album.ours(panel, 'panel-dispute');

  const chat = await open(`${consoleUrls.jdChat}?late=${LATE_MS}`);
  const { pin } = jd.conversations.find(({ scene }) => scene === 'highValue') ?? jd.conversations[0]!;
  await (await replicaOf(chat, 'jd-chat')).evaluate((console, to) => console.switchTo(to), pin);
  await until(
    async () => (await pageStates(await worker())).find(({ page }) => page === 'chat')?.chat,
    (now) => now?.customerKey === pin && now.settled,
  );
  await chat.bringToFront();
  await panel
    .getByRole('button', { name: await wordOf(panel, 'fill') })
    .first()
    .waitFor();
  const said = {
    who: await linesOf(panel.locator('main')),
    suggestion: await linesOf(panel.getByRole('region', { name: await wordOf(panel, 'suggestionsTitle') })),
  };
  await album.sideBySide(chat, panel, 'jd-chat-and-panel');

  for (const [name, url] of [
    ['taobao-old', consoleUrls.taobaoOld],
    ['taobao-console', consoleUrls.taobaoSold],
  ] as const) {
    const list = await open(`${url}?late=${LATE_MS}`);
    await readAllPages(list, name, worker);
    await list.bringToFront();
    await panel.waitForTimeout(500);
    await album.sideBySide(list, panel, `${name}-and-panel`);
    console.log(`${name}, all pages opened: ${await keptCount()} orders kept in all`);
  }

  for (const [name, kind, url] of [
    ['taobao-refunds', 'after-sale-list', consoleUrls.taobaoRefunds],
    ['taobao-coupons', 'coupon-list', consoleUrls.taobaoCoupons],
  ] as const) {
    const list = await open(`${url}?late=${LATE_MS}`);
    const state = await until(
      async () => (await pageStates(await worker())).find(({ page, health }) => page === kind && health.rows > 0),
      (found) => found !== undefined,
    );
    console.log(`${name}: ${state!.health.read} of ${state!.health.rows} rows read`);
    await list.bringToFront();
    await panel.waitForTimeout(500);
    await album.sideBySide(list, panel, `${name}-and-panel`);
  }

  const taobaoOrder = (await storedOrders(await worker())).find(
    ({ platform, customerId }) => platform === 'taobao' && customerId !== null,
  );
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await popup.getByRole('listitem').first().waitFor();
  await album.ours(popup, 'popup', { widthPx: 380, heightPx: 520 });
  const tiers = (await popup.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  await popup.getByRole('combobox').fill('老客 且 上次>30天 且 客单>100 且 非勿扰');
  await popup.waitForTimeout(500);
  await album.ours(popup, 'popup-segment', { widthPx: 380, heightPx: 520 });

  const companion = await context.newPage();
  await companion.goto(`chrome-extension://${extensionId}/companion.html`);
  await companion.getByText(await wordOf(panel, 'companionStart')).waitFor();
  await companion.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
  }, taobaoOrder!.orderId);
  await companion.getByRole('article').first().waitFor();
  await album.ours(companion, 'companion', { widthPx: 380, heightPx: 760 });

  const dashboard = await context.newPage();
  for (const section of [
    'overview',
    'rfm',
    'tiers',
    'segments',
    'practice',
    'retention',
    'cycles',
    'backtest',
    'attribution',
    'report',
  ]) {
    await dashboard.goto(`chrome-extension://${extensionId}/dashboard.html#${section}`);
    await dashboard.getByRole('heading', { level: 2 }).first().waitFor();
    await album.ours(dashboard, `dashboard-${section}`, { widthPx: 1280 });
  }
  print('Tiers', tiers);
  print('Beside the JD chat: who this is', said.who.slice(0, 8));
  print('Beside the JD chat: what to do', said.suggestion.slice(1, 5));
  console.log(`\nPictures are in ${folder}`);
}

async function linesOf(place: Locator): Promise<string[]> {
  return (await place.innerText()).split('\n').filter((line) => line.trim() !== '');
}

function print(title: string, lines: readonly string[]): void {
  console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

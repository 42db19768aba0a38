/** A seller at work: the built extension in a real Chromium, with replica consoles in place of the platforms' hosts. */
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { launchWithExtension, type ExtensionBrowser } from '../../../scripts/browser/chromium.ts';
import { answerConsoles, type RequestLog } from '../../../scripts/demo/host.ts';
import { generateShop } from '../../../scripts/demo/shop-generator.ts';
import type { DemoShop } from '../../../scripts/demo/shop/demo-shop.ts';
import { painted } from './replica.ts';

export const extensionDir = join(import.meta.dirname, '..', '..', '..', '.output', 'chrome-mv3');

export const consoleUrls = {
  jdOrders: 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders',
  jdChat: 'https://dongdong.jd.com/',
  taobaoSold: 'https://myseller.taobao.com/home.htm/trade-platform/tp/sold',
  taobaoOld: 'https://trade.taobao.com/trade/itemlist/list_sold_items.htm',
} as const;

export interface Seller {
  browser: ExtensionBrowser;
  jd: DemoShop;
  taobao: DemoShop;
  log: RequestLog;
  /** Requests that any page or worker of the extension made, other than for its own files. */
  extensionRequests: string[];
  worker(): Promise<Worker>;
  /** Opens an address and waits until its replica console has painted. */
  open(url: string): Promise<Page>;
  /** The panel in a window of its own; it follows the seller's tab. */
  openPanel(): Promise<Page>;
  close(): Promise<void>;
}

export interface SellerOptions {
  customers?: number;
  seed?: number;
  profileDir?: string;
  extension?: string;
}

/** @param options a small shop unless asked otherwise; the same seed makes the same shop */
export async function startSeller(options: SellerOptions = {}): Promise<Seller> {
  const { customers = 200, seed = 7, profileDir, extension = extensionDir } = options;
  const untilMs = Date.now();
  const jd = generateShop({ platform: 'jd', seed, customers, untilMs });
  const taobao = generateShop({ platform: 'taobao', seed: seed + 1, customers, untilMs });
  const browser = await launchWithExtension({
    extensionDir: extension,
    headless: true,
    ...(profileDir ? { profileDir } : {}),
  });
  const { context, extensionId } = browser;
  const own = `chrome-extension://${extensionId}/`;
  const extensionRequests: string[] = [];
  context.on('request', (request) => {
    const from = request.serviceWorker()?.url() ?? request.frame().url();
    if (from.startsWith(own) && !request.url().startsWith(own)) extensionRequests.push(request.url());
  });
  const log = await answerConsoles(context, { jd, taobao, seed });
  const worker = async () =>
    context.serviceWorkers().find((one) => one.url().startsWith(own)) ??
    (await context.waitForEvent('serviceworker', { predicate: (one) => one.url().startsWith(own) }));

  return {
    browser,
    jd,
    taobao,
    log,
    extensionRequests,
    worker,
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      await painted(page);
      return page;
    },
    async openPanel() {
      const opened = context.waitForEvent('page', (page) => page.url().startsWith(own));
      await (await worker()).evaluate(openPanelWindow);
      const panel = await opened;
      await panel.waitForLoadState();
      return panel;
    },
    close: () => browser.close(),
  };
}

/** Runs in the extension's worker. */
async function openPanelWindow(): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: { windows: { create(options: object): Promise<unknown> } } };
  await chrome.windows.create({ url: 'sidepanel.html', type: 'popup', width: 380, height: 800, focused: false });
}

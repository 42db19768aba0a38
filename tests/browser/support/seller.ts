/** A seller at work: the built extension in a real Chromium, with replica consoles in place of the platforms' hosts. */
import type { Page, Request, Worker } from 'playwright-core';
import { inject } from 'vitest';
import { launchWithExtension, type ExtensionBrowser } from '../../../scripts/browser/chromium.ts';
import { answerConsoles, type RequestLog } from '../../../scripts/demo/host.ts';
import { generateShop } from '../../../scripts/demo/shop-generator.ts';
import type { DemoShop } from '../../../scripts/demo/shop/demo-shop.ts';
import { backgroundOf, openPanelWindow } from '../../../scripts/browser/panel-window.ts';
import { painted } from '../../../scripts/browser/replica.ts';
import { extensionDir } from './extension-dir.ts';

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
  /** @throws Error when the extension made any request while it ran */
  close(): Promise<void>;
}

export interface SellerOptions {
  customers?: number;
  profileDir?: string;
  extension?: string;
  /** The shop's "now", epoch ms. */
  untilMs?: number;
  /** Nobody has allowed any seller's page yet. */
  isNew?: boolean;
  /** The browser keeps pages that were left, as people's browsers do. */
  keepsPages?: boolean;
}

/** @param options a small shop unless asked otherwise, the same every time but for the day */
export async function startSeller(options: SellerOptions = {}): Promise<Seller> {
  const {
    customers = 200,
    profileDir,
    extension = extensionDir,
    untilMs = Date.now(),
    keepsPages = false,
    isNew = false,
  } = options;
  const jd = generateShop({ platform: 'jd', seed: 7, customers, untilMs });
  const taobao = generateShop({ platform: 'taobao', seed: 8, customers, untilMs });
  const browser = await launchWithExtension({
    extensionDir: extension,
    headless: true,
    keepsPages,
    isNew,
    ...(profileDir ? { profileDir } : {}),
  });
  const { context, extensionId } = browser;
  const own = `chrome-extension://${extensionId}/`;
  const extensionRequests: string[] = [];
  context.on('request', (request) => {
    const from = request.serviceWorker()?.url() ?? frameOf(request);
    if (from.startsWith(own) && !request.url().startsWith(own)) extensionRequests.push(request.url());
  });
  const log = await answerConsoles(context, { jd, taobao, bundles: inject('consoles') });
  return {
    browser,
    jd,
    taobao,
    log,
    extensionRequests,
    worker: () => backgroundOf(context, extensionId),
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      await painted(page);
      return page;
    },
    openPanel: () => openPanelWindow(context, extensionId),
    async close() {
      await browser.close();
      const leaks = [...extensionRequests, ...log.refused];
      if (leaks.length > 0) throw new Error(`expected no request but the consoles' own, found ${leaks.join(', ')}`);
    },
  };
}

/** Whose request it is; of a page that is only just being opened there is no frame yet, and nobody of ours asked for it. */
function frameOf(request: Request): string {
  try {
    return request.frame().url();
  } catch {
    return '';
  }
}

/** The built add-on in a real Firefox: installed, a page read, its customer seen in panel and insight page. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { maskName } from '../../lib/model/identity.ts';
import { until } from '../../scripts/browser/extension-store.ts';
import { ensureFirefox, launchFirefox, type Firefox } from '../../scripts/browser/firefox.ts';
import { pageFor } from '../../scripts/demo/answers/page-for.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { generateShop } from '../../scripts/demo/shop-generator.ts';

const extensionDir = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');
const path = ensureFirefox();
/** Of hosts that no replica stands for. */
const refused: string[] = [];
const untilMs = Date.now();
const shops = {
  jd: generateShop({ platform: 'jd', seed: 7, customers: 200, untilMs }),
  taobao: generateShop({ platform: 'taobao', seed: 8, customers: 200, untilMs }),
};
const PAGE_SIZE = 20;
/** What a console asks with: Firefox does not tell the body of a request. */
const firstPage = JSON.stringify({ request: { data: { orderTab: 'allOrders', current: 1, pageSize: PAGE_SIZE } } });
let firefox: Firefox;

// Where no Firefox is and none may be installed, there is nothing to try.
describe.runIf(path)('in Firefox', () => {
  beforeAll(async () => {
    firefox = await launchFirefox(path!, extensionDir, (url) => {
      const answer = pageFor(url, shops, inject('consoles'), firstPage);
      if (!answer) refused.push(url.href);
      return answer;
    });
  });
  afterAll(() => firefox?.close());

  test('the panel is the sidebar', async () => {
    await firefox.runInBrowser(`window.SidebarController.show(arguments[0])`, 'liuke_liuke_example-sidebar-action');
    const shown = () =>
      firefox.runInBrowser<string>(`
        const inner = document.getElementById('sidebar')?.contentDocument;
        return inner?.getElementById('webext-panels-browser')?.currentURI.spec ?? '';`);
    await until(shown, (url) => url.endsWith('/sidepanel.html'));
  });

  test('nothing is read before a platform was chosen; chosen, what is open is read at once', async () => {
    await firefox.open(consoleUrls.jdOrders);
    await until(
      () => firefox.text(),
      (text) => text.includes(shops.jd.orders[0]!.orderId),
    );
    await firefox.newTab();
    await firefox.open('dashboard.html');
    const ask = await firefox.run<string>(
      `return browser.i18n.getMessage('accessAsk', browser.i18n.getMessage('platform_jd'))`,
    );
    await until(
      () => firefox.text(),
      (text) => text.includes(ask),
    );
    expect(await firefox.run(`return document.querySelectorAll('table').length`)).toBe(0);
    await firefox.press(ask);
    // The list in the other tab was opened before: its customers are here without it being loaded anew.
    const all = new Set(shops.jd.orders.slice(0, PAGE_SIZE).map(({ buyer }) => buyer.key)).size;
    await until(
      () => firefox.text(),
      (text) => text.includes(`\n${all}\n`),
    );
  });

  test('an order list is read, and its customers are seen in the insight page and in the panel', async () => {
    await firefox.open(consoleUrls.jdOrders);
    const first = shops.jd.orders.slice(0, PAGE_SIZE);
    const buyers = new Set(first.map(({ buyer }) => buyer.key));
    await until(
      () => firefox.text(),
      (text) => text.includes(first[0]!.orderId),
    );
    await firefox.newTab();
    await firefox.open('dashboard.html');
    await until(
      () => firefox.text(),
      (text) => text.includes(`\n${buyers.size}\n`),
    );
    await firefox.run(`browser.windows.create({ type: 'popup', url: 'sidepanel.html', width: 380, height: 700 })`);
    await firefox.turnTo('/sidepanel.html');
    const panel = await until(
      () => firefox.text(),
      (text) => [...buyers].some((key) => key !== null && text.includes(maskName(key))),
    );
    for (const key of buyers) expect(panel).not.toContain(key);
  });

  test('nothing was asked for but what the consoles ask for', () => {
    expect(refused).toEqual([]);
  });
});

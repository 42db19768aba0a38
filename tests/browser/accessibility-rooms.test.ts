/** Screens that one comes to less often, against WCAG 2.2 AA, light and dark, narrow and wide; one browser for all of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageKey } from '../../lib/browser/i18n.ts';
import { dayOf, formatDay, toShanghaiIso } from '../../lib/model/shanghai-time.ts';
import { STORE_VERSION } from '../../lib/store/database.ts';
import type { OrderRecord } from '../../lib/store/records.ts';
import { storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { csvOf } from '../support/export-files.ts';
import { raiseStore } from './support/break-store.ts';
import { expectCleanAt, openEveryDisclosure } from './support/clean-screen.ts';
import { ask } from './support/faults.ts';
import { startSeller, type Seller } from './support/seller.ts';

const NARROW_PX = [320, 360] as const;
const POPUP_PX = [380] as const;
const PASSPHRASE = 'seven green bottles';

let seller: Seller;
let folder: string;
let panel: Page;

const own = (path: string) => `chrome-extension://${seller.browser.extensionId}/${path}`;
const word = (key: MessageKey) => wordOf(panel, key);
async function opened(path: string): Promise<Page> {
  const page = await seller.browser.context.newPage();
  await page.goto(own(path));
  return page;
}
const button = async (page: Page, key: MessageKey) =>
  page.getByRole('button', { name: await word(key), exact: true }).first();
/** A part of the insight page that is laid out. */
async function openPart(page: Page, part: string): Promise<void> {
  await page.goto(own(`dashboard.html#${part}`));
  await page.getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuke-screens-'));
  seller = await startSeller({ customers: 60 });
  panel = await seller.openPanel();
  await panel.setViewportSize({ width: 360, height: 800 });
});
afterAll(async () => {
  await seller?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('before anything was seen', () => {
  test('the popup says how to begin', async () => {
    const popup = await opened('popup.html');
    await popup.getByText(await word('startHere')).waitFor();
    await expectCleanAt(popup, POPUP_PX);
    await popup.close();
  });

  test('the insight page says how to begin', async () => {
    const page = await opened('dashboard.html');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectCleanAt(page, NARROW_PX);
    await page.close();
  });
});

describe('the companion window', () => {
  let order: OrderRecord;
  let companion: Page;
  /** As if it had been copied elsewhere and pasted here. */
  const paste = async (text: string) =>
    await companion.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
    }, text);

  beforeAll(async () => {
    await seller.open(consoleUrls.taobaoOld);
    const orders = await until(
      async () => await storedOrders(await seller.worker()),
      (found) => found.length > 0 && found.every(({ customerId }) => customerId !== null),
    );
    order = orders[0]!;
    companion = await opened('companion.html');
  });
  afterAll(() => companion?.close());

  test('with nothing pasted', async () => {
    await companion.getByText(await word('companionStart')).waitFor();
    await expectCleanAt(companion, NARROW_PX);
  });

  test('with its keys', async () => {
    await companion.keyboard.press('?');
    await companion.getByRole('dialog', { name: await word('keys_title') }).waitFor();
    await expectCleanAt(companion, NARROW_PX);
    await companion.keyboard.press('Escape');
  });

  test('with a name that nobody has', async () => {
    await paste('没有这个人');
    await (await button(companion, 'companionBuyersWords')).waitFor();
    await expectCleanAt(companion, NARROW_PX);
  });

  test('with a conversation, who it is and what to say', async () => {
    const head = (name: string, minutesAgo: number) => {
      const at = Date.now() - minutesAgo * 60_000;
      return `${name}${formatDay(dayOf(at)).replaceAll('-0', '-')} ${toShanghaiIso(at).slice(11, 19)}`;
    };
    const { display } = order.buyer;
    await paste([head(seller.taobao.accountName, 30), '您好，在的', head(display!, 18), '我要退款', ''].join('\n'));
    await companion.getByRole('article').first().waitFor();
    await companion.locator('button[aria-keyshortcuts="1"]').waitFor();
    await openEveryDisclosure(companion);
    await expectCleanAt(companion, NARROW_PX);
  });
});

describe('the panel', () => {
  test('with its keys', async () => {
    await panel.keyboard.press('?');
    await panel.getByRole('dialog', { name: await word('keys_title') }).waitFor();
    await expectCleanAt(panel, NARROW_PX);
    await panel.keyboard.press('Escape');
  });

  test('with the people of a segment', async () => {
    const popup = await opened('popup.html');
    const query = '购买>=1次';
    await popup.evaluate(async (text) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { set(of: object): Promise<void> } } };
      };
      await chrome.storage.session.set({ panelFocus: { shopId: null, query: text, askedAt: Date.now() } });
    }, query);
    await popup.close();
    const people = panel.getByRole('region').filter({ has: panel.getByRole('heading', { name: query }) });
    await people.getByRole('listitem').nth(3).waitFor();
    await expectCleanAt(panel, NARROW_PX);
    await (await button(panel, 'segment_close')).click();
  });

  test('in the room of the work orders: none, a new one, and late ones unfolded', async () => {
    await (await button(panel, 'wo_room')).click();
    const room = panel.getByRole('region', { name: await word('wo_room'), exact: true });
    await room.waitFor();
    await expectCleanAt(panel, NARROW_PX);
    const orders = await storedOrders(await seller.worker());
    const other = orders.find(({ customerId }) => customerId !== orders[0]!.customerId)!;
    for (const [workOrderId, order, hours] of [
      ['late', orders[0]!, 30],
      ['fresh', other, 0],
    ] as const)
      await ask(panel, 'openWorkOrder', {
        workOrderId,
        shopId: order.shopId,
        customerId: order.customerId,
        orderId: order.orderId,
        caseId: null,
        from: 'hand',
        labelId: 'damaged',
        owner: '小美',
        amountFen: 12_345,
        startedAt: Date.now() - hours * 3_600_000,
      });
    const unfold = room.getByRole('button', { name: await word('wo_unfold') });
    await until(
      () => unfold.count(),
      (count) => count === 2,
    );
    while ((await unfold.count()) > 0) await unfold.first().click();
    if (await (await button(panel, 'wo_new')).isVisible()) await (await button(panel, 'wo_new')).click();
    await openEveryDisclosure(panel);
    await expectCleanAt(panel, NARROW_PX);
  });
});

describe('the insight page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await opened('dashboard.html');
  });
  afterAll(() => page?.close());

  test('with a trial of two wordings being filled in', async () => {
    await openPart(page, 'trials');
    await page.getByLabel(await word('trialKind'), { exact: true }).selectOption('ab');
    await expectCleanAt(page, NARROW_PX);
  });

  test('with the editor of a reply', async () => {
    await openPart(page, 'replies');
    await (await button(page, 'libNew')).click();
    await page.getByRole('textbox').nth(1).fill('加微信领红包，{昵称}');
    await page.waitForTimeout(300);
    await expectCleanAt(page, NARROW_PX);
  });

  test('asking whether it is meant, before anything is deleted', async () => {
    await openPart(page, 'privacy');
    const [start] = (
      await page.evaluate(() => {
        const { chrome } = globalThis as unknown as {
          chrome: { i18n: { getMessage(k: string, v: string[]): string } };
        };
        return chrome.i18n.getMessage('deleteShop', ['\n']);
      })
    ).split('\n');
    await page
      .getByRole('button', { name: new RegExp(`^${start}`) })
      .first()
      .click();
    await (await button(page, 'deleteStore')).click();
    expect(await page.getByLabel(await word('deleteAgree')).count()).toBe(2);
    await expectCleanAt(page, NARROW_PX);
  });

  test('with findings in a file to import, and with columns to be named', async () => {
    const jd = ['订单号', '商品ID', '商品名称', '订购数量', '下单时间', '京东价', '应付金额', '订单状态', '下单帐号'];
    const good = [
      '3400070000015838',
      '10000000002018',
      '棉袜',
      '1',
      '2026-05-01 11:00:00',
      '29.90',
      '29.90',
      '完成',
      'jd_a',
    ];
    const files = {
      'orders.csv': [jd, good, good.with(0, '3400070000015839').with(6, '很多'), good.with(0, '3.4E+15')],
      'own.csv': [
        ['单号', '时间'],
        ['3400070000015838', '2026-05-01 11:00:00'],
      ],
    };
    for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), csvOf(rows));
    await openPart(page, 'data');
    const input = page.locator('input[type=file][multiple]');
    await input.setInputFiles(Object.keys(files).map((name) => join(folder, name)));
    await (await button(page, 'mapColumns')).click();
    await page.getByRole('article', { name: 'orders.csv' }).locator('dl').waitFor();
    await openEveryDisclosure(page);
    await expectCleanAt(page, NARROW_PX);
  });
});

describe('locked', () => {
  beforeAll(async () => {
    const page = await opened('dashboard.html#privacy');
    for (const label of ['lockNewPassphrase', 'backupAgain'] as const)
      await page.getByLabel(await word(label)).fill(PASSPHRASE);
    await (await button(page, 'lockSet')).click();
    await page.getByText(await word('lockIsOpen'), { exact: true }).waitFor();
    await (await button(page, 'lockNow')).click();
    await page.getByText(await word('lockIsClosed'), { exact: true }).waitFor();
    await page.close();
  });

  test.each([
    ['the panel', 'sidepanel.html', NARROW_PX],
    ['the popup', 'popup.html', POPUP_PX],
    ['the companion window', 'companion.html', NARROW_PX],
  ] as const)('%s asks for the passphrase, and says that another was given', async (_, path, widths) => {
    const page = await opened(path);
    const line = page.getByRole('region', { name: await word('lock'), exact: true });
    await line.getByRole('button', { name: await word('lockOpen'), exact: true }).click();
    await line.getByLabel(await word('lockPassphrase')).fill('something else');
    await line.getByRole('button', { name: await word('lockOpen'), exact: true }).click();
    await page.getByText(await word('lock_otherPassphrase')).waitFor();
    await expectCleanAt(page, widths);
    await page.close();
  });
});

/** The last of all: there is no way back from it. */
describe('a store of a version to come', () => {
  test('is said on every page', async () => {
    const page = await opened('icon/128.png');
    await page.evaluate(raiseStore, (STORE_VERSION + 1) * 10);
    await page.close();
    for (const [path, widths] of [
      ['sidepanel.html', NARROW_PX],
      ['popup.html', POPUP_PX],
      ['dashboard.html', NARROW_PX],
      ['companion.html', NARROW_PX],
    ] as const) {
      const late = await opened(path);
      await late.getByText(await wordOf(late, 'store_newerStore')).waitFor();
      await expectCleanAt(late, widths);
      await late.close();
    }
  });
});

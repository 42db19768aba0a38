/** Beside Qianniu: a conversation is copied elsewhere, pasted into the window of our own, and answered with three keys. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventRecord } from '../../lib/store/database.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import { maskName } from '../../lib/model/identity.ts';
import { formatDay, dayOf, toShanghaiIso } from '../../lib/model/shanghai-time.ts';
import type { OrderRecord } from '../../lib/store/records.ts';
import { recordsOf, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

const MINUTE_MS = 60_000;
const SAID = '我要退款，暗号八四二';

let seller: Seller;
let list: Page;
let companion: Page;
let order: OrderRecord;

beforeAll(async () => {
  seller = await startSeller({ customers: 60 });
  list = await seller.open(consoleUrls.taobaoOld);
  const orders = await until(
    async () => await storedOrders(await seller.worker()),
    (found) => found.length > 0 && found.every(({ customerId }) => customerId !== null),
  );
  // What is answered depends on the order's stage, and that of any one order on the hour.
  order = orders.find(({ status, customerId }) => status === 'completed' && isAlone(orders, customerId))!;
  const { context, extensionId } = seller.browser;
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: await wordOf(popup, 'companionOpen') }).click();
  companion = await opened;
  await companion.getByText(await wordOf(companion, 'companionStart')).waitFor();
  await companion.setViewportSize({ width: 360, height: 760 });
});
afterAll(() => seller?.close());

function isAlone(orders: readonly OrderRecord[], customerId: string | null): boolean {
  return orders.filter((other) => other.customerId === customerId).length === 1;
}

/** Qianniu's own way: nick and time without a blank, nothing padded. */
function copiedChat(nick: string): string {
  const head = (name: string, minutesAgo: number) => {
    const at = Date.now() - minutesAgo * MINUTE_MS;
    const day = formatDay(dayOf(at)).replaceAll('-0', '-');
    return `${name}${day} ${toShanghaiIso(at).slice(11, 19)}`;
  };
  return [head(seller.taobao.accountName, 30), '您好，在的', '已读', head(nick, 18), SAID, head(nick, 17), ''].join(
    '\n',
  );
}

/** Another program's text goes through the system's clipboard. */
async function copyElsewhere(text: string): Promise<void> {
  await list.bringToFront();
  await list.evaluate((copied) => {
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = copied;
    area.select();
  }, text);
  await list.keyboard.press('Control+c');
  await list.evaluate(() => document.querySelector('textarea')!.remove());
}

async function pasteElsewhere(): Promise<string> {
  await list.bringToFront();
  await list.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
  await list.keyboard.press('Control+v');
  return await list.evaluate(() => {
    const area = document.querySelector('textarea')!;
    area.remove();
    return area.value;
  });
}

describe('a member of staff beside Qianniu', () => {
  test('pastes a conversation: who it is, what waits, and three replies', async () => {
    await copyElsewhere(copiedChat(order.buyer.display!));
    await companion.bringToFront();
    await companion.keyboard.press('Control+v');
    await companion.getByRole('article', { name: maskName(order.buyer.display!) }).waitFor();
    for (const key of ['1', '2', '3']) await companion.locator(`button[aria-keyshortcuts="${key}"]`).waitFor();
    expect(await companion.getByRole('listitem').filter({ hasText: SAID }).first().isVisible()).toBe(true);
  });

  test('copies a reply by a key and Enter: the clipboard holds it, and the contact is kept', async () => {
    const ready = companion.locator('button[aria-keyshortcuts]').filter({ hasText: '确认退款类型' });
    await companion.keyboard.press((await ready.getAttribute('aria-keyshortcuts'))!);
    await until(
      () => companion.evaluate(() => document.activeElement?.tagName ?? ''),
      (tag) => tag === 'BUTTON',
    );
    const text = await companion.locator('blockquote').textContent();
    await companion.keyboard.press('Enter');
    const [event] = await until(
      async () => await recordsOf<EventRecord>(await seller.worker(), 'events'),
      (events) => events.length === 1,
    );
    expect(event).toMatchObject({
      kind: 'contact',
      contact: { customerId: order.customerId, how: 'copied', channel: 'chat', sceneId: 'refund' },
    });
    expect(await pasteElsewhere()).toBe(text);
  });

  test('of the conversation nothing is kept', async () => {
    const worker = await seller.worker();
    const tables = await Promise.all(new LiukeDatabase().tables.map(({ name }) => recordsOf(worker, name)));
    const areas = await companion.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: Record<'local' | 'session', { get(key: null): Promise<unknown> }> };
      };
      return [
        await chrome.storage.local.get(null),
        await chrome.storage.session.get(null),
        JSON.stringify(localStorage),
      ];
    });
    expect(JSON.stringify([tables, areas])).not.toContain('暗号八四二');
  });

  test.each([320, 360, 420])('sees all of it in a window %i px wide, light and dark', async (width) => {
    await companion.setViewportSize({ width, height: 760 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await companion.emulateMedia({ colorScheme });
      expect(
        await companion.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0);
    }
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workOrdersIn } from '../../lib/service/work-order.ts';
import { LiukeDatabase, type EventRecord } from '../../lib/store/database.ts';
import type { WaitRecord } from '../../lib/store/wait-record.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { startJdChat, type JdChat } from './support/jd-chat.ts';
import { killWorker } from './support/faults.ts';

let jd: JdChat;
let panel: Page;
const COMPLAINT = '杯子收到就是碎的，我要投诉';

beforeAll(async () => {
  jd = await startJdChat();
  ({ panel } = jd);
});
afterAll(() => jd?.seller.close());

const word = (key: Parameters<typeof wordOf>[1]) => wordOf(panel, key);
const section = async () => panel.getByRole('region', { name: await word('wo_title'), exact: true });
const button = async (key: Parameters<typeof wordOf>[1]) =>
  (await section()).getByRole('button', { name: await word(key), exact: true });
const workOrders = async () => workOrdersIn(await recordsOf<EventRecord>(panel, 'events'));

interface Extension {
  alarms: { get(id: string): Promise<unknown>; create(id: string, at: object): Promise<void> };
  action: { getBadgeText(of: object): Promise<string> };
  tabs: { query(of: object): Promise<{ id: number }[]> };
  storage: { local: { get(key: string): Promise<Record<string, { at: number }>> } };
  runtime: { sendMessage(message: object): Promise<unknown> };
}

const alarm = async () =>
  await panel.evaluate(() => (globalThis as unknown as { chrome: Extension }).chrome.alarms.get('clocks'));
/** On each tab of a seller's page, as it is seen there. */
const badges = async () =>
  await panel.evaluate(async () => {
    const { action, tabs } = (globalThis as unknown as { chrome: Extension }).chrome;
    const shown = await tabs.query({ url: 'https://*.jd.com/*' });
    return await Promise.all(shown.map(({ id }) => action.getBadgeText({ tabId: id })));
  });
/** When the clocks were looked at last. */
const lookedAt = async () =>
  await panel.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: Extension }).chrome;
    return (await storage.local.get('clocksLookedAt'))['clocksLookedAt']!.at;
  });

describe('a complaint in the JD chat', () => {
  test('is seen waiting, and none of its words is kept', async () => {
    const pin = jd.pins[0]!;
    await jd.switchTo(pin);
    await jd.settledOn(pin);
    await (await jd.replica()).evaluate((console, [from, text]) => console.receive(from!, text!), [pin, COMPLAINT]);
    const waits = await until(
      () => recordsOf<WaitRecord>(panel, 'waits'),
      (found) => found.some(({ matter }) => matter === 'complaint'),
    );
    expect(waits.some(({ state }) => state === 'waiting')).toBe(true);
    const tables = new LiukeDatabase().tables.map(({ name }) => name);
    expect(JSON.stringify(await Promise.all(tables.map((table) => recordsOf(panel, table))))).not.toContain('碎的');
  });

  test('becomes a work order in one click, with its reason and its clocks', async () => {
    await (await button('wo_openOne')).click();
    await until(workOrders, ([order]) => order?.from === 'chat' && order.labelId !== null);
    await until(
      async () => await (await section()).innerText(),
      (text) => /\d+ (小时|分钟|h|min)/.test(text),
    );
  });

  test('has a timer that is there when the worker is dead, and wakes one', async () => {
    const set = await until(alarm, (found) => found !== undefined);
    expect(await killWorker(jd.seller.browser.context, jd.seller.browser.extensionId)).toBe(true);
    expect(await alarm()).toEqual(set);
    const before = await lookedAt();
    // In place of half an hour of waiting.
    await panel.evaluate(async () => {
      await (globalThis as unknown as { chrome: Extension }).chrome.alarms.create('clocks', { when: Date.now() + 50 });
    });
    await until(lookedAt, (at) => at > before);
    await until(alarm, (found) => found !== undefined);
  });

  test('is closed only when the customer was told', async () => {
    await (await button('wo_unfold')).click();
    const close = await button('wo_close');
    expect(await close.isDisabled()).toBe(true);
    await (await button('wo_stepNote')).click();
    await until(workOrders, ([order]) => order?.steps.length === 1);
    await (await section()).getByLabel(await word('wo_told')).click();
    await until(
      () => close.isDisabled(),
      (isDisabled) => !isDisabled,
    );
    await close.click();
    await until(workOrders, ([order]) => order?.closedAt !== null);
  });

  test('over time without an answer is a number on the button, and a line above every page', async () => {
    // Whoever complained gets an answer, or counts too, as soon as half of the three minutes are over.
    await jd.chat.bringToFront();
    await jd.chat.locator('.EditorContent').click();
    await jd.chat.keyboard.type('亲，马上给您补发');
    await jd.chat.keyboard.press('Enter');
    await until(
      () => recordsOf<WaitRecord>(panel, 'waits'),
      (found) => found.every(({ state }) => state === 'answered'),
    );
    const { shopId, customerId } = (await workOrders())[0]!;
    await panel.evaluate(
      async (input) => {
        await (globalThis as unknown as { chrome: Extension }).chrome.runtime.sendMessage({
          name: 'openWorkOrder',
          input,
        });
      },
      {
        workOrderId: 'late',
        shopId,
        customerId,
        orderId: null,
        caseId: null,
        from: 'hand',
        labelId: 'damaged',
        owner: null,
        amountFen: null,
        startedAt: Date.now() - 30 * 3_600_000,
      },
    );
    await until(badges, (shown) => shown.join() === '1');
    await panel
      .getByRole('button', { name: await word('desk_open'), exact: true })
      .first()
      .click();
    await panel.getByRole('group', { name: await word('wo_filter'), exact: true }).waitFor();
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FillResult } from '../../lib/messaging/answers.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import type { CustomerRecord, ShopRecord } from '../../lib/store/records.ts';
import { startJdChat, type JdChat } from './support/jd-chat.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';

let jd: JdChat;

beforeAll(async () => {
  jd = await startJdChat();
});
afterAll(() => jd?.seller.close());

const current = () => jd.seller.jd.conversations.filter((conversation) => conversation.pane === 'current');

/** What the panel's fill button does. */
async function fill(customerKey: string, text: string): Promise<FillResult> {
  const { tabId } = (await jd.state())!;
  return await jd.panel.evaluate(
    async ([id, input]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { tabs: { sendMessage(id: number, message: object): Promise<unknown> } };
      };
      return (await chrome.tabs.sendMessage(id, { name: 'fillReply', input })) as FillResult;
    },
    [tabId, { customerKey, text }] as const,
  );
}

describe('a member of staff answers in the JD chat', () => {
  test('the customer in focus is the one whose conversation is open', async () => {
    for (const { pin } of current().slice(0, 4)) {
      await jd.switchTo(pin);
      await jd.settledOn(pin);
    }
  });

  test('a buyer whose orders were seen is the same customer in the chat, in one shop', async () => {
    const worker = await jd.seller.worker();
    const customers = await recordsOf<CustomerRecord>(worker, 'customers');
    const known = current().filter(({ pin }) => customers.some((customer) => customer.display === pin));
    expect(known.length).toBeGreaterThan(1);
    await jd.switchTo(known[0]!.pin);
    await jd.settledOn(known[0]!.pin);
    expect((await jd.state())!.chat!.customerId).toBe(
      customers.find(({ display }) => display === known[0]!.pin)!.customerId,
    );
    const shops = await recordsOf<ShopRecord>(worker, 'shops');
    expect(shops.map(({ hints }) => hints)).toEqual([
      [`account:${jd.seller.jd.accountName}`, `vender:${jd.seller.jd.shopId}`],
    ]);
  });

  test('the last messages are read with who wrote them', async () => {
    const { pin, messages } = current()[0]!;
    await jd.switchTo(pin);
    await jd.settledOn(pin);
    const texts = messages
      .filter(({ kind, from }) => kind === 'text' && from !== 'system')
      .map(({ from, text }) => ({ from, text }));
    const read = (await jd.state())!
      .chat!.messages.filter(({ text }) => texts.some((one) => one.text === text))
      .map(({ from, text }) => ({ from, text }));
    expect(read).toEqual(texts);
  });

  test('while the old messages still stand after a switch, the chat is not settled and nothing is filled', async () => {
    const [first, second] = current();
    await jd.switchTo(first!.pin);
    await jd.settledOn(first!.pin);
    await jd.switchTo(second!.pin);
    const state = await until(jd.state, (now) => now?.chat?.customerKey === second!.pin);
    expect(state!.chat!.settled).toBe(false);
    expect(await fill(second!.pin, '您好')).toEqual({ filled: false, because: 'notSettled' });
    await jd.settledOn(second!.pin);
  });

  test('a text is put into the box as if typed, and not sent', async () => {
    const { pin } = current()[0]!;
    await jd.switchTo(pin);
    await jd.settledOn(pin);
    expect(await fill(pin, '亲，今天就给您发出\n单号稍后同步')).toEqual({ filled: true });
    expect(await jd.editor()).toEqual({ value: '亲，今天就给您发出 单号稍后同步', sent: [] });
  });

  test('a second text comes after what already stands in the box', async () => {
    const { pin } = current()[0]!;
    expect(await fill(pin, '还有问题随时找我')).toEqual({ filled: true });
    expect(await jd.editor()).toEqual({ value: '亲，今天就给您发出 单号稍后同步还有问题随时找我', sent: [] });
  });

  test('a text written for another customer is refused', async () => {
    const [first, second] = current();
    await jd.switchTo(first!.pin);
    await jd.settledOn(first!.pin);
    expect(await fill(second!.pin, '您好')).toEqual({ filled: false, because: 'otherCustomer' });
  });

  test('a new message of the buyer is seen without a reload', async () => {
    const { pin } = current()[0]!;
    await jd.switchTo(pin);
    await jd.settledOn(pin);
    await (await jd.replica()).evaluate((console, from) => console.receive(from, '包裹破了一个角'), pin);
    await until(jd.state, (state) => state?.chat?.messages.at(-1)?.text === '包裹破了一个角');
  });

  test('the texts of the chat are nowhere on the disk', async () => {
    const worker = await jd.seller.worker();
    const tables = new LiukeDatabase().tables.map(({ name }) => name);
    const stored = JSON.stringify(await Promise.all(tables.map((table) => recordsOf(worker, table))));
    expect(stored).not.toContain('包裹破了一个角');
  });
});

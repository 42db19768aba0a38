/** What is typed in a chat is held against the stage of the order that the chat is about (PRO-05). */
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createServices } from '../../../entrypoints/background/handlers.ts';
import type { Finding } from '../../../lib/compliance/lint.ts';
import { listener } from '../../../lib/messaging/server.ts';
import type { Order } from '../../../lib/model/order.ts';
import { makeChatReport, makeReport } from '../../support/make-report.ts';
import { makeOrder, stable } from '../../support/make-order.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const extension = { id: 'liukeid', origin: 'chrome-extension://liukeid/' };
const chatPage = { id: 'liukeid', url: 'https://dongdong.jd.com/', tab: { id: 7 } };
const chat = makeChatReport(['wd_sunshine']);

beforeEach(() => Object.assign(fakeBrowser.i18n, { getMessage: (name: string) => name, getUILanguage: () => 'en-US' }));

async function openChat() {
  const services = createServices(openTestDatabase(), { wanted() {} }, { look() {}, async seeMissed() {} });
  const tell = async (name: string, input: unknown) =>
    await listener(services, extension)({ name, input, commandId: crypto.randomUUID() }, chatPage);
  return {
    tell,
    seeOrder: async (status: Order['status'], observedAt: number) => {
      const order = makeOrder({ buyer: stable('wd_sunshine'), status });
      await tell('reportPage', makeReport([order], { shopHints: chat.shopHints, observedAt }));
      await tell('reportPage', { ...chat, observedAt });
    },
    rulesFor: async (text: string) =>
      ((await tell('lintTyped', { text, platform: 'jd' })) as Finding[]).map(({ ruleId }) => ruleId),
  };
}

test('a refund said to be done is doubted while the order stands, and believed once it is closed', async () => {
  const { seeOrder, rulesFor } = await openChat();
  await seeOrder('shipped', chat.observedAt);
  expect(await rulesFor('已经帮您退款了')).toEqual(['PRO-05']);
  await seeOrder('cancelled', chat.observedAt + 1);
  expect(await rulesFor('已经帮您退款了')).toEqual([]);
});

test('while it is not certain whose chat it is, no order speaks', async () => {
  const { tell, seeOrder, rulesFor } = await openChat();
  await seeOrder('cancelled', chat.observedAt);
  await tell('reportPage', { ...chat, chat: { ...chat.chat!, settled: false }, observedAt: chat.observedAt + 1 });
  expect(await rulesFor('已经帮您退款了')).toEqual(['PRO-05']);
});

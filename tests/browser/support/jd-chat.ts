/** The JD chat of a seller whose orders were looked at before, with the panel beside it, and what one does in it. */
import type { Page } from 'playwright-core';
import type { PageState } from '../../../lib/model/page-state.ts';
import { pageStates, until } from '../../../scripts/browser/extension-store.ts';
import { replicaOf } from '../../../scripts/browser/replica.ts';
import { consoleUrls } from '../../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './seller.ts';

export interface JdChat {
  seller: Seller;
  chat: Page;
  panel: Page;
  /** Pins of the open list, as they were at the beginning. */
  pins: string[];
  replica(): ReturnType<typeof replicaOf<'jd-chat'>>;
  /** What the panel knows of the page. */
  state(): Promise<PageState | null>;
  /** Opens a conversation; its messages come late. */
  switchTo(pin: string): Promise<void>;
  /** Until the open conversation is read as this buyer's. */
  settledOn(pin: string): Promise<void>;
  /** What the page holds to be in its box, and everything it has sent. */
  editor(): Promise<{ value: string; sent: { pin: string; text: string }[] }>;
}

export async function startJdChat(): Promise<JdChat> {
  const seller = await startSeller();
  const list = await seller.open(consoleUrls.jdOrders);
  const orders = await replicaOf(list, 'jd-shop');
  await orders.evaluate((console) => console.setPageSize(50));
  await until(
    async () => (await pageStates(await seller.worker()))[0]?.health.read,
    (read) => read === 50,
  );
  await list.close();
  const chat = await seller.open(consoleUrls.jdChat);
  const panel = await seller.openPanel();
  await chat.bringToFront();
  const replica = () => replicaOf(chat, 'jd-chat');
  const state = async () => (await pageStates(await seller.worker())).find(({ page }) => page === 'chat') ?? null;
  return {
    seller,
    chat,
    panel,
    pins: seller.jd.conversations.filter(({ pane }) => pane === 'current').map(({ pin }) => pin),
    replica,
    state,
    async switchTo(pin) {
      await (await replica()).evaluate((console, to) => console.switchTo(to), pin);
    },
    async settledOn(pin) {
      await until(state, (now) => now?.chat?.customerKey === pin && now.chat.settled);
    },
    async editor() {
      return await (await replica()).evaluate((console) => ({ value: console.editorValue, sent: console.sent }));
    },
  };
}

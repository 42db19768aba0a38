/**
 * A seller's screen: one tab, the real background behind real messages, and what the panel or popup shows of it. Only the
 * browser is faked.
 */
import { cleanup, render } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CompanionWindow } from '../../../components/companion/CompanionWindow.tsx';
import { database } from '../../../components/hooks/database.ts';
import { Panel } from '../../../components/panel/Panel.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import { createServices } from '../../../entrypoints/background/handlers.ts';
import { createSampleServices } from '../../../entrypoints/background/sample-services.ts';
import { writtenLockMemory } from '../../../lib/browser/lock-memory.ts';
import { setPageState } from '../../../lib/browser/page-states.ts';
import type { Chat } from '../../../lib/model/capture.ts';
import type { FillResult } from '../../../lib/messaging/answers.ts';
import { listener } from '../../../lib/messaging/server.ts';
import type { Order } from '../../../lib/model/order.ts';
import type { PageState } from '../../../lib/model/page-state.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { openCustomerIds } from '../../../lib/pipeline/customer-id.ts';
import { takeInPage } from '../../../lib/pipeline/take-in-page.ts';
import { LiukeDatabase } from '../../../lib/store/database.ts';
import { makeOrder } from '../../support/make-order.ts';
import { makeChat, makeReport, type KnownReport } from '../../support/make-report.ts';
import { speakChinese } from './messages.ts';
import './patience.ts';

const db = new LiukeDatabase('liuke', writtenLockMemory);

type Meanwhile = (input: Record<string, unknown>) => Promise<unknown>;

export interface SellerScreen {
  db: LiukeDatabase;
  /** Texts put into the chat box. */
  filled: string[];
  /** How the page answers a fill. */
  fillResult: FillResult;
  /** Windows in which the side panel was opened. */
  openedPanels: number[];
  /** The active tab shows this page, and the background takes it in. */
  visit(report: KnownReport): Promise<PageState>;
  /** The active tab shows a page of which nothing is read. */
  visitUnread(page: 'blocked' | 'unknown', changes?: Partial<PageState>): Promise<void>;
  /** What another window does just before the next message of this name is answered. */
  meanwhile(name: string, act: Meanwhile): void;
  openPanel(): void;
  openPopup(): void;
  openCompanion(): void;
}

export async function startScreen(): Promise<SellerScreen> {
  // A test before may have taken the store away from under both, or left it locked.
  for (const each of [db, database]) if (!each.isOpen()) await each.open();
  await Promise.all(db.tables.map((table) => table.clear()));
  for (const each of [db, database]) await each.seal.take(null, null);
  document.body.replaceChildren();
  speakChinese();
  const window = await fakeBrowser.windows.create({ focused: true, type: 'normal' });
  const tab = await fakeBrowser.tabs.create({ active: true, windowId: window!.id! });
  const others = new Map<string, Meanwhile>();
  const screen: SellerScreen = {
    db,
    filled: [],
    fillResult: { filled: true },
    openedPanels: [],
    async visit(report) {
      const seenNow = { ...report, observedAt: Date.now() };
      const { state } = await takeInPage(db, await openCustomerIds(db), seenNow, Date.now());
      const pageState = { tabId: tab.id!, ...state };
      await setPageState(pageState);
      return pageState;
    },
    async visitUnread(page, changes = {}) {
      await this.visit({ ...makeReport([]), page });
      if (Object.keys(changes).length > 0)
        await setPageState({ ...(await this.visit({ ...makeReport([]), page })), ...changes });
    },
    meanwhile: (name, act) => void others.set(name, act),
    openPanel: () => void render(<Panel />),
    openPopup: () => void render(<Popup />),
    openCompanion: () => void render(<CompanionWindow />),
  };
  connect(screen, others);
  onTestFinished(cleanup);
  return screen;
}

/** Messages reach the real handlers, as from one of our own pages; the page in the tab answers as the test says. */
function connect(screen: SellerScreen, others: Map<string, Meanwhile>): void {
  const extension = { id: fakeBrowser.runtime.id, origin: 'chrome-extension://liuke/' };
  const services = createServices(db, { wanted() {} }, { look() {}, async seeMissed() {} });
  const answer = listener([...services, ...createSampleServices()], extension);
  Object.assign(fakeBrowser.runtime, {
    async sendMessage(message: { name: string; input: Record<string, unknown> }) {
      await others.get(message.name)?.(message.input);
      others.delete(message.name);
      return await answer(message, { id: extension.id, url: `${extension.origin}sidepanel.html` });
    },
  });
  Object.assign(fakeBrowser.tabs, {
    async sendMessage(_tabId: number, message: { input: { text: string } }) {
      if (screen.fillResult.filled) screen.filled.push(message.input.text);
      return screen.fillResult;
    },
  });
  const open = async ({ windowId }: { windowId: number }) => void screen.openedPanels.push(windowId);
  Object.assign(fakeBrowser, { sidePanel: { open } });
}

/** The JD chat of the same shop as `makeReport`'s. */
export function chatReport(conversations: readonly string[], changes: Partial<Chat> = {}): KnownReport {
  return makeReport([], { page: 'chat', chat: makeChat(conversations, changes) });
}

/** A completed order of so many days ago, all numbers of its own. */
export function orderOf(buyer: Order['buyer'], daysAgo: number, changes: Partial<Order> = {}): Order {
  orderCount += 1;
  const orderId = String(3_090_112_233_440_000 + orderCount);
  return makeOrder({ orderId, buyer, placedAt: Date.now() - daysAgo * DAY_MS, status: 'completed', ...changes });
}

let orderCount = 0;

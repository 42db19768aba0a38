/** Reports as a page's script sends them. */
import type { Chat, PageReport } from '../../lib/model/capture.ts';
import type { Order } from '../../lib/model/order.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { PLACED_AT } from './make-order.ts';

export type KnownReport = PageReport & { platform: Platform };

/** An order list of the JD account `shop_a`, read an hour after the orders were placed. */
export function makeReport(orders: readonly Order[], changes: Partial<KnownReport> = {}): KnownReport {
  return {
    platform: 'jd',
    page: 'order-list',
    observedAt: PLACED_AT + 3_600_000,
    shopHints: [{ kind: 'account', value: 'shop_a' }],
    orders: [...orders],
    afterSales: [],
    reviews: [],
    coupons: [],
    members: [],
    counters: [],
    orderIds: orders.map((order) => order.orderId),
    chat: null,
    rejects: [],
    health: { rows: orders.length, read: orders.length },
    ...changes,
  };
}

export function makeChat(conversations: readonly string[], changes: Partial<Chat> = {}): Chat {
  const [first] = conversations;
  return {
    customer: first === undefined ? null : { display: first, key: first },
    messages: [],
    editor: true,
    settled: true,
    conversations: [...conversations],
    ...changes,
  };
}

/** The JD chat of the vender `10001`, first conversation selected. */
export function makeChatReport(conversations: readonly string[], changes: Partial<KnownReport> = {}): KnownReport {
  return makeReport([], {
    page: 'chat',
    shopHints: [{ kind: 'vender', value: '10001' }],
    chat: makeChat(conversations),
    ...changes,
  });
}

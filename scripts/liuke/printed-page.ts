/** What the command prints of a page: orders with times in ISO, +08:00. */
import type { Order } from '../../lib/model/order.ts';
import { toShanghaiIso } from '../../lib/model/shanghai-time.ts';
import { readPage } from '../../lib/platforms/registry.ts';

export type PrintedPage = ReturnType<typeof printedPage>;

/** A page as the extension reads it, in the form that is printed. */
export function printedPage(document: Document, address: string) {
  const { platform, page, orders, chat, rejects, health } = readPage(document, new URL(address)).batch;
  return {
    platform,
    page,
    ...(orders.length > 0 ? { orders: orders.map(orderForPrint) } : {}),
    ...(chat
      ? { chat: { customer: chat.customer, messages: chat.messages, editor: chat.editor, settled: chat.settled } }
      : {}),
    rejects,
    health,
  };
}

function orderForPrint({ orderId, placedAt, paidAt, ...rest }: Order) {
  return {
    orderId,
    placedAt: toShanghaiIso(placedAt),
    paidAt: paidAt === null ? null : toShanghaiIso(paidAt),
    ...rest,
  };
}

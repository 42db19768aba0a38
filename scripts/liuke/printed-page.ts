/** What the command prints of a page: orders with times in ISO, +08:00. */
import type { AfterSale } from '../../lib/model/after-sale.ts';
import type { CaptureBatch } from '../../lib/model/capture.ts';
import type { Member } from '../../lib/model/member.ts';
import type { SeenOrder } from '../../lib/model/order.ts';
import type { Review } from '../../lib/model/review.ts';
import type { SeenCoupon } from '../../lib/model/seen-coupon.ts';
import { toShanghaiIso } from '../../lib/model/shanghai-time.ts';
import { readPage } from '../../lib/platforms/registry.ts';

export type PrintedPage = ReturnType<typeof printedPage>;

/** A page as the extension reads it, in the form that is printed. */
export function printedPage(document: Document, address: string) {
  return printedBatch(readPage(document, new URL(address)).batch);
}

/** Kinds of which the page shows nothing are left out. */
export function printedBatch({ platform, page, chat, rejects, health, ...captured }: CaptureBatch) {
  const { orders, afterSales, reviews, coupons, members, counters } = captured;
  return {
    platform,
    page,
    ...(orders.length > 0 ? { orders: orders.map(orderForPrint) } : {}),
    ...(afterSales.length > 0 ? { afterSales: afterSales.map(afterSaleForPrint) } : {}),
    ...(reviews.length > 0 ? { reviews: reviews.map(reviewForPrint) } : {}),
    ...(coupons.length > 0 ? { coupons: coupons.map(couponForPrint) } : {}),
    ...(members.length > 0 ? { members: members.map(memberForPrint) } : {}),
    ...(counters.length > 0 ? { counters } : {}),
    ...(chat
      ? {
          chat: {
            customer: chat.customer,
            messages: chat.messages.map(({ from, text }) => ({ from, text })),
            editor: chat.editor,
            settled: chat.settled,
          },
        }
      : {}),
    rejects,
    health,
  };
}

/** Without the clues to a masked buyer, which are for the store alone. */
function orderForPrint({ orderId, placedAt, paidAt, status, amountFen, freightFen, buyer, items, carrier }: SeenOrder) {
  const times = { placedAt: isoOf(placedAt), paidAt: isoOf(paidAt) };
  return { orderId, ...times, status, amountFen, freightFen, buyer, items, carrier };
}

function afterSaleForPrint({ caseId, orderId, refundFen, type, status, reason }: AfterSale) {
  return { caseId, orderId, refundFen, type, status, reason };
}

function reviewForPrint({ orderId, rating, text, buyerKey }: Review) {
  return { orderId, rating, text, buyerKey };
}

function couponForPrint({ name, faceValueFen, thresholdFen, personLimit, startsAt, endsAt, status }: SeenCoupon) {
  return { name, faceValueFen, thresholdFen, personLimit, startsAt: isoOf(startsAt), endsAt: isoOf(endsAt), status };
}

function memberForPrint({ buyer, level, tradeCount, tradeFen, lastTradeAt }: Member) {
  return { buyer, level, tradeCount, tradeFen, lastTradeAt: isoOf(lastTradeAt) };
}

function isoOf(atMs: number | null): string | null {
  return atMs === null ? null : toShanghaiIso(atMs);
}

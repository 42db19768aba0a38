/**
 * One order in the new console: …/home.htm/trade-platform/tp/detail?bizOrderId=, painted some seconds late. Known from three
 * public tools: labels 订单编号 and 订单状态, a row per line (`order-item`) with the title's link, a cell of state and a cell with
 * price and count ("140.00", "x1"), a box `order-info_total-price`. Times and names are taken by their labels alone. Fields
 * without a known place are read from labels or not at all; the receiver's box is left out before anything is read.
 */
import { buyerOfNick, isMask } from '../../model/identity.ts';
import type { OrderStatus, SeenOrder } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { ordersReading, type PageReader } from '../page-reader.ts';
import { notesIn, praiseIn } from '../reading/asides.ts';
import { layersOf } from '../reading/layers.ts';
import { parsed, ReadError } from '../reading/read-error.ts';
import { orderRows } from '../reading/row-kinds.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { linesOf, textPieces } from '../reading/text.ts';
import { readColumns } from './columns.ts';
import { detailAmounts } from './detail-amounts.ts';
import { detailLines, lineOf } from './detail-lines.ts';
import { buyerLabel, MASKED_NICK, orderIdLabel, paidLabel, placedLabel, statusLabel } from './detail-labels.ts';
import { labelledIn } from './labelled-lines.ts';
import { addressedOrderId, agreeingWith } from './order-address.ts';
import { paidAtOf } from './paid-at.ts';
import { taobaoShopHints } from './shop-hints.ts';
import { taobaoServiceTitles, taobaoStatusLabels, taobaoStatusOf } from './status-labels.ts';

/** The receiver's name, phone, address and parcel: no part of the page for us. */
const RECEIVER = '[class*="receive-address"], [class*="receiver"], [class*="logistics"]';
const NOTES = '[class*="status-desc_new-memo"], textarea';
const FULL_NICK = /^[\p{L}][\p{L}\p{N}_-]{3,24}$/u;

export const taobaoOrderDetailReader: PageReader = {
  platform: 'taobao',
  page: 'order-detail',
  matches: (url) =>
    /^(myseller|qn)\.taobao\.com$/.test(url.hostname) &&
    /^\/home\.htm\/trade-platform\/tp\/detail\/?$/.test(url.pathname),
  read(document, memory, url) {
    const addressed = addressedOrderId(url);
    const { body } = document;
    const reading = readRows(
      orderRows,
      body && isPainted(body) ? [body] : [],
      (element) => readOrder(element, addressed),
      memory,
      `order-detail ${addressed}`,
    );
    return ordersReading('taobao', 'order-detail', taobaoShopHints(document), reading);
  },
};

/** The order stands there: its number, or lines with their prices. Not the list that one came from, nor a page with neither. */
function isPainted(body: HTMLElement): boolean {
  if (readColumns(body) !== null) return false;
  return detailLines(body).length > 0 || linesOf(body).some((line) => /订单(?:号|编号)\s*[:：]?\s*\d/.test(line));
}

function readOrder(body: HTMLElement, addressed: string | null): RowReading<SeenOrder> {
  const rows = detailLines(body);
  const parts = [
    ...body.querySelectorAll(`${RECEIVER}, ${NOTES}`),
    ...layersOf(body),
    ...notesIn(body),
    ...praiseIn(body),
  ];
  const without = new Set(parts.filter((part) => !holdsAny(part, rows)));
  const lines = linesOf(body, { without });
  const orderId = labelledIn(lines, orderIdLabel, 'order id');
  if (!orderId) throw new ReadError('order id');
  const placed = labelledIn(lines, placedLabel, 'order time');
  const placedAt = parsed('order time', () => parsePlatformTime(placed ?? ''));
  const status = statusIn(lines);
  const goods = rows.map(lineOf);
  const items = goods.filter(({ title }) => !taobaoServiceTitles.test(title));
  if (items.length === 0) throw new ReadError('order lines');
  const nick = buyerIn(lines);
  return {
    value: {
      orderId: agreeingWith(addressed, orderId),
      placedAt,
      paidAt: paidAtIn(lines, placedAt, status),
      status,
      ...detailAmounts(body, rows, without, goods),
      buyer: buyerOfNick(nick),
      items,
    },
    buyerElement: nick === null ? null : elementOf(nick, body, without),
  };
}

function holdsAny(part: Element, rows: readonly Element[]): boolean {
  return rows.some((row) => part.contains(row) || row.contains(part));
}

/** An order that waits for its payment may have the label alone. */
function paidAtIn(lines: readonly string[], placedAt: number, status: OrderStatus): number | null {
  const paid = labelledIn(lines, paidLabel, 'payment time');
  if (paid === '' && status !== 'unpaid') throw new ReadError('payment time');
  return paidAtOf(paid, placedAt, status);
}

/** Behind 订单状态; a known state among words that no table knows is not certain. */
function statusIn(lines: readonly string[]): OrderStatus {
  const value = labelledIn(lines, statusLabel, 'order status');
  if (!value) throw new ReadError('order status');
  const status = [value, value.split(' ')[0]!].map(taobaoStatusOf).find((each) => each !== 'unknown');
  if (!status && Object.keys(taobaoStatusLabels).some((label) => value.includes(label)))
    throw new ReadError('order status');
  return status ?? 'unknown';
}

/** The nick behind its label, a mask as a rule; a name without a label is not taken for the buyer's. */
function buyerIn(lines: readonly string[]): string | null {
  const nick = labelledIn(lines, buyerLabel, 'buyer');
  if (nick === null) return null;
  const index = lines.findIndex((line) => line.includes(nick) && /买家/.test(line));
  const isBelow = nick === '' || index < 0;
  if (MASKED_NICK.test(nick)) return nick;
  if (isBelow || isMask(nick) || !FULL_NICK.test(nick) || isMask(lines[index + 1] ?? '')) throw new ReadError('buyer');
  return nick;
}

function elementOf(nick: string, body: Element, without: ReadonlySet<Element>): Element | null {
  const found = textPieces(body).filter(({ text }) => text === nick || (/买家/.test(text) && text.endsWith(nick)));
  return found.find(({ element }) => ![...without].some((part) => part.contains(element)))?.element ?? null;
}

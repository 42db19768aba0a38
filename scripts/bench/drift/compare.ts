/** A reading held against what is true on the page, field by field: right, rejected (left out, or said to be unknown), or wrong. */
import type { PrintedPage } from '../../liuke/printed-page.ts';

type Verdict = 'right' | 'rejected' | 'wrong';

interface FieldVerdict {
  field: string;
  verdict: Verdict;
  /** An id or an amount that is another order's, or no order's. */
  isForeign: boolean;
  /** "order 3400…: paid, found completed" */
  note: string;
}

type PrintedOrder = NonNullable<PrintedPage['orders']>[number];
type PrintedChat = NonNullable<PrintedPage['chat']>;

export function compareReadings(read: PrintedPage, truth: PrintedPage): FieldVerdict[] {
  return [
    ...compareOrders(read.orders ?? [], truth.orders ?? []),
    ...(truth.chat ? compareChats(read.chat, truth.chat) : []),
  ];
}

function compareOrders(read: readonly PrintedOrder[], truth: readonly PrintedOrder[]): FieldVerdict[] {
  const found = new Map(read.map((order) => [order.orderId, order]));
  const known = new Set(truth.map(({ orderId }) => orderId));
  const invented = read
    .filter(({ orderId }) => !known.has(orderId))
    .map(({ orderId }) => ({
      field: 'order',
      verdict: 'wrong' as const,
      isForeign: true,
      note: `${orderId}: no such order`,
    }));
  return [...truth.flatMap((order) => compareOrder(found.get(order.orderId), order, truth)), ...invented];
}

function compareOrder(
  read: PrintedOrder | undefined,
  truth: PrintedOrder,
  all: readonly PrintedOrder[],
): FieldVerdict[] {
  const fields = fieldsOf(truth);
  if (!read) return [...fields.keys()].map((field) => verdictOf(truth.orderId, field, undefined, '', false));
  const others = all.filter((order) => order.orderId !== truth.orderId);
  const isOthers = (field: string, value: unknown) =>
    (field === 'amount' && others.some(({ amountFen }) => amountFen === value)) ||
    (field === 'buyer' && read.buyer.key !== null && others.some(({ buyer }) => buyer.key === read.buyer.key));
  const readFields = fieldsOf(read);
  const extra = [...readFields.keys()].filter((field) => !fields.has(field));
  return [
    ...[...fields].map(([field, value]) => {
      const found = readFields.get(field);
      return verdictOf(
        truth.orderId,
        field,
        found ?? (readFields.has(field) ? null : 'gone'),
        value,
        isOthers(field, found),
      );
    }),
    ...extra.map((field) => verdictOf(truth.orderId, field, readFields.get(field), 'none', false)),
  ];
}

function fieldsOf(order: PrintedOrder): Map<string, unknown> {
  const { key, display, quality } = order.buyer;
  return new Map<string, unknown>([
    ['id', order.orderId],
    ['order time', order.placedAt],
    ['payment time', order.paidAt],
    ['status', order.status === 'unknown' ? null : order.status],
    ['amount', order.amountFen],
    ['freight', order.freightFen],
    ['buyer', display === null && key === null ? null : `${display} ${key} ${quality}`],
    ...order.items.flatMap((item, index): [string, unknown][] => [
      [`title of line ${index}`, item.title],
      [`quantity of line ${index}`, item.quantity],
      [`price of line ${index}`, item.unitPriceFen],
      [`article of line ${index}`, item.skuId],
      [`after-sale of line ${index}`, item.afterSale],
    ]),
  ]);
}

/** Of a value that is not there nothing is said: null is no wrong value, except where null is meant to be a value. */
function verdictOf(id: string, field: string, read: unknown, truth: unknown, isOthers: boolean): FieldVerdict {
  const verdict = read === truth ? 'right' : read === undefined || read === null ? 'rejected' : 'wrong';
  const note = `${id} ${field}: ${String(truth)}, found ${String(read)}`;
  return { field: field.replace(/ of line \d+$/, ''), verdict, isForeign: verdict === 'wrong' && isOthers, note };
}

function compareChats(read: PrintedChat | undefined, truth: PrintedChat): FieldVerdict[] {
  const one = (field: string, found: unknown, value: unknown, nothing: unknown): FieldVerdict => {
    const verdict = found === value ? 'right' : found === nothing ? 'rejected' : 'wrong';
    const isForeign = verdict === 'wrong' && field === 'customer';
    return { field, verdict, isForeign, note: `${field}: ${String(value)}, found ${String(found)}` };
  };
  const keyOf = (chat: PrintedChat | undefined) => chat?.customer?.key ?? null;
  const left = (read?.messages ?? []).map(({ from, text }) => `${from}: ${text}`);
  const messages = truth.messages.map(({ from, text }) => {
    const place = left.indexOf(`${from}: ${text}`);
    return one('message', place < 0 ? null : left.splice(place, 1)[0], `${from}: ${text}`, null);
  });
  return [
    one('customer', keyOf(read), keyOf(truth), null),
    one('name', keyOf(read) === null ? null : read!.customer!.display, truth.customer?.display ?? null, null),
    one('settled', read?.settled ?? false, truth.settled, false),
    one('editor', read?.editor ?? false, truth.editor, false),
    ...messages,
    ...left.map((text) => one('message', text, 'none', null)),
  ];
}

/** What we know for template variables. Receiver names, phones and addresses are not known here, on purpose. */
import { formatPlainYuan, formatYuan, type Fen } from '../model/money.ts';
import { orderTail } from '../model/identity.ts';
import type { Order, OrderStatus } from '../model/order.ts';
import { dayOf, formatDay, startOfDay } from '../model/shanghai-time.ts';
import { shortTitle } from './short-title.ts';

/** A coupon as it is offered; `thresholdFen` 0 is one without a minimum spend. */
export interface ReplyOffer {
  thresholdFen: Fen;
  faceValueFen: Fen;
  validDays: number;
}

/** That points of the buyer expire. */
export interface ReplyPoints {
  /** Shanghai day. */
  day: number;
  /** Null or left out where nobody said how many. */
  points?: number | null | undefined;
}

export interface ReplyFacts {
  order: Order | null;
  /** When the order's state was seen on a page (epoch ms); null when that is not known. */
  orderSeenAt: number | null;
  offer: ReplyOffer | null;
  /** How many purchases the buyer made here, and full years since the first; null unless the whole history is known (TPL-30). */
  past?: { purchaseCount: number; years: number } | null;
  /** The right that is given in the place of a coupon, in Chinese as all words for buyers. */
  right?: string | null;
  points?: ReplyPoints | null;
  shopName?: string | null;
  /** What the buyer's words say went wrong, as a noun. */
  problem?: string | null;
  /** Epoch ms, for words such as "3天". */
  now: number;
}

/** A value, and when it was seen; null for what does not change. */
export interface KnownValue {
  text: string;
  seenAt: number | null;
}

/** `unknown` has no words: what no table knows is not told to a buyer. */
const statusWords: Readonly<Record<Exclude<OrderStatus, 'unknown'>, string>> = {
  unpaid: '等待付款',
  paid: '已付款、待发货',
  onHold: '暂停处理中',
  shipped: '已发货',
  completed: '已完成',
  cancelled: '已关闭',
};

/** Variable name -> value. A variable that we know nothing certain about is absent. */
export function valuesFor(facts: ReplyFacts): Record<string, KnownValue> {
  const lasting: Record<string, string> = {
    ...(facts.offer ? offerValues(facts.offer) : {}),
    ...(facts.past ? pastValues(facts.past) : {}),
    ...(facts.right ? { rights: facts.right } : {}),
    ...(facts.points ? pointsValues(facts.points, facts.now) : {}),
    ...(facts.shopName ? { shopName: facts.shopName } : {}),
    ...(facts.problem ? { problem: facts.problem } : {}),
    ...(facts.order ? orderValues(facts.order, facts.now) : {}),
  };
  const seen = facts.order ? seenValues(facts.order) : {};
  const dated = (values: Record<string, string>, seenAt: number | null) =>
    Object.entries(values).map(([name, text]): [string, KnownValue] => [name, { text, seenAt }]);
  return Object.fromEntries([...dated(lasting, null), ...dated(seen, facts.orderSeenAt)]);
}

/** The first year is not full yet: then nothing is said of years. */
function pastValues({ purchaseCount, years }: NonNullable<ReplyFacts['past']>): Record<string, string> {
  return { purchaseCount: String(purchaseCount), ...(years > 0 ? { years: String(years) } : {}) };
}

/** What they come to is the shop's to say: the number of its rules may be the one that they ship with. */
function pointsValues({ day, points }: ReplyPoints, now: number): Record<string, string> {
  return { ...(points ? { pointsCount: String(points) } : {}), pointsDay: dayWords(startOfDay(day), now) };
}

/** What an order keeps for good. */
function orderValues(order: Order, now: number): Record<string, string> {
  const values: Record<string, string> = {
    orderTail: orderTail(order.orderId).slice(-4),
    placedDay: dayWords(order.placedAt, now),
  };
  const first = order.items[0];
  if (first)
    values['itemTitle'] =
      order.items.length > 1 ? `${shortTitle(first.title)}等${order.items.length}款` : shortTitle(first.title);
  const days = dayOf(now) - dayOf(order.placedAt);
  if (days > 0) values['daysSincePlaced'] = String(days);
  return values;
}

/** What holds only as of when the page showed it. */
function seenValues(order: Order): Record<string, string> {
  return {
    ...(order.amountFen === null ? {} : { amount: formatYuan(order.amountFen) }),
    ...(order.status === 'unknown' ? {} : { orderStatus: statusWords[order.status] }),
  };
}

function offerValues(offer: ReplyOffer): Record<string, string> {
  const off = formatPlainYuan(offer.faceValueFen);
  return {
    offerText: offer.thresholdFen === 0 ? `${off}元无门槛` : `满${formatPlainYuan(offer.thresholdFen)}减${off}`,
    validDays: String(offer.validDays),
  };
}

/** "8月6日", with the year when it is not this year's. */
function dayWords(atMs: number, now: number): string {
  const [year, month, day] = formatDay(dayOf(atMs)).split('-').map(Number);
  const isThisYear = formatDay(dayOf(now)).startsWith(String(year));
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日`;
}

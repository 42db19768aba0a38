/** One order as it is stored, out of what was known of it and what was seen of it now. */
import { laterRefund, refundKnown, refundTold, type FileRefund } from '../model/file-refund.ts';
import { joinKeyOf } from '../model/identity.ts';
import { ownIdOf } from '../model/link.ts';
import { mergeOrder, type Sighting } from '../model/merge-order.ts';
import type { Fen } from '../model/money.ts';
import { plainOrder, type SeenOrder } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import type { OrderClues, OrderRecord } from '../store/records.ts';
import type { OrderTold } from '../store/tellings-record.ts';
import { inTime } from './in-time.ts';
import type { IdOf } from './join-nicks.ts';
import { joinedClues, type CluesOf } from './keep-clues.ts';
import { otherKeysSeen } from './prove-links.ts';

/** One order as it was seen, with what files alone say of it. */
export interface SeenRow {
  order: SeenOrder;
  /** Paid back in all; null where nothing says. */
  refundedFen: Fen | null;
  /** The after-sale states of its lines were there to be read. */
  tellsAfterSales: boolean;
}

interface Where {
  platform: Platform;
  shopId: string;
  /** Epoch ms; nothing was seen later than this. */
  now: number;
  /** The import that brings it; null for a page. */
  fromFile: string | null;
  customerIdOf: IdOf;
}

interface SeenWhen extends Where {
  seenAt: number;
  cluesOf: CluesOf;
}

interface Told extends Sighting {
  statusSeenAt?: number;
  refund: FileRefund | null;
  clues: OrderClues | undefined;
}

export function orderRecord(
  before: OrderRecord | undefined,
  { order, refundedFen, tellsAfterSales }: SeenRow,
  { seenAt, cluesOf, ...where }: SeenWhen,
): OrderRecord {
  const refund = refundTold(order, refundedFen, seenAt);
  return withTold(before, { order, seenAt, tellsAfterSales, refund, clues: cluesOf(order) }, where);
}

/** What is stored of an order of which several told, one after the other. */
export function joinedRecord(before: OrderRecord | undefined, told: OrderTold): OrderRecord {
  const { tellsAfterSales = told.fromFile === undefined, ...record } = told;
  if (!before) return record;
  const { platform, shopId, seenAt, fromFile = null } = record;
  const owners = [before, record].map((each) => [joinKeyOf(each.buyer), ownIdOf(each)] as const);
  const joined = withTold(
    before,
    { ...record, order: record, seenAt, tellsAfterSales, refund: refundKnown(record), clues: record.clues },
    {
      platform,
      shopId,
      now: Infinity,
      fromFile,
      customerIdOf: (buyer) => new Map(owners).get(joinKeyOf(buyer)) ?? null,
    },
  );
  const others = new Map(
    [...(joined.otherKeys ?? []), ...(record.otherKeys ?? [])].map((key) => [key.customerId, key]),
  );
  const otherKeys = [...others.values()].toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  return otherKeys.length > 0 ? { ...joined, otherKeys } : joined;
}

function withTold(before: OrderRecord | undefined, told: Told, where: Where): OrderRecord {
  const { platform, shopId, now, fromFile, customerIdOf } = where;
  const { order, seenAt, clues: shown } = told;
  const merged = before
    ? mergeOrder(
        { order: before, seenAt: inTime(before, now).seenAt, tellsAfterSales: before.fromFile === undefined },
        told,
      )
    : told;
  const otherKeys = otherKeysSeen(before, merged.order.buyer, { order, customerIdOf, platform, shopId });
  const clues = joinedClues(before, merged.order.buyer.quality === 'masked' ? shown : undefined, seenAt);
  const refund = laterRefund(before ? refundKnown(before) : null, told.refund);
  return {
    ...plainOrder(merged.order),
    id: `${platform}:${order.orderId}`,
    platform,
    shopId,
    customerId: customerIdOf(merged.order.buyer) ?? (before?.shopId === shopId ? ownIdOf(before) : null),
    reversedId: reversed(order.orderId),
    seenAt: merged.seenAt,
    ...statusFirstSeen(before, merged, told),
    ...(before?.cases ? { cases: before.cases } : {}),
    ...(otherKeys.length > 0 ? { otherKeys } : {}),
    ...(clues ? { clues } : {}),
    ...(refund === null ? {} : { refundedFen: refund.fen }),
    ...(refund === null || refund.at === merged.seenAt ? {} : { refundSeenAt: refund.at }),
    ...(fromFile === null ? {} : { fromFile }),
  };
}

/** Nothing where the status was first seen when the rest of what is stored was. */
function statusFirstSeen(
  before: OrderRecord | undefined,
  { order: { status }, seenAt }: Sighting,
  told: Told,
): Pick<OrderRecord, 'statusSeenAt'> {
  const times = [
    ...(before?.status === status ? [before.statusSeenAt ?? before.seenAt] : []),
    ...(told.order.status === status ? [told.statusSeenAt ?? told.seenAt] : []),
  ];
  const firstAt = Math.min(...times);
  return firstAt < seenAt ? { statusSeenAt: firstAt } : {};
}

/** The order's digits backwards. */
function reversed(digits: string): string {
  return digits.split('').toReversed().join('');
}

/** Equal but for the time of reading, for what links say, and for who brought it. */
export function isSame(a: OrderRecord, b: OrderRecord): boolean {
  const told = (order: OrderRecord) =>
    JSON.stringify([plainOrder(order), order.shopId, ownIdOf(order), order.otherKeys, order.clues, order.refundedFen]);
  return told(a) === told(b);
}

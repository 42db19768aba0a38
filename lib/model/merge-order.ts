/**
 * One order seen twice. A later state takes the place of an earlier one, never the other way round: a tab left open since the
 * morning may be read again in the evening, so progress of the order counts before the time of reading.
 */
import { isMask, isUid, type Buyer } from './identity.ts';
import type { Order, OrderStatus } from './order.ts';

/** How far an order has come. `unknown` says nothing and so never takes a known state's place. */
const progress: Readonly<Record<OrderStatus, number>> = {
  unknown: 0,
  unpaid: 1,
  paid: 2,
  onHold: 2,
  shipped: 3,
  completed: 4,
  cancelled: 4,
};

const qualityRank = { masked: 0, probable: 1, stable: 2 } as const;

/** What one reading, or several merged, say of an order; `seenAt` is when the page showed its state (epoch ms). */
export interface Sighting {
  order: Order;
  seenAt: number;
  /** False where the after-sale states of its lines were not there to be read: an export without that column. */
  tellsAfterSales?: boolean;
}

/** True when `b` shows a later state of the order than `a`, or the same one read later. */
function isLater(a: Sighting, b: Sighting): boolean {
  const difference = progress[b.order.status] - progress[a.order.status];
  return difference === 0 ? b.seenAt >= a.seenAt : difference > 0;
}

/** What is known after both sightings: the later state; gaps in it (columns switched off) filled from the earlier one; the best-known buyer. */
export function mergeOrder(stored: Sighting, seen: Sighting): Sighting {
  const [earlier, later] = isLater(stored, seen) ? [stored, seen] : [seen, stored];
  const [older, newer] = [earlier.order, later.order];
  const carrier = newer.carrier ?? older.carrier;
  return {
    order: {
      ...newer,
      paidAt: newer.paidAt ?? older.paidAt,
      amountFen: newer.amountFen ?? older.amountFen,
      freightFen: newer.freightFen ?? older.freightFen,
      buyer: betterKnown(older.buyer, newer.buyer),
      items: mergeItems(older.items, newer.items, later.tellsAfterSales !== false),
      ...(carrier === undefined ? {} : { carrier }),
    },
    seenAt: later.seenAt,
  };
}

/** Of two keys of different kinds the numeric uid stays, whichever page was read last: it tells most. */
function betterKnown(older: Buyer, newer: Buyer): Buyer {
  const [best, other] = inOrderOfKnowledge(older, newer);
  // One order, one buyer: the whole name beside a key that came with a mask is theirs.
  const isNamed = other.display !== null && !isMask(other.display) && (other.key === null || other.key === best.key);
  return best.key !== null && isNamed && isMask(best.display ?? '**') ? { ...best, display: other.display } : best;
}

function inOrderOfKnowledge(older: Buyer, newer: Buyer): [best: Buyer, other: Buyer] {
  const isOlder = (): boolean => {
    if (older.key !== null && newer.key !== null && isUid(older.key) !== isUid(newer.key)) return isUid(older.key);
    const gain = qualityRank[newer.quality] - qualityRank[older.quality];
    return gain < 0 || (gain === 0 && newer.display === null);
  };
  return isOlder() ? [older, newer] : [newer, older];
}

function mergeItems(older: Order['items'], newer: Order['items'], tellsAfterSales: boolean): Order['items'] {
  const isTold = tellsAfterSales || older.every(({ afterSale }) => afterSale === 'none');
  if (newer.length !== older.length) return newer.length > 0 && (isTold || older.length === 0) ? newer : older;
  const isOtherLine = newer.some(({ title }, index) => title !== older[index]!.title);
  if (!isTold && isOtherLine) return older;
  return newer.map((item, index) => {
    const before = older[index]!;
    if (before.title !== item.title) return item;
    return {
      ...item,
      unitPriceFen: item.unitPriceFen ?? before.unitPriceFen,
      skuId: item.skuId ?? before.skuId,
      afterSale: isTold || item.afterSale !== 'none' ? item.afterSale : before.afterSale,
    };
  });
}

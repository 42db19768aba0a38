/** What came of a launch: who bought what was launched in its first week, and how many of them had bought before. */
import { boughtWithin } from '../../actions/trials/outcome.ts';
import { coveredShare, MIN_COVERAGE } from '../../insight/coverage.ts';
import { idAt, rowOf, type Ledger } from '../../insight/ledger/ledger.ts';
import type { ShopMoment } from '../../model/practice-event.ts';
import { DAY_MS, dayOf } from '../../model/shanghai-time.ts';
import { isPurchase } from '../../model/purchase.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';
import { readShopMeasures } from '../shops/shop-measures.ts';

const WEEK_DAYS = 7;
const PORTION = 1000;

export interface LaunchWeek {
  /** Of its days so far, those that were seen: 0..1. */
  share: number;
  /** The least of them that would do. */
  needed: number;
  isOver: boolean;
  /** Known buyers of the article; null where too few of the days were seen. */
  buyers: number | null;
  /** Of those, who had bought something in the shop before its first day. */
  regulars: number;
}

/** @returns null before the launch, and where nobody said what it is called among the goods */
export async function readLaunchWeek(
  db: LiukeDatabase,
  shopId: string,
  { article, startAt }: ShopMoment,
  now: number,
): Promise<LaunchWeek | null> {
  if (!article || now < startAt) return null;
  const { context, measures } = await readShopMeasures(db, shopId, now);
  const [fromDay, lastDay] = [dayOf(startAt), dayOf(startAt) + WEEK_DAYS - 1];
  const share = coveredShare(context.seenSpans, fromDay, Math.min(lastDay, dayOf(now)));
  const week = { share, needed: MIN_COVERAGE, isOver: dayOf(now) > lastDay };
  if (share < MIN_COVERAGE) return { ...week, buyers: null, regulars: 0 };
  const { ledger } = measures;
  const until = startAt + WEEK_DAYS * DAY_MS;
  const isOfIt = (order: OrderRecord) =>
    order.placedAt >= startAt &&
    order.placedAt < until &&
    isPurchase(order) &&
    order.items.some(({ title }) => title.includes(article));
  const buyers = await readBuyers(db, idsOfWeek(ledger, fromDay, lastDay + 1), isOfIt);
  const regulars = buyers.filter((id) => boughtWithin(ledger, rowOf(ledger, id), 0, fromDay - 1).count > 0);
  return { ...week, buyers: buyers.length, regulars: regulars.length };
}

/** Orders are not kept by day: who bought at all then is told by the columns. */
function idsOfWeek(ledger: Ledger, fromDay: number, toDay: number): string[] {
  const ids: string[] = [];
  for (let row = 0; row < ledger.size; row += 1)
    if (boughtWithin(ledger, row, fromDay, toDay).count > 0) ids.push(idAt(ledger, row));
  return ids;
}

async function readBuyers(
  db: LiukeDatabase,
  customerIds: readonly string[],
  isOfIt: (order: OrderRecord) => boolean,
): Promise<string[]> {
  const buyers = new Set<string>();
  for (let at = 0; at < customerIds.length; at += PORTION) {
    const portion = customerIds.slice(at, at + PORTION);
    const orders = await db.orders.where('customerId').anyOf(portion).toArray();
    for (const order of orders) if (isOfIt(order)) buyers.add(order.customerId!);
  }
  return [...buyers];
}

/** How much of a shop's orders was seen, month by month, and what to open next. */
import { coverageOf, type Coverage } from '../../insight/coverage.ts';
import {
  monthCoverage,
  pagesToOpen,
  shareByTotals,
  type MonthCoverage,
  type PageAdvice,
  type SeenOrders,
} from '../../insight/month-coverage.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CoverageRecord } from '../../store/records.ts';

export interface ShopCoverage {
  coverage: Coverage;
  /** The last day that counts. */
  asOfDay: number;
  /** Oldest first. */
  months: MonthCoverage[];
  /** The one or two steps that would add most; the most telling first. */
  advice: PageAdvice[];
}

/** @param now epoch ms */
export async function readShopCoverage(db: LiukeDatabase, shopId: string, now: number): Promise<ShopCoverage> {
  const record = await db.coverage.get(shopId);
  const seen = seenOrders(record, asOfDayOf(record, now));
  const { asOfDay } = seen;
  return { asOfDay, coverage: shopCoverage(record, asOfDay), months: monthCoverage(seen), advice: pagesToOpen(seen) };
}

/** The last day on which a list was looked at; today before any. */
export function asOfDayOf(record: CoverageRecord | undefined, now: number): number {
  const today = dayOf(now);
  return Math.min(record?.asOfDay || today, today);
}

/** By days, and by the console's own totals where they are known. */
export function shopCoverage(record: CoverageRecord | undefined, asOfDay: number): Coverage {
  const byDays = coverageOf(record?.spans ?? [], asOfDay);
  return { ...byDays, share: shareByTotals(seenOrders(record, asOfDay), byDays.share) };
}

function seenOrders(record: CoverageRecord | undefined, asOfDay: number): SeenOrders {
  const { spans = [], ordersByDay = {}, claims = [], list = null } = record ?? {};
  return { spans, ordersByDay, claims, list, asOfDay };
}

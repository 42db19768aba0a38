/** What the shop's platform measures of its service, as far as it was seen. */
import { firstDayOf, monthOf } from '../../insight/retention/cohorts.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { kpiRules } from '../../rules/clocks.ts';
import { readKpi, type KpiGround, type KpiReading } from '../../service/kpi.ts';
import type { Kpi } from '../../service/kpi-schema.ts';
import { workOrderKinds, workOrdersIn } from '../../service/work-order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { readServiceSettings } from './service-settings.ts';

/** @returns in the order of the rules; none of a shop that is not known */
export async function readPlatformKpis(db: LiukeDatabase, shopId: string, now: number): Promise<KpiReading[]> {
  const [shop, waits, events, cases, captures, { kpiTargets }] = await Promise.all([
    db.shops.get(shopId),
    db.waits.where('shopId').equals(shopId).toArray(),
    db.events
      .where('kind')
      .anyOf([...workOrderKinds, 'undo'])
      .toArray(),
    db.afterSales.where('shopId').equals(shopId).toArray(),
    db.captures.where('shopId').equals(shopId).toArray(),
    readServiceSettings(db, shopId),
  ]);
  if (!shop) return [];
  const workOrders = workOrdersIn(events).filter((order) => order.shopId === shopId && order.mergedInto === null);
  const ground = {
    turns: waits.flatMap(({ turns }) => turns ?? []),
    workOrders,
    cases: cases.flatMap(({ appliedAt, endedBetween }) =>
      appliedAt === null || !endedBetween ? [] : [{ appliedAt, openAt: endedBetween[0], endedAt: endedBetween[1] }],
    ),
  };
  const month = monthOf(dayOf(now));
  const days = [firstDayOf(month), firstDayOf(month + 1)] as const;
  return kpiRules.kpis
    .filter(({ platform }) => platform === shop.platform)
    .map((kpi) => {
      const full: KpiGround = { ...ground, seenDays: daysSeen(kpi, captures, days[0], dayOf(now)) };
      return readKpi(kpi, full, kpiRules, kpiTargets[kpi.id] ?? null, days, now);
    });
}

/** Our own work orders are all seen; of chats and cases, what was open on the screen. */
function daysSeen({ count }: Kpi, captures: readonly CaptureRecord[], firstDay: number, today: number): Set<number> {
  if (count.what === 'closure')
    return new Set(Array.from({ length: today - firstDay + 1 }, (_, index) => firstDay + index));
  const pages: readonly CaptureRecord['page'][] = count.what === 'caseTime' ? ['after-sale-list'] : ['chat'];
  return new Set(captures.filter(({ page }) => pages.includes(page)).map(({ day }) => day));
}

/** When each shop answers, as it said last, and on which platform it is: what its clocks rest on. */
import type { Platform } from '../../model/platform.ts';
import type { ServiceHours } from '../../model/service-hours.ts';
import { buyerHours, clockRules, holidayYears, usualHours } from '../../rules/clocks.ts';
import type { ClockRule } from '../../service/clock-schema.ts';
import { withOwnMinutes } from '../../service/own-clocks.ts';
import { openTimesAbroad, openTimesOf, type OpenTimes } from '../../service/open-time.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { numbersAt, readNumberChanges } from '../shops/number-changes.ts';
import { readStanding } from '../standing-events.ts';

export interface ShopGround {
  platform: Platform;
  isCrossBorder: boolean;
  times: OpenTimes;
  /** With the shop's own minutes, as they stood at a moment (epoch ms): what began under others is measured by those. */
  rulesAt: (at: number) => readonly ClockRule[];
}

/** Of every shop. */
export const buyerTimes = openTimesAbroad(buyerHours);

/** Of a shop that is not known. */
export const usualGround: ShopGround = {
  platform: 'jd',
  isCrossBorder: usualHours.isCrossBorder,
  times: openTimesOf(usualHours, holidayYears),
  rulesAt: () => clockRules,
};

/** By shop. */
export async function readShopGrounds(db: LiukeDatabase): Promise<Map<string, ShopGround>> {
  const [shops, hoursBy, changes] = await Promise.all([db.shops.toArray(), readAllHours(db), readNumberChanges(db)]);
  const ofClocks = changes.filter(({ rule }) => rule.what === 'clock');
  return new Map(
    shops.map(({ shopId, platform }) => {
      const hours = hoursBy.get(shopId) ?? usualHours;
      const ground: ShopGround = {
        platform,
        isCrossBorder: hours.isCrossBorder,
        times: openTimesOf(hours, holidayYears),
        rulesAt: (at) => withOwnMinutes(clockRules, numbersAt(ofClocks, shopId, at).clocks, platform),
      };
      return [shopId, ground];
    }),
  );
}

/** Of one shop; null where it said nothing, so that the usual ones hold. */
export async function readShopHours(db: LiukeDatabase, shopId: string): Promise<ServiceHours | null> {
  return (await readAllHours(db)).get(shopId) ?? null;
}

async function readAllHours(db: LiukeDatabase): Promise<Map<string, ServiceHours | null>> {
  const events = await readStanding(db, 'shopHours');
  return new Map(events.flatMap((event) => (event.kind === 'shopHours' ? [[event.shopId, event.hours] as const] : [])));
}

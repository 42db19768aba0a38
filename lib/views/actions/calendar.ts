/** What comes next: festivals, sales and the shop's own moments, what each asks for and how many customers it is about. */
import { onOccasion } from '../../actions/active-playbooks.ts';
import { lastKnownDay } from '../../actions/calendar.ts';
import { dueColumn, duePlaybooks } from '../../actions/day-list.ts';
import { restsOnAllSeen } from '../../actions/guards.ts';
import type { Playbook } from '../../actions/playbook.ts';
import type { Occasion } from '../../model/occasion.ts';
import type { ShopPractice } from '../../model/practice-event.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { calendar } from '../../rules/calendar.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { noNumbers, readOwnNumbers } from '../shops/number-changes.ts';
import { ownPlaybooks } from '../shops/own-numbers.ts';
import { readShopMeasures, type ShopReading } from '../shops/shop-measures.ts';
import { lowCoverageOf } from '../shops/withheld.ts';
import { readDayGround, type DayGround } from './day-ground.ts';
import { readOccasions } from './open-playbooks.ts';
import { presetPractice, readShopPractice } from './shop-practice.ts';

export interface ComingOccasion {
  occasion: Occasion;
  /** Of what it asks for, what is about most customers; null where the shop keeps all of it off. */
  playbook: Playbook | null;
  /** Whom it would be about by today's numbers, guards of contacts aside; null where nobody can say yet. */
  customers: number | null;
}

export interface ComingCalendar<Coming = ComingOccasion> {
  /** In order of time; what is on today comes first. */
  occasions: Coming[];
  /** Shanghai day after which no festival is known. */
  knownUntilDay: number;
}

/**
 * What comes, without what it asks for: no customer is looked at.
 * @param shopId null for all shops together: festivals alone
 * @param days to look ahead
 */
export async function readComing(
  db: LiukeDatabase,
  shopId: string | null,
  now: number,
  days: number,
): Promise<ComingCalendar<Occasion>> {
  return await comingBy(db, shopId, await practiceOf(db, shopId), now, days);
}

/** As `readComing`, with what each asks for and how many customers it is about. */
export async function readCalendar(
  db: LiukeDatabase,
  shopId: string | null,
  now: number,
  days: number,
): Promise<ComingCalendar> {
  const practice = await practiceOf(db, shopId);
  const [{ occasions, knownUntilDay }, reading, numbers] = await Promise.all([
    comingBy(db, shopId, practice, now, days),
    shopId === null ? null : readShopMeasures(db, shopId, now),
    shopId === null ? noNumbers : readOwnNumbers(db, shopId),
  ]);
  const playbooks = ownPlaybooks(numbers);
  const ground = reading && (await readDayGround(db, reading.context, numbers, now));
  const isOn = ({ id, isOn: preset }: Playbook) => practice.playbooks[id] ?? preset;
  return {
    occasions: occasions.map((occasion) => {
      const asked = playbooks.filter((one) => isOn(one) && one.moment?.kinds.includes(occasion.kind));
      const counted = asked.map((playbook) => ({
        playbook,
        customers: reading && ground && customersOf(playbook, occasion, reading, ground, now),
      }));
      const [most] = counted.toSorted((a, b) => (b.customers ?? 0) - (a.customers ?? 0));
      return { occasion, playbook: most?.playbook ?? null, customers: most?.customers ?? null };
    }),
    knownUntilDay,
  };
}

async function practiceOf(db: LiukeDatabase, shopId: string | null): Promise<ShopPractice> {
  return shopId === null ? presetPractice : await readShopPractice(db, shopId);
}

async function comingBy(
  db: LiukeDatabase,
  shopId: string | null,
  practice: ShopPractice,
  now: number,
  days: number,
): Promise<ComingCalendar<Occasion>> {
  const today = dayOf(now);
  const occasions = await readOccasions(db, shopId, practice, [today, today + days]);
  return { occasions, knownUntilDay: lastKnownDay(calendar) };
}

function customersOf(
  playbook: Playbook,
  occasion: Occasion,
  { context, measures }: ShopReading,
  { limits, toNew, benefits }: DayGround,
  now: number,
): number | null {
  const { moment } = playbook;
  // Who buys in a livestream that is still to come is not known.
  if (!moment || (moment.ofBuyers && occasion.startAt > now)) return null;
  if (lowCoverageOf(context.coverage) && restsOnAllSeen(playbook)) return null;
  const listed = duePlaybooks([onOccasion(playbook, moment, occasion, context.asOfDay)]);
  const due = dueColumn(measures, context.tiers, listed, limits, toNew, null, benefits.length > 0 ? () => true : null);
  return due.reduce((sum, place) => sum + place, 0);
}

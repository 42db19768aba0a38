/** Which occasions are near, and which playbooks are open in a shop today. */
import { activePlaybooks, type ActivePlaybook } from '../../actions/active-playbooks.ts';
import { seatsLeft } from '../../actions/rights.ts';
import { occurrencesOf } from '../../actions/recurring.ts';
import { occasionsBetween } from '../../actions/calendar.ts';
import type { Occasion } from '../../model/occasion.ts';
import type { ShopPractice } from '../../model/practice-event.ts';
import { dayOf, formatDay } from '../../model/shanghai-time.ts';
import { calendar } from '../../rules/calendar.ts';
import { dayListRules } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { type OwnNumbers } from '../shops/number-changes.ts';
import { ownLimits, ownPlaybooks } from '../shops/own-numbers.ts';
import { readMoments, readRights, readShopPractice } from './shop-practice.ts';

/** Days around today in which an occasion may open a playbook. */
const NEAR_DAYS = 31;

/** Of the calendar and of the shop, in order of time. */
export async function readOccasions(
  db: LiukeDatabase,
  shopId: string | null,
  { isAbroad }: ShopPractice,
  [fromDay, toDay]: readonly [fromDay: number, toDay: number],
): Promise<Occasion[]> {
  const moments = shopId === null ? [] : await readMoments(db, shopId);
  const kept = calendar.filter(({ market }) => isAbroad || market === 'cn');
  const own = moments.flatMap((moment) => {
    const { momentId, kind, name, repeats } = moment;
    return occurrencesOf(moment, fromDay, toDay).map(({ startAt, endAt }): Occasion => ({
      id: repeats ? `${momentId}-${formatDay(dayOf(startAt))}` : momentId,
      kind,
      label: { zh: name, en: name },
      startAt,
      endAt,
      certainty: 'fixed',
    }));
  });
  return [...own, ...occasionsBetween(kept, fromDay, toDay)].toSorted((a, b) => a.startAt - b.startAt);
}

/**
 * In order of precedence.
 * @param alsoOn id of a playbook that counts as switched on
 */
export async function readActivePlaybooks(
  db: LiukeDatabase,
  shopId: string,
  numbers: OwnNumbers,
  asOfDay: number,
  now: number,
  alsoOn: string | null = null,
): Promise<ActivePlaybook[]> {
  const today = dayOf(now);
  const practice = await readShopPractice(db, shopId);
  const [occasions, moments] = await Promise.all([
    readOccasions(db, shopId, practice, [today - NEAR_DAYS, today + NEAR_DAYS]),
    readMoments(db, shopId),
  ]);
  const launches = new Set(moments.filter(({ kind }) => kind === 'launch').map(({ name }) => name));
  // Trials are called as what is launched, which is known while their names are locked.
  db.seal.remember(launches);
  const rights = await readRights(db, shopId);
  return activePlaybooks(ownPlaybooks(numbers), {
    choices: alsoOn === null ? practice.playbooks : { ...practice.playbooks, [alsoOn]: true },
    occasions,
    limits: ownLimits(numbers),
    seatsLeft: ({ label }) => seatsLeft(label.zh, launches, rights, dayListRules.trialSeats),
    asOfDay,
    now,
  });
}

/** What a shop decided of its playbooks and calendar, and which playbooks are open in it today. */
import { activePlaybooks, type ActivePlaybook } from '../actions/active-playbooks.ts';
import { rightsIn, type RightEntry } from '../actions/rights.ts';
import { occasionsBetween } from '../actions/calendar.ts';
import type { HandDates } from '../insight/measures/reading.ts';
import type { Occasion } from '../model/occasion.ts';
import type { CustomerDate, ShopMoment, ShopPractice } from '../model/practice-event.ts';
import { dayOf } from '../model/shanghai-time.ts';
import { calendar } from '../rules/calendar.ts';
import { contactLimits, playbooks } from '../rules/playbooks.ts';
import type { EventRecord, LiukeDatabase } from '../store/database.ts';
import { readCustomerIdsNow } from './linked-customers.ts';
import { standing } from './standing-events.ts';

export const presetPractice: ShopPractice = {
  playbooks: {},
  perDay: { calm: null, wake: null, thank: null },
  isAbroad: false,
  levels: [],
};

/** What was said, the newest last, without what was undone. */
async function readSaid(db: LiukeDatabase, ...kinds: EventRecord['kind'][]): Promise<EventRecord[]> {
  return standing(
    await db.events
      .where('kind')
      .anyOf([...kinds, 'undo'])
      .toArray(),
  );
}

export async function readShopPractice(db: LiukeDatabase, shopId: string): Promise<ShopPractice> {
  const theirs = (await readSaid(db, 'shopPractice')).flatMap((event) =>
    event.kind === 'shopPractice' && event.shopId === shopId ? [event.practice] : [],
  );
  return theirs.at(-1) ?? presetPractice;
}

/** By time. */
export async function readMoments(db: LiukeDatabase, shopId: string): Promise<ShopMoment[]> {
  const moments = new Map<string, ShopMoment>();
  for (const event of await readSaid(db, 'momentSet', 'momentRemoved')) {
    if (event.kind === 'momentSet' && event.shopId === shopId) moments.set(event.moment.momentId, event.moment);
    if (event.kind === 'momentRemoved' && event.shopId === shopId) moments.delete(event.momentId);
  }
  return [...moments.values()].toSorted((a, b) => a.startAt - b.startAt);
}

/** Kind -> what was written down of one customer. */
export type CustomerDates = Partial<{ [What in CustomerDate['what']]: Extract<CustomerDate, { what: What }> }>;

/** @param events about one person */
export function customerDatesIn(events: readonly EventRecord[]): CustomerDates {
  const dates = new Map<CustomerDate['what'], CustomerDate>();
  for (const event of standing(events)) {
    if (event.kind === 'customerDateSet') dates.set(event.date.what, event.date);
    if (event.kind === 'customerDateRemoved') dates.delete(event.what);
  }
  return Object.fromEntries(dates);
}

/** @returns null where nobody wrote anything down */
export async function readHandDates(db: LiukeDatabase, now: number): Promise<HandDates | null> {
  const events = await readSaid(db, 'customerDateSet', 'customerDateRemoved');
  if (events.length === 0) return null;
  const idsNow = await readCustomerIdsNow(db, [...new Set(events.flatMap(({ customerId }) => customerId ?? []))]);
  const byCustomer = [...Map.groupBy(events, ({ customerId }) => idsNow.get(customerId!)!)].map(
    ([customerId, theirs]) => [customerId, customerDatesIn(theirs)] as const,
  );
  return {
    today: dayOf(now),
    birthdays: byCustomer.flatMap(([id, { birthday }]) => (birthday ? [[id, birthday] as const] : [])),
    pointsExpiry: byCustomer.flatMap(([id, { pointsExpiry }]) =>
      pointsExpiry ? [[id, pointsExpiry.day] as const] : [],
    ),
  };
}

/** The shop's register, the oldest entry first. */
export async function readRights(db: LiukeDatabase, shopId: string): Promise<RightEntry[]> {
  return rightsIn(await readSaid(db, 'rightNoted', 'rightSettled')).filter((entry) => entry.shopId === shopId);
}

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
  const own = moments
    .filter(({ startAt, endAt }) => dayOf(startAt) <= toDay && dayOf(endAt - 1) >= fromDay)
    .map(({ momentId, kind, name, startAt, endAt }): Occasion => {
      return { id: momentId, kind, label: { zh: name, en: name }, startAt, endAt, certainty: 'fixed' };
    });
  return [...own, ...occasionsBetween(kept, fromDay, toDay)].toSorted((a, b) => a.startAt - b.startAt);
}

/** In order of precedence. */
export async function readActivePlaybooks(
  db: LiukeDatabase,
  shopId: string,
  asOfDay: number,
  now: number,
): Promise<ActivePlaybook[]> {
  const today = dayOf(now);
  const practice = await readShopPractice(db, shopId);
  const occasions = await readOccasions(db, shopId, practice, [today - NEAR_DAYS, today + NEAR_DAYS]);
  return activePlaybooks(playbooks, { choices: practice.playbooks, occasions, limits: contactLimits, asOfDay, now });
}

/** What a shop decided of its playbooks, its calendar and its register, and the days that were written down of customers. */
import { rightsIn, type RightEntry } from '../../actions/rights.ts';
import type { HandDates, MeasureContext } from '../../insight/measures/reading.ts';
import type { CustomerDate, ShopMoment, ShopPractice } from '../../model/practice-event.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { tagHoldersIn } from '../customers/customer-notes.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { readStanding, standing } from '../standing-events.ts';

export const presetPractice: ShopPractice = {
  playbooks: {},
  perDay: { calm: null, wake: null, thank: null },
  isAbroad: false,
  levels: [],
};

export async function readShopPractice(db: LiukeDatabase, shopId: string): Promise<ShopPractice> {
  const theirs = (await readStanding(db, 'shopPractice')).flatMap((event) =>
    event.kind === 'shopPractice' && event.shopId === shopId ? [event.practice] : [],
  );
  return theirs.at(-1) ?? presetPractice;
}

/** By time. */
export async function readMoments(db: LiukeDatabase, shopId: string): Promise<ShopMoment[]> {
  const moments = new Map<string, ShopMoment>();
  for (const event of await readStanding(db, 'momentSet', 'momentRemoved')) {
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

/** What people wrote down of customers, as segments ask for it; nothing where nobody did. */
export async function readWrittenDown(
  db: LiukeDatabase,
  now: number,
): Promise<Pick<MeasureContext, 'handDates' | 'tags'>> {
  const said = await readStanding(db, 'customerDateSet', 'customerDateRemoved', 'customerTagged');
  const [tagged, dated] = [said.filter(isTagging), said.filter((event) => !isTagging(event))];
  const [handDates, tags] = await Promise.all([handDatesOf(db, dated, now), tagHoldersIn(db, tagged)]);
  return { ...(handDates ? { handDates } : {}), ...(tags.length > 0 ? { tags } : {}) };
}

const isTagging = ({ kind }: EventRecord) => kind === 'customerTagged';

async function handDatesOf(db: LiukeDatabase, events: readonly EventRecord[], now: number): Promise<HandDates | null> {
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

/** Whose the entries of a register are: ids as they were noted -> names as the platform shows them. */
export async function readRightHolders(
  db: LiukeDatabase,
  entries: readonly RightEntry[],
): Promise<ReadonlyMap<string, string>> {
  const noted = [
    ...new Set(
      entries.flatMap(({ right }) =>
        [right.customerId ?? [], 'friendId' in right ? (right.friendId ?? []) : []].flat(),
      ),
    ),
  ];
  const idsNow = await readCustomerIdsNow(db, noted);
  const customers = await db.customers.bulkGet(noted.map((id) => idsNow.get(id) ?? id));
  return new Map(noted.flatMap((id, at) => (customers[at] ? [[id, customers[at].display]] : [])));
}

/** The register of all shops, the oldest entry first. */
export async function readAllRights(db: LiukeDatabase): Promise<RightEntry[]> {
  return rightsIn(await readStanding(db, 'rightNoted', 'rightSettled'));
}

export async function readRights(db: LiukeDatabase, shopId: string): Promise<RightEntry[]> {
  return (await readAllRights(db)).filter((entry) => entry.shopId === shopId);
}

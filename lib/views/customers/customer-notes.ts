/** Tags and notes of customers: folds of what people wrote down. What is sealed while the lock is closed is left out. */
import { isSealed } from '../../model/sealed.ts';
import { tagKey } from '../../model/tag.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { readStanding, standing } from '../standing-events.ts';

export interface CustomerNotes {
  /** In the order in which they were put on; `at` is when (epoch ms). */
  tags: { tag: string; at: number }[];
  note: { text: string; at: number } | null;
  /** Some of it cannot be read while the lock is closed. */
  isSealed: boolean;
}

/** @param events about one person */
export function customerNotesIn(events: readonly EventRecord[]): CustomerNotes {
  const tags = new Map<string, CustomerNotes['tags'][number]>();
  let note: CustomerNotes['note'] = null;
  let isAnySealed = false;
  for (const event of standing(events)) {
    if (isSealedNote(event)) isAnySealed = true;
    else if (event.kind === 'customerTagged') {
      const { tag, at, isOn } = event;
      if (!isOn) tags.delete(tagKey(tag));
      else if (!tags.has(tagKey(tag))) tags.set(tagKey(tag), { tag, at });
    } else if (event.kind === 'customerNoted') note = event.text === null ? null : { text: event.text, at: event.at };
  }
  return { tags: [...tags.values()], note, isSealed: isAnySealed };
}

function isSealedNote(event: EventRecord): boolean {
  if (event.kind === 'customerTagged') return isSealed(event.tag);
  return event.kind === 'customerNoted' && event.text !== null && isSealed(event.text);
}

/** @returns by the customer's id as links make it now; those of whom nothing was written down are not in it */
export async function readCustomerNotes(
  db: LiukeDatabase,
  customerIds: readonly string[],
): Promise<Map<string, CustomerNotes>> {
  const parties = await db.linkedParties.where('customerId').anyOf(customerIds).toArray();
  const now = new Map(parties.map(({ party, customerId }) => [party, customerId]));
  const records = await db.customers.bulkGet([...customerIds, ...now.keys()]);
  for (const record of records)
    if (record?.nickId) now.set(record.nickId, now.get(record.customerId) ?? record.customerId);
  const events = await db.events
    .where('customerId')
    .anyOf([...new Set([...customerIds, ...now.keys()])])
    .toArray();
  const byCustomer = Map.groupBy(events, ({ customerId }) => now.get(customerId!) ?? customerId!);
  return new Map(
    [...byCustomer]
      .map(([id, theirs]) => [id, customerNotesIn(theirs)] as const)
      .filter(([, { tags, note }]) => tags.length > 0 || note !== null),
  );
}

/**
 * Who has which tag, each as it was first written.
 * @param tagged events, without those that were undone
 * @returns the tag that most customers have first; `sealed` while the lock is closed over them
 */
export async function tagHoldersIn(
  db: LiukeDatabase,
  tagged: readonly EventRecord[],
): Promise<{ tag: string; customerIds: string[] }[] | 'sealed'> {
  if (tagged.some(isSealedNote)) return 'sealed';
  if (tagged.length === 0) return [];
  const noted = [...new Set(tagged.flatMap(({ customerId }) => customerId ?? []))];
  const named = await db.customers.where('nickId').anyOf(noted).toArray();
  const byNick = new Map(named.map(({ nickId, customerId }) => [nickId, customerId]));
  const known = noted.map((id) => byNick.get(id) ?? id);
  const linked = await readCustomerIdsNow(db, known);
  const idsNow = new Map(noted.map((id, at) => [id, linked.get(known[at]!)!]));
  const holders = new Map<string, { tag: string; customerIds: string[] }>();
  for (const [customerId, theirs] of Map.groupBy(tagged, (event) => idsNow.get(event.customerId!)!))
    for (const { tag } of customerNotesIn(theirs).tags) {
      const same = holders.get(tagKey(tag)) ?? { tag, customerIds: [] };
      same.customerIds.push(customerId);
      holders.set(tagKey(tag), same);
    }
  return [...holders.values()].toSorted((a, b) => b.customerIds.length - a.customerIds.length);
}

/** Of all shops of this store: a team has one way of speaking. */
export async function readTags(db: LiukeDatabase): Promise<string[]> {
  const events = await readStanding(db, 'customerTagged');
  const holders = await tagHoldersIn(db, events);
  return holders === 'sealed' ? [] : holders.map(({ tag }) => tag);
}

/** What happened between the shop and its customers of late: contacts made, suggestions put off. */
import type { DatedContact, DatedPutOff } from '../../actions/guards.ts';
import { logicalTimeFrom } from '../../model/logical-time.ts';
import { DAY_MS } from '../../model/shanghai-time.ts';
import { dayListRules, playbooks } from '../../rules/playbooks.ts';
import { readNumberChanges, type NumberChange } from '../shops/number-changes.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { standing } from '../standing-events.ts';

export interface CustomerDealings {
  contacts: DatedContact[];
  putOffs: DatedPutOff[];
}

/** Days that the limits of contacts count. */
const LIMIT_DAYS = 30;
/** Nothing older keeps anybody off the list, in a shop that set no numbers of its own. */
const USUAL_DAYS = Math.max(
  LIMIT_DAYS,
  dayListRules.laterDays,
  dayListRules.declinedDays,
  ...playbooks.map(({ due }) => due?.everyDays ?? 0),
);

/**
 * @param leastDays to look back, whatever is set
 * @returns by customer, as links make them now; undone ones left out
 */
export async function readRecentDealings(
  db: LiukeDatabase,
  now: number,
  leastDays = 0,
): Promise<Map<string, CustomerDealings>> {
  const lookBackDays = Math.max(USUAL_DAYS, leastDays, ...(await readNumberChanges(db)).map(restDaysIn));
  const since = logicalTimeFrom(now - (lookBackDays + 1) * DAY_MS);
  const events = standing(await db.events.where('logicalTime').aboveOrEqual(since).toArray());
  const deeds = events.filter((event) => event.kind === 'contact' || event.kind === 'suggestionPutOff');
  const ids = deeds.map((deed) => (deed.kind === 'contact' ? deed.contact.customerId : deed.customerId));
  const idsNow = await readCustomerIdsNow(db, [...new Set(ids)]);
  const dealings = new Map<string, CustomerDealings>();
  for (const [index, deed] of deeds.entries()) {
    const customerId = idsNow.get(ids[index]!)!;
    const theirs = dealings.get(customerId) ?? { contacts: [], putOffs: [] };
    if (deed.kind === 'contact') theirs.contacts.push({ ...deed.contact, at: deed.at });
    else theirs.putOffs.push(deed);
    dealings.set(customerId, theirs);
  }
  return dealings;
}

/** Days for which a playbook rests after a contact, by a shop's own numbers; one that was put back looks a little further than it must. */
function restDaysIn({ rule, numbers }: NumberChange): number {
  return rule.what === 'playbook' ? (numbers['due.everyDays'] ?? 0) : 0;
}

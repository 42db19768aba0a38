/** What the shop did for its customers in a month, out of the log. */
import type { Contact } from '../../model/event.ts';
import { logicalTimeFrom } from '../../model/logical-time.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { standing } from '../standing-events.ts';

export interface MonthDeeds {
  contacts: number;
  /** Different customers among them. */
  customers: number;
  /** Contacts that carried an offer. */
  offers: number;
  byChannel: Partial<Record<Contact['channel'], number>>;
}

/** Of customers of one shop; undone contacts left out. @param from @param to epoch ms, the second not included */
export async function readMonthDeeds(db: LiukeDatabase, shopId: string, from: number, to: number): Promise<MonthDeeds> {
  const events = standing(await db.events.where('logicalTime').aboveOrEqual(logicalTimeFrom(from)).toArray());
  const made = events.flatMap((event) =>
    event.kind === 'contact' && event.at >= from && event.at < to ? [event.contact] : [],
  );
  const idsNow = await readCustomerIdsNow(db, [...new Set(made.map(({ customerId }) => customerId))]);
  const customers = await db.customers.bulkGet([...new Set(idsNow.values())]);
  const own = new Set(customers.flatMap((customer) => (customer?.shopId === shopId ? [customer.customerId] : [])));
  const contacts = made.filter(({ customerId }) => own.has(idsNow.get(customerId)!));
  const byChannel: MonthDeeds['byChannel'] = {};
  for (const { channel } of contacts) byChannel[channel] = (byChannel[channel] ?? 0) + 1;
  return {
    contacts: contacts.length,
    customers: own.size,
    offers: contacts.filter(({ isOffer }) => isOffer).length,
    byChannel,
  };
}

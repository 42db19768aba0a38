/** Customers as links make them. Whoever asks for one by any of its parties gets the one customer. */
import { isMask } from '../../model/identity.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { holdsAny } from '../../store/first-keys.ts';
import { recordsOf } from '../../store/of-keys.ts';
import type { CustomerRecord, LinkedPartyRecord } from '../../store/records.ts';

/** @returns id that was asked for -> id of the customer it is part of now */
export async function readCustomerIdsNow(
  db: LiukeDatabase,
  customerIds: readonly string[],
): Promise<Map<string, string>> {
  const linked =
    customerIds.length > 0 && (await areLinked(db)) ? await db.linkedParties.bulkGet([...customerIds]) : [];
  return new Map(customerIds.map((id, index) => [id, linked[index]?.customerId ?? id] as const));
}

/** The parties of customers as links make them now. */
export async function readPartiesOf(db: LiukeDatabase, customerIds: readonly string[]): Promise<LinkedPartyRecord[]> {
  return customerIds.length > 0 && (await areLinked(db))
    ? await recordsOf(db.linkedParties, 'customerId', customerIds)
    : [];
}

/** In most shops nobody is linked: one question tells it, in place of one for each customer. */
async function areLinked(db: LiukeDatabase): Promise<boolean> {
  return await holdsAny(db.linkedParties);
}

export interface LinkedCustomer {
  customerId: string;
  /** Every party: customers by id, masked orders by the id of their record. A customer on its own is its one party. */
  parties: string[];
  /** The parties' own records, the one that names the customer best first; none for one of whom no order was seen. */
  records: CustomerRecord[];
}

/** @param customerId of any of its parties */
export async function readLinkedCustomer(db: LiukeDatabase, customerId: string): Promise<LinkedCustomer> {
  // Most are who they were: what is asked of them is not asked after that is known, but with it.
  const [now, ofOwn, own] = await Promise.all([
    db.linkedParties.get(customerId).then((linked) => linked?.customerId ?? customerId),
    db.linkedParties.where('customerId').equals(customerId).toArray(),
    db.customers.get(customerId),
  ]);
  const linked = now === customerId ? ofOwn : await db.linkedParties.where('customerId').equals(now).toArray();
  const parties = linked.length === 0 ? [now] : linked.map(({ party }) => party);
  const ids = [...new Set([now, ...parties])];
  const others = await db.customers.bulkGet(ids.filter((id) => id !== customerId));
  const byId = new Map([own, ...others].flatMap((record) => (record ? [[record.customerId, record]] : [])));
  const records = ids.flatMap((id) => byId.get(id) ?? []);
  return { customerId: now, parties, records: records.toSorted((a, b) => bestKnown(b) - bestKnown(a)) };
}

const qualityRank = { masked: 0, probable: 1, stable: 2 } as const;

/** A whole name comes before a mask, whatever it was seen with. */
function bestKnown({ quality, display }: CustomerRecord): number {
  return qualityRank[quality] + (isMask(display) ? 0 : 3);
}

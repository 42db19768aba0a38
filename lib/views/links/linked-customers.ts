/** Customers as links make them. Whoever asks for one by any of its parties gets the one customer. */
import { isMask } from '../../model/identity.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerRecord } from '../../store/records.ts';

/** @returns id that was asked for -> id of the customer it is part of now */
export async function readCustomerIdsNow(
  db: LiukeDatabase,
  customerIds: readonly string[],
): Promise<Map<string, string>> {
  const linked = await db.linkedParties.bulkGet([...customerIds]);
  return new Map(customerIds.map((id, index) => [id, linked[index]?.customerId ?? id] as const));
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
  const now = (await readCustomerIdsNow(db, [customerId])).get(customerId)!;
  const linked = await db.linkedParties.where('customerId').equals(now).toArray();
  const parties = linked.length === 0 ? [now] : linked.map(({ party }) => party);
  const records = (await db.customers.bulkGet([...new Set([now, ...parties])])).filter(
    (record) => record !== undefined,
  );
  return { customerId: now, parties, records: records.toSorted((a, b) => bestKnown(b) - bestKnown(a)) };
}

const qualityRank = { masked: 0, probable: 1, stable: 2 } as const;

/** A whole name comes before a mask, whatever it was seen with. */
function bestKnown({ quality, display }: CustomerRecord): number {
  return qualityRank[quality] + (isMask(display) ? 0 : 3);
}

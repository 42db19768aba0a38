/** Customers whose columns wait to be computed anew: noted together with what changed, worked off afterwards. */
import type { EntityTable } from 'dexie';
import type { DirtyListRecord } from './records.ts';

type DirtyLists = EntityTable<DirtyListRecord, 'sequence'>;

/** So many customers in one list at most, so that whoever works them off can stop in between. */
const LIST_CUSTOMERS = 100;

/**
 * All customers of a page take one record. To be called within the transaction that changes what is known of them.
 * @param shopOf the shop of each customer; one who is listed already is listed again
 */
export async function markDirty(lists: DirtyLists, shopOf: ReadonlyMap<string, string>): Promise<void> {
  const entries = [...Map.groupBy(shopOf.keys(), (customerId) => shopOf.get(customerId)!)];
  await lists.bulkAdd(
    entries.flatMap(([shopId, ids]) =>
      Array.from({ length: Math.ceil(ids.length / LIST_CUSTOMERS) }, (_, number) => ({
        shopId,
        customerIds: ids.slice(number * LIST_CUSTOMERS, (number + 1) * LIST_CUSTOMERS),
      })),
    ),
  );
}

/** @returns the first lists that name at least so many customers together, or all that there are */
export async function firstDirty(lists: DirtyLists, customers: number): Promise<DirtyListRecord[]> {
  let named = 0;
  return (await lists.limit(customers).toArray()).filter(({ customerIds }) => {
    const isWanted = named < customers;
    named += customerIds.length;
    return isWanted;
  });
}

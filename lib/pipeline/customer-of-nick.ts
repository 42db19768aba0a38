/** The customer of a nick that comes without an id: whoever of those known by an id has it, if only one does; else the nick's own. */
import { buyerOfNick } from '../model/identity.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { readCustomerIdsNow } from '../views/links/linked-customers.ts';
import type { CustomerIds } from './customer-id.ts';

/** @returns null for a mask, which is nobody in particular */
export async function customerOfNick(
  db: LiukeDatabase,
  ids: CustomerIds,
  shopId: string,
  nick: string,
): Promise<string | null> {
  const id = await ids.of(shopId, buyerOfNick(nick));
  if (id === null) return null;
  const owners = await db.customers.where('nickId').equals(id).primaryKeys();
  const ownId = owners.length === 1 ? owners[0]! : id;
  return (await readCustomerIdsNow(db, [ownId])).get(ownId)!;
}

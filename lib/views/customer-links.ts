/** Everything about the identity of one customer: who else they may be, and whom links make one with them. */
import type { LiukeDatabase } from '../store/database.ts';
import { readLinkedCustomer } from './linked-customers.ts';
import { readPossibleLinks, type PossibleLink } from './possible-links.ts';
import { readStandingLinks, type StandingLink } from './standing-links.ts';

export interface CustomerLinks {
  /** The customer's parties, as links name them. */
  parties: string[];
  possible: PossibleLink[];
  standing: StandingLink[];
}

/** @param askedFor the customer, or any of those whom links make one with them */
export async function readCustomerLinks(db: LiukeDatabase, askedFor: string): Promise<CustomerLinks> {
  const { customerId, parties, records } = await readLinkedCustomer(db, askedFor);
  const orders = await db.orders.where('customerId').equals(customerId).toArray();
  const shopId = records[0]?.shopId ?? orders[0]?.shopId;
  const [possible, standing] = await Promise.all([
    shopId === undefined ? [] : readPossibleLinks(db, shopId, orders),
    readStandingLinks(db, parties),
  ]);
  return {
    parties,
    possible: possible.filter(({ sides }) => sides.some((side) => side.customerId === customerId)),
    standing,
  };
}

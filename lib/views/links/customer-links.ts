/** What links make of one customer: its parties, and every link of theirs. */
import type { LiukeDatabase } from '../../store/database.ts';
import { readLinkedCustomer } from './linked-customers.ts';
import { readStandingLinks, type StandingLink } from './standing-links.ts';

export interface CustomerLinks {
  /** The customer's parties, as links name them. */
  parties: string[];
  standing: StandingLink[];
}

/** @param askedFor the customer, or any of those whom links make one with them */
export async function readCustomerLinks(db: LiukeDatabase, askedFor: string): Promise<CustomerLinks> {
  const { parties } = await readLinkedCustomer(db, askedFor);
  return { parties, standing: await readStandingLinks(db, parties) };
}

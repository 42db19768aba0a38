import { readCustomerLinks, type CustomerLinks } from '../../lib/views/links/customer-links.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** With whom links make a customer one; undefined while it is being read. */
export function useCustomerLinks(customerId: string): CustomerLinks | undefined {
  return useKeyedQuery(customerId, 0, () => readCustomerLinks(database, customerId));
}

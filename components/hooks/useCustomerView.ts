import { readCustomerView, type CustomerView } from '../../lib/views/customers/customer-view.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

/** Everything known of one customer, kept up to date; undefined while it is being read. */
export function useCustomerView(shopId: string, customerId: string): CustomerView | undefined {
  const now = useNow();
  return useKeyedQuery(`${shopId} ${customerId}`, now, () => readCustomerView(database, shopId, customerId, now));
}

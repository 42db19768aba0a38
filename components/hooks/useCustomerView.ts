import { isAwake } from '../../lib/actions/guards.ts';
import type { ChatMessage } from '../../lib/model/capture.ts';
import { readCustomerView, type CustomerView } from '../../lib/views/customers/customer-view.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

/**
 * Everything known of one customer, kept up to date; undefined while it is being read.
 * @param messages of the conversation with them that is open, the oldest first; none without one
 */
export function useCustomerView(
  shopId: string,
  customerId: string,
  messages: readonly ChatMessage[],
): CustomerView | undefined {
  const now = useNow();
  const isUp = isAwake(messages, now);
  return useKeyedQuery(
    `${shopId} ${customerId}`,
    `${now} ${isUp}`,
    () => readCustomerView(database, shopId, customerId, now, isUp),
    'drawn',
  );
}

import { useEffect, useState } from 'react';
import type { OpenOrders, readOpenOrders } from '../../lib/views/service/open-orders.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

/**
 * Customers who have open work orders; undefined while they are being read. How clocks run is loaded after the panel is there: the list
 * of the day waits for it, a card does not.
 */
export function useOpenOrders(): ReadonlyMap<string, OpenOrders> | undefined {
  const now = useNow();
  const [read, setRead] = useState<typeof readOpenOrders | null>(null);
  useEffect(() => {
    void import('../../lib/views/service/open-orders.ts').then((views) => setRead(() => views.readOpenOrders));
  }, []);
  return useKeyedQuery(read && 'open', now, () => read!(database, now));
}

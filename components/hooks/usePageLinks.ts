import type { PageState } from '../../lib/model/page-state.ts';
import { readPageLinks, type PossibleLink } from '../../lib/views/possible-links.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** Which masked buyers of the page may be one, or a customer who is known; undefined while it is being read. */
export function usePageLinks({ platform, shopId, buyers }: PageState): PossibleLink[] | undefined {
  const ids = buyers.flatMap(({ orderIds }) => orderIds.map((orderId) => `${platform}:${orderId}`));
  const key = shopId === null ? null : `${shopId} ${ids.join(' ')}`;
  return useKeyedQuery(key, 0, () => readPageLinks(database, shopId!, ids));
}

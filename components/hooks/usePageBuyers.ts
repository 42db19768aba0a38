import type { PageBuyer, PageState } from '../../lib/model/page-state.ts';
import { readPageBuyers } from '../../lib/views/customers/page-buyers.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** The page's buyers as links make them now; as the page reported them while that is being read. */
export function usePageBuyers({ platform, buyers }: PageState): readonly PageBuyer[] {
  const key = platform && `${platform} ${buyers.flatMap(({ orderIds }) => orderIds).join(' ')}`;
  return useKeyedQuery(key, 0, () => readPageBuyers(database, platform!, buyers)) ?? buyers;
}

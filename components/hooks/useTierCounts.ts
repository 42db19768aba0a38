import { readDataAsOf } from '../../lib/views/data-as-of.ts';
import { readTierCounts, type TierCounts } from '../../lib/views/shops/tier-counts.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

export interface DatedTierCounts extends TierCounts {
  /** When a page was last taken in (epoch ms); null before any. */
  asOf: number | null;
}

/** @param shopId null for all shops together; undefined while it is not known */
export function useTierCounts(shopId: string | null | undefined): DatedTierCounts | undefined {
  const now = useNow();
  return useKeyedQuery(shopId === undefined ? null : `shop ${shopId ?? ''}`, now, async () => {
    const [counts, asOf] = await Promise.all([
      readTierCounts(database, shopId ?? null, now),
      readDataAsOf(database, shopId ?? null),
    ]);
    return { ...counts, asOf };
  });
}

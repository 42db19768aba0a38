import { readShopCoverage, type ShopCoverage } from '../../lib/views/shops/shop-coverage.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

/** What was seen of a shop's orders; undefined while it is being read. */
export function useShopCoverage(shopId: string): ShopCoverage | undefined {
  const now = useNow();
  return useKeyedQuery(shopId, now, () => readShopCoverage(database, shopId, now));
}

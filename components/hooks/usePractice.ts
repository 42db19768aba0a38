import type { ShopPractice } from '../../lib/model/practice-event.ts';
import { presetPractice, readShopPractice } from '../../lib/views/actions/shop-practice.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/**
 * What the shop decided of its playbooks, kept up to date; undefined while it is being read.
 * @param shopId null for all shops together, of which the presets hold
 */
export function usePractice(shopId: string | null): ShopPractice | undefined {
  return useKeyedQuery(String(shopId), 0, async () =>
    shopId === null ? presetPractice : await readShopPractice(database, shopId),
  );
}

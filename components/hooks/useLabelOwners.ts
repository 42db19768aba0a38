import type { LabelOwners } from '../../lib/model/label-owners.ts';
import { readLabelOwners } from '../../lib/views/service/label-owners.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/**
 * Who cares for which label in a shop, kept up to date; undefined while it is being read.
 * @param shopId null for no shop in particular, which has no table
 */
export function useLabelOwners(shopId: string | null): LabelOwners | undefined {
  return useKeyedQuery(shopId, 0, () => readLabelOwners(database, shopId!));
}

import { noNumbers, readOwnNumbers, type OwnNumbers } from '../../lib/views/shops/number-changes.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/**
 * The numbers that a shop set for itself, kept up to date; undefined while they are being read.
 * @param shopId null for all shops together, of which what ships holds
 */
export function useOwnNumbers(shopId: string | null): OwnNumbers | undefined {
  return useKeyedQuery(String(shopId), 0, async () =>
    shopId === null ? noNumbers : await readOwnNumbers(database, shopId),
  );
}

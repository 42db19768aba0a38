import { readToDoCounters, type ToDoCounters } from '../../lib/views/shops/to-do-counters.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** What the home page of the shop's console said last; null where none was read, undefined while it is being read. */
export function useToDoCounters(shopId: string): ToDoCounters | null | undefined {
  return useKeyedQuery(shopId, 0, () => readToDoCounters(database, shopId));
}

import { readTags } from '../../lib/views/customers/customer-notes.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** The shop's own tags, the one that most customers have first; none while they are being read, or are not wanted. */
export function useTags(isWanted: boolean): readonly string[] {
  return useKeyedQuery(isWanted ? 'tags' : null, 0, () => readTags(database)) ?? [];
}

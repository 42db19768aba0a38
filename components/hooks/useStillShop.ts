import { useRef } from 'react';
import { readLastDeed } from '../../lib/views/last-deed.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** So long no page brought anything: whoever leafs on does not wait for a count of all customers at each. */
const STILL_MS = 1000;

/**
 * As `useKeyedQuery`, for what goes through all customers of a shop. What somebody did is counted at once; what pages bring, when they
 * have brought nothing for a moment.
 */
export function useStillShop<Result>(
  key: string | null,
  version: number | string | object,
  query: () => Promise<Result>,
): Result | undefined {
  const last = useRef<{ key: string | null; deed: string; result: Result } | null>(null);
  const runs = useRef(0);
  return useKeyedQuery(key, version, async () => {
    runs.current += 1;
    const run = runs.current;
    const deed = await readLastDeed(database);
    const before = last.current;
    if (before?.key === key && before.deed === deed) {
      await Promise.resolve(still());
      // A later run is under way, and its answer stands for this one's.
      if (run !== runs.current) return before.result;
    }
    const result = await query();
    last.current = { key, deed, result };
    return result;
  });
}

async function still(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, STILL_MS);
  });
}

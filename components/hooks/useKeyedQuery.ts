import { useLiveQuery } from 'dexie-react-hooks';

/**
 * A live query whose answer belongs to a key. While the key has changed and the new answer is not there yet, there is none:
 * one customer's numbers must never stand under another one's name.
 * @param key null for nothing to ask
 * @param version asked again when it changes, the old answer staying meanwhile (the time)
 */
export function useKeyedQuery<Result>(
  key: string | null,
  version: number | string | object,
  query: () => Promise<Result>,
): Result | undefined {
  const answer = useLiveQuery(async () => (key === null ? undefined : { key, result: await query() }), [key, version]);
  return answer?.key === key ? answer?.result : undefined;
}

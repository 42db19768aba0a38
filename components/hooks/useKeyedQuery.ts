import { useObservable } from 'dexie-react-hooks';
import { LiveAnswer, type Beginning } from './live-answer.ts';

/**
 * A live query whose answer belongs to a key. While the key has changed and the new answer is not there yet, there is none:
 * one customer's numbers must never stand under another one's name.
 * @param key null for nothing to ask
 * @param version asked again when it changes, the old answer staying meanwhile (the time)
 * @param query is handed a function that says whether the answer is still waited for: what takes long stops when it is not
 */
export function useKeyedQuery<Result>(
  key: string | null,
  version: number | string | object,
  query: (isWanted: () => boolean) => Promise<Result>,
  begins: Beginning = 'shown',
): Result | undefined {
  const answer = useObservable(
    () =>
      new LiveAnswer(async (isWanted) => (key === null ? undefined : { key, result: await query(isWanted) }), begins),
    [key, version],
  );
  return answer?.key === key ? answer?.result : undefined;
}

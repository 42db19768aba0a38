import type { Segment } from '../../lib/insight/segments/segment.ts';
import { asksModels, readSegmentCounts } from '../../lib/views/segments/segment-counts.ts';
import { readLine } from '../../lib/views/segments/segment-language.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';
import { useRested } from './useRested.ts';

/**
 * How many customers each line has, as far as they are counted; null for a line that cannot be read. What asks the purchase
 * models comes last, and only after a rest: it must keep neither the others waiting nor whoever begins to type.
 * @param shopId null for all shops together; undefined while it is not known, and while other things come first
 */
export function useSegmentCounts(
  shopId: string | null | undefined,
  lines: readonly string[],
): ReadonlyMap<string, number | null> {
  const segments = lines.map((line) => ({ line, segment: readLine(line).segment }));
  const readable = segments.filter((one): one is Readable => one.segment !== null);
  const quick = useCounts(
    shopId,
    readable.filter(({ segment }) => !asksModels(segment)),
  );
  const isRested = useRested(quick ? String(shopId) : null) !== null;
  const slow = useCounts(
    isRested ? shopId : undefined,
    readable.filter(({ segment }) => asksModels(segment)),
  );
  return new Map([
    ...segments.flatMap(({ line, segment }) => (segment ? [] : [[line, null] as const])),
    ...(quick ?? []),
    ...(slow ?? []),
  ]);
}

interface Readable {
  line: string;
  segment: Segment;
}

function useCounts(shopId: string | null | undefined, readable: readonly Readable[]) {
  const now = useNow();
  const key = shopId === undefined ? null : JSON.stringify([shopId, ...readable.map(({ line }) => line)]);
  return useKeyedQuery(key, now, async (isWanted) => {
    const segments = readable.map(({ segment }) => segment);
    const counts = await readSegmentCounts(database, shopId!, segments, now, isWanted);
    return counts?.map((count, index) => [readable[index]!.line, count] as const);
  });
}

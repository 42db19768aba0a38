import { readSegmentTrends, type SegmentTrend } from '../../lib/views/segments/segment-trends.ts';
import { readLine } from '../../lib/views/segments/segment-language.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';
import { useRested } from './useRested.ts';

/**
 * How each line grew within a week and what its customers bought within a month, once everything else is there.
 * @param shopId null for all shops together; undefined while it is not known, and while other things are still being counted
 */
export function useSegmentTrends(
  shopId: string | null | undefined,
  lines: readonly string[],
): ReadonlyMap<string, SegmentTrend> {
  const now = useNow();
  const asked = shopId === undefined ? null : JSON.stringify([shopId, lines]);
  const trends = useKeyedQuery(useRested(asked), now, async () => {
    const readable = lines.flatMap((line) => {
      const { segment } = readLine(line);
      return segment ? [{ line, segment }] : [];
    });
    const found = await readSegmentTrends(
      database,
      shopId!,
      readable.map(({ segment }) => segment),
      now,
    );
    return new Map(readable.map(({ line }, at) => [line, found[at]!]));
  });
  return trends ?? nothing;
}

const nothing: ReadonlyMap<string, SegmentTrend> = new Map();

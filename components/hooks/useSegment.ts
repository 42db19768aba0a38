import type { Segment } from '../../lib/insight/segments/segment.ts';
import {
  readFirstMembers,
  readSegment,
  type FirstMembers,
  type SegmentAnswer,
} from '../../lib/views/segments/segment-counts.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

const SHOWN_MEMBERS = 5;

/**
 * How many customers a segment has, and then who stands first, which may ask the purchase models and must not keep the count
 * waiting; undefined while they are being read, and without a segment.
 * @param most members at most
 * @param shopId null for all shops together; undefined while it is not known
 */
export function useSegment(
  shopId: string | null | undefined,
  segment: Segment | null,
  most = SHOWN_MEMBERS,
): { answer: SegmentAnswer | undefined; first: FirstMembers | undefined } {
  const now = useNow();
  const key = shopId === undefined || segment === null ? null : JSON.stringify([shopId, segment]);
  const answer = useKeyedQuery(key, now, () => readSegment(database, shopId!, segment!, now));
  const first = useKeyedQuery(answer ? `${key} ${most}` : null, now, () =>
    readFirstMembers(database, shopId!, segment!, now, most),
  );
  return { answer, first };
}

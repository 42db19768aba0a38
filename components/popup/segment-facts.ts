import type { SegmentTrend } from '../../lib/views/segments/segment-trends.ts';
import type { usePins } from '../hooks/usePins.ts';

/** What the lists of segments show and do. */
export interface SegmentFacts {
  /** By line; null for one that cannot be read. What is not in it is still being counted. */
  counts: ReadonlyMap<string, number | null>;
  /** Of how many a segment is a part; null where no share may be told. */
  of: number | null;
  trends: ReadonlyMap<string, SegmentTrend>;
  pins: ReturnType<typeof usePins>;
  onOpen: (query: string) => void;
}

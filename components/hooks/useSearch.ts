import { useMemo } from 'react';
import type { Assessment } from '../../lib/views/customers/assessment.ts';
import type { OrderRecord } from '../../lib/store/records.ts';
import {
  isOrderTail,
  readMaskedOrders,
  search,
  type SearchDepth,
  type SearchHit,
} from '../../lib/views/customers/search.ts';
import { database } from './database.ts';
import { useAssessments } from './useAssessments.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';
import { useRested } from './useRested.ts';

export interface AssessedHit extends SearchHit {
  /** Null until it is read, and for one of whom no order counts. */
  assessment: Assessment | null;
}

export interface Found {
  hits: readonly AssessedHit[];
  /** Orders of the number that was typed, whose buyers are only masks: as many as there is room for behind the hits. */
  masked: readonly OrderRecord[];
}

const MOST = 20;
const nothing: readonly never[] = [];

/**
 * Customers found by nick or order number; undefined while searching, and for an empty query. What an index leads to is there at once, its
 * tier a moment later; nicks that only contain the query come after that, since all nicks must be gone through for them.
 */
export function useSearch(query: string): Found | undefined {
  const text = query.trim();
  const quick = useHits(text === '' ? null : text, 'quick');
  // Who was found already is shown and tiered first: to go through all nicks takes the store for longer than that.
  const isRested = useRested(quick && quick.length > 0 ? text : null) !== null;
  const whole = useHits(quick && (quick.length === 0 || isRested) ? text : null, 'whole');
  const read = useMaskedOrders(text, whole);
  const first = idsOf(quick);
  const [ofFirst, ofOthers] = [
    useAssessments(first),
    useAssessments(idsOf(whole).filter((customerId) => !first.includes(customerId))),
  ];
  const hits = whole && whole.length > 0 ? whole : quick;
  const masked = read ?? nothing;
  // Nobody is found only after everybody was looked at.
  const isFound = hits !== undefined && (hits.length > 0 || read !== undefined);
  return useMemo(
    () => (isFound ? { hits: hits.map((hit) => assessed(hit, ofFirst, ofOthers)), masked } : undefined),
    [isFound, hits, masked, ofFirst, ofOthers],
  );
}

/** Undefined until all others were looked for. */
function useMaskedOrders(text: string, whole: readonly SearchHit[] | undefined): readonly OrderRecord[] | undefined {
  const now = useNow();
  const room = MOST - (whole?.length ?? MOST);
  const key = isOrderTail(text) && room > 0 ? `${text} ${room}` : null;
  const orders = useKeyedQuery(key, now, () => readMaskedOrders(database, text, room));
  return whole && key === null ? nothing : orders;
}

type Assessments = ReadonlyMap<string, Assessment> | undefined;

function assessed(hit: SearchHit, ofFirst: Assessments, ofOthers: Assessments): AssessedHit {
  const { customerId } = hit.customer;
  return { ...hit, assessment: ofFirst?.get(customerId) ?? ofOthers?.get(customerId) ?? null };
}

function useHits(text: string | null, depth: SearchDepth): SearchHit[] | undefined {
  const now = useNow();
  return useKeyedQuery(text, now, () => search(database, text!, MOST, depth));
}

function idsOf(hits: readonly SearchHit[] | undefined): string[] {
  return (hits ?? []).map(({ customer }) => customer.customerId);
}

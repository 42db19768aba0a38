import { useMemo } from 'react';
import type { Assessment } from '../../lib/views/customers/assessment.ts';
import { search, type SearchDepth, type SearchHit } from '../../lib/views/customers/search.ts';
import { database } from './database.ts';
import { useAssessments } from './useAssessments.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

export interface AssessedHit extends SearchHit {
  /** Null until it is read, and for one of whom no order counts. */
  assessment: Assessment | null;
}

const MOST = 20;

/**
 * Customers found by nick or order number; undefined while searching, and for an empty query. What an index leads to is there at once, its
 * tier a moment later; nicks that only contain the query come after that, since all nicks must be gone through for them.
 */
export function useSearch(query: string): AssessedHit[] | undefined {
  const text = query.trim();
  const quick = useHits(text === '' ? null : text, 'quick');
  const whole = useHits(quick ? text : null, 'whole');
  const first = idsOf(quick);
  const [ofFirst, ofOthers] = [
    useAssessments(first),
    useAssessments(idsOf(whole).filter((customerId) => !first.includes(customerId))),
  ];
  // Nobody is found only after everybody was looked at.
  const hits = whole ?? (quick && quick.length > 0 ? quick : undefined);
  return useMemo(
    () =>
      hits?.map((hit) => {
        const { customerId } = hit.customer;
        return { ...hit, assessment: ofFirst?.get(customerId) ?? ofOthers?.get(customerId) ?? null };
      }),
    [hits, ofFirst, ofOthers],
  );
}

function useHits(text: string | null, depth: SearchDepth): SearchHit[] | undefined {
  const now = useNow();
  return useKeyedQuery(text, now, () => search(database, text!, MOST, depth));
}

function idsOf(hits: readonly SearchHit[] | undefined): string[] {
  return (hits ?? []).map(({ customer }) => customer.customerId);
}

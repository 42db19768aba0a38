import type { Assessment } from '../../lib/views/assessment.ts';
import { readAssessments } from '../../lib/views/buyers-view.ts';
import { search, type SearchHit } from '../../lib/views/search.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

export interface AssessedHit extends SearchHit {
  assessment: Assessment | null;
}

/** Customers found by nick or order number; undefined while searching, and for an empty query. */
export function useSearch(query: string): AssessedHit[] | undefined {
  const now = useNow();
  const text = query.trim();
  return useKeyedQuery(text === '' ? null : text, now, async () => {
    const hits = await search(database, text);
    const assessments = await readAssessments(
      database,
      hits.map((hit) => hit.customer.customerId),
      now,
    );
    return hits.map(({ customer, orderId }) => ({
      customer,
      orderId,
      assessment: assessments.get(customer.customerId) ?? null,
    }));
  });
}

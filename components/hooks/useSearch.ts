import type { Assessment } from '../../lib/views/customers/assessment.ts';
import { readAssessments } from '../../lib/views/customers/buyers-view.ts';
import { search, type SearchDepth, type SearchHit } from '../../lib/views/customers/search.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

export interface AssessedHit extends SearchHit {
  assessment: Assessment | null;
}

const MOST = 20;

/**
 * Customers found by nick or order number; undefined while searching, and for an empty query. What an index leads to is there at once;
 * nicks that only contain the query come a little later, since all nicks must be walked for them.
 */
export function useSearch(query: string): AssessedHit[] | undefined {
  const text = query.trim();
  const quick = useHits(text === '' ? null : text, 'quick');
  const whole = useHits(quick ? text : null, 'whole');
  // Nobody is found only after everybody was looked at.
  return whole ?? (quick && quick.length > 0 ? quick : undefined);
}

function useHits(text: string | null, depth: SearchDepth): AssessedHit[] | undefined {
  const now = useNow();
  return useKeyedQuery(text, now, async () => {
    const hits = await search(database, text!, MOST, depth);
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

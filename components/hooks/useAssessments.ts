import type { Assessment } from '../../lib/views/customers/assessment.ts';
import { readAssessments } from '../../lib/views/customers/buyers-view.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

/** Several customers at a glance, by customer id; undefined while they are being read. */
export function useAssessments(customerIds: readonly string[]): Map<string, Assessment> | undefined {
  const now = useNow();
  return useKeyedQuery(customerIds.join(' '), now, () => readAssessments(database, customerIds, now), 'drawn');
}

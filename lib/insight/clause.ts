/** A condition over one metric, as data; what passed is kept as evidence that a person can check. */
import { z } from '../model/zod.ts';
import { metricNameSchema, type Metrics } from './metrics.ts';

export const clauseSchema = z.object({
  metric: metricNameSchema,
  is: z.enum(['=', '>=', '<=', '>', '<']),
  value: z.number(),
});
export type Clause = z.infer<typeof clauseSchema>;

/** A clause that passed, with the customer's own number. */
export interface Evidence extends Clause {
  actual: number;
}

const holds: Readonly<Record<Clause['is'], (actual: number, value: number) => boolean>> = {
  '=': (actual, value) => actual === value,
  '>=': (actual, value) => actual >= value,
  '<=': (actual, value) => actual <= value,
  '>': (actual, value) => actual > value,
  '<': (actual, value) => actual < value,
};

/** All clauses must hold. @returns the evidence, or null when one fails or its metric is not known */
export function check(clauses: readonly Clause[], metrics: Metrics): Evidence[] | null {
  const evidence: Evidence[] = [];
  for (const clause of clauses) {
    const actual = metrics[clause.metric];
    if (actual === null || !holds[clause.is](actual, clause.value)) return null;
    evidence.push({ ...clause, actual });
  }
  return evidence;
}

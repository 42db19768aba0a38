/** Clauses held against a customer's numbers; what passed is kept as evidence that a person can check. */
import type { MetricName } from '../metrics.ts';
import type { Clause } from './clause-schema.ts';

/** A condition over one number. Those of tiers and playbooks speak about metrics, those of a live event about the event. */
export interface Condition<Name extends string = MetricName> {
  metric: Name;
  is: Clause['is'];
  value: number;
}

/** A clause that passed, with the customer's own number. */
export interface Evidence<Name extends string = MetricName> extends Condition<Name> {
  actual: number;
}

/** NaN, which is not known, passes nothing. */
export const holds: Readonly<Record<Condition['is'], (actual: number, value: number) => boolean>> = {
  '=': (actual, value) => actual === value,
  '>=': (actual, value) => actual >= value,
  '<=': (actual, value) => actual <= value,
  '>': (actual, value) => actual > value,
  '<': (actual, value) => actual < value,
};

/** All clauses must hold. @returns the evidence, or null when one fails or its number is not known */
export function check<Name extends string>(
  clauses: readonly Condition<Name>[],
  numbers: Readonly<Record<Name, number | null>>,
): Evidence<Name>[] | null {
  const evidence: Evidence<Name>[] = [];
  for (const clause of clauses) {
    const actual = numbers[clause.metric];
    if (actual === null || !holds[clause.is](actual, clause.value)) return null;
    evidence.push({ ...clause, actual });
  }
  return evidence;
}

/** Each bound once, where a tier and a playbook both draw one: the tighter. */
export function distinctEvidence(evidence: readonly Evidence[]): Evidence[] {
  const bounds = new Map<string, Evidence>();
  for (const entry of evidence) {
    const bound = `${entry.metric} ${entry.is}`;
    const known = bounds.get(bound);
    if (!known || holds[entry.is](entry.value, known.value)) bounds.set(bound, entry);
  }
  return [...bounds.values()];
}

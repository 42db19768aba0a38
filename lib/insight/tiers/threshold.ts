/** The numbers that a shop set for itself, laid over the defaults. */
import type { Condition } from './clause.ts';
import type { Threshold } from './threshold-schema.ts';

/** Threshold id -> the shop's value; what is not named keeps its default. */
export type ThresholdValues = Readonly<Record<string, number>>;

export type ThresholdProblem =
  | { kind: 'unknownThreshold'; id: string }
  | { kind: 'outOfRange'; id: string; value: number; min: number; max: number };

/** A clause as it ships: with a number of its own, or one that a shop may set. */
export type ShippedClause<Name extends string> =
  | Condition<Name>
  | (Omit<Condition<Name>, 'value'> & { threshold: Threshold });

/** What is beyond its range, or known to none. */
export function thresholdProblems(thresholds: readonly Threshold[], values: ThresholdValues): ThresholdProblem[] {
  return Object.entries(values).flatMap(([id, value]): ThresholdProblem[] => {
    const threshold = thresholds.find((candidate) => candidate.id === id);
    if (!threshold) return [{ kind: 'unknownThreshold', id }];
    const { min, max } = threshold;
    return value >= min && value <= max ? [] : [{ kind: 'outOfRange', id, value, min, max }];
  });
}

/** The shop's value, else the default; null when neither is there. */
export function valueOf({ id, default: preset }: Threshold, values: ThresholdValues): number | null {
  return Object.hasOwn(values, id) ? values[id]! : preset;
}

/**
 * The clause with its number.
 * @throws RangeError where its threshold has neither a default nor a value
 */
export function settle<Name extends string>(clause: ShippedClause<Name>, values: ThresholdValues): Condition<Name> {
  const { metric, is } = clause;
  if ('value' in clause) return { metric, is, value: clause.value };
  const value = valueOf(clause.threshold, values);
  if (value === null) throw new RangeError(`expected a value for the threshold ${clause.threshold.id}`);
  return { metric, is, value };
}

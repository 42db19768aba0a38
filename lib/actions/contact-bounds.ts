/** The limits of contacts with what a shop set for itself, and what it may not set. */
import type { Label } from '../model/label.ts';
import type { ContactBound } from './contact-bound-schema.ts';
import type { ContactLimits } from './contact-limits.ts';
import { isWithin } from './number-problems.ts';
import type { Numbers } from './playbook-numbers.ts';

export type LimitProblem =
  | { kind: 'unknown'; key: string }
  /** `why` law and platforms go no further; null on the side on which nothing but sense stands. */
  | { kind: 'beyond'; key: string; bound: ContactBound; why: Label | null };

export function limitProblems(numbers: Numbers, bounds: readonly ContactBound[]): LimitProblem[] {
  return Object.entries(numbers).flatMap(([key, value]): LimitProblem[] => {
    const bound = bounds.find(({ limit }) => limit === key);
    if (!bound) return [{ kind: 'unknown', key }];
    if (isWithin(value, bound)) return [];
    const isLoose = bound.loosest === 'min' ? value < bound.min : value > bound.max;
    return [{ kind: 'beyond', key, bound, why: isLoose ? bound.why : null }];
  });
}

/** As they ship, with the shop's own. What the bounds do not allow is passed over: what another version saved must not loosen this one. */
export function withOwnLimits(
  shipped: ContactLimits,
  numbers: Numbers,
  bounds: readonly ContactBound[],
): ContactLimits {
  const refused = new Set(limitProblems(numbers, bounds).map(({ key }) => key));
  return { ...shipped, ...Object.fromEntries(Object.entries(numbers).filter(([key]) => !refused.has(key))) };
}

/** What is wrong at one place of a file of rules, as facts: builds and tests read the message, the interface says the kind in its own words. */
import type { z } from '../model/zod.ts';

/** Each has its sentence in the messages of the interface, `rulesExpected_…`, which takes the values. */
export type FaultKind =
  | 'type'
  | 'missing'
  | 'oneOf'
  | 'notEmpty'
  | 'atLeast'
  | 'atMost'
  | 'whole'
  | 'date'
  | 'unknownKeys'
  | 'ruleId'
  | 'name'
  | 'form'
  | 'word'
  | 'bracket'
  | 'concept'
  | 'noPattern'
  | 'bounded'
  | 'macro'
  | 'circle'
  | 'nested'
  | 'ways'
  | 'waysAtHits';

export interface RuleFault {
  kind: FaultKind;
  values: (string | number)[];
  /** For tools, in English: what was expected, what was found. */
  message: string;
}

export class RuleFaultError extends RangeError {
  readonly fault: RuleFault;

  constructor(fault: RuleFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** An id of a rule: three letters, two digits. */
export const RULE_ID = /^[A-Z]{3}-\d{2}$/;

/** For `refine` and `addIssue`: `faultsIn` finds the fault again. @param ruleId of the rule whose fault it is, which says more than its place */
export function customIssue(fault: RuleFault, ruleId?: string) {
  const message = ruleId === undefined ? fault.message : `${ruleId}: ${fault.message}`;
  return { message, params: { fault, ruleId } };
}

export interface FaultPlace {
  /** Such as `allow.0.phrase`, or the id of a rule; empty for the whole. */
  path: string;
  fault: RuleFault;
}

type Issue = z.core.$ZodIssue;

/** @param error of a schema that was given `reportInput` */
export function faultsIn({ issues }: z.ZodError): FaultPlace[] {
  return issues.map((issue) => placeOf(issue, []));
}

function placeOf(issue: Issue, above: readonly PropertyKey[]): FaultPlace {
  const path = [...above, ...issue.path];
  const meant = issue.code === 'invalid_union' ? meantOf(issue.errors) : null;
  if (meant) return placeOf(meant, path);
  if (issue.code !== 'custom') return { path: path.join('.'), fault: faultOf(issue) };
  const { fault, ruleId } = (issue.params ?? {}) as { fault?: RuleFault; ruleId?: string };
  return { path: ruleId ?? path.join('.'), fault: fault ?? faultOf(issue) };
}

/** Of several forms the one that misses least is meant. @returns null where two miss alike */
function meantOf(forms: readonly (readonly Issue[])[]): Issue | null {
  const [first, second] = forms.toSorted((a, b) => a.length - b.length);
  return first?.[0] && (!second || first.length < second.length) ? first[0] : null;
}

function faultOf(issue: Issue): RuleFault {
  const as = (kind: FaultKind, ...values: (string | number)[]) => ({ kind, values, message: issue.message });
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return as('missing', issue.expected);
      if (issue.expected === 'int') return as('whole');
      return as('type', issue.expected, typeOf(issue.input));
    case 'invalid_value':
      return as('oneOf', ...issue.values.map((value) => JSON.stringify(value)));
    case 'unrecognized_keys':
      return as('unknownKeys', ...issue.keys.map((key) => JSON.stringify(key)));
    case 'too_small':
      return issue.origin === 'number' ? as('atLeast', Number(issue.minimum)) : as('notEmpty');
    case 'too_big':
      return as('atMost', Number(issue.maximum));
    case 'invalid_key':
      return issue.issues[0] ? { ...faultOf(issue.issues[0]), message: issue.message } : as('form');
    case 'invalid_format':
      if (issue.format === 'date') return as('date');
      return as(issue.pattern === String(RULE_ID) ? 'ruleId' : 'name');
    default:
      return as('form');
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

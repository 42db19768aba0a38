/** What is wrong with the numbers that a shop wants for a playbook: beyond their range, or for nobody. */
import type { MetricName } from '../insight/metrics.ts';
import type { Label } from '../model/label.ts';
import type { NumberRange, NumberRanges, NumberUnit } from './number-ranges.ts';
import { clauseKey, numbersOf, withNumbers, type Numbers, type PlaybookNumber } from './playbook-numbers.ts';
import type { Playbook } from './playbook.ts';

export type NumberProblem =
  | { kind: 'unknown'; key: string }
  | { kind: 'outOfRange'; key: string; range: NumberRange; unit: NumberUnit }
  /** Two conditions that nobody can fulfil together. */
  | { kind: 'nobody'; keys: string[]; metric: MetricName }
  /** An occasion's time that would end before it begins. */
  | { kind: 'noTime'; keys: string[] }
  /** A limit of the platform's coupon tool that is certain, or that the shop set: of `offerProblems`. */
  | { kind: 'platform'; keys: string[]; limit: Label };

/**
 * Everything wrong with numbers in themselves, each with its reason; `offerProblems` knows what the platform does not take. Nothing else
 * may be kept.
 * @param shipped as it ships
 */
export function numberProblems(shipped: Playbook, numbers: Numbers, ranges: NumberRanges): NumberProblem[] {
  const known = numbersOf(shipped);
  const ofKeys = Object.entries(numbers).flatMap(([key, value]): NumberProblem[] => {
    const number = known.find((one) => one.key === key);
    if (!number) return [{ kind: 'unknown', key }];
    const range = rangeOf(number, ranges);
    return isWithin(value, range) ? [] : [{ kind: 'outOfRange', key, range, unit: number.unit }];
  });
  if (ofKeys.length > 0) return ofKeys;
  const playbook = withNumbers(shipped, numbers);
  return [...nobodyLeft(playbook), ...noTime(playbook)];
}

export function isWithin(value: number, { min, max, step }: NumberRange): boolean {
  const steps = value / step;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-6;
}

function nobodyLeft({ all, due }: Playbook): NumberProblem[] {
  const keyed = [
    ...all.map((clause) => ({ clause, key: clauseKey('all', clause) })),
    ...(due?.all ?? []).map((clause) => ({ clause, key: clauseKey('due', clause) })),
  ];
  return [...Map.groupBy(keyed, ({ clause }) => clause.metric)].flatMap(([metric, theirs]): NumberProblem[] => {
    const low = Math.max(...theirs.map(({ clause }) => (clause.is.startsWith('<') ? -Infinity : clause.value)));
    const high = Math.min(...theirs.map(({ clause }) => (clause.is.startsWith('>') ? Infinity : clause.value)));
    const isStrict = theirs.some(({ clause }) => clause.is === '<' || clause.is === '>');
    return low < high || (low === high && !isStrict)
      ? []
      : [{ kind: 'nobody', keys: theirs.map(({ key }) => key), metric }];
  });
}

function noTime({ moment }: Playbook): NumberProblem[] {
  if (!moment || moment.from.at !== moment.to.at || moment.from.hours < moment.to.hours) return [];
  return [{ kind: 'noTime', keys: ['moment.from', 'moment.to'] }];
}

/** Of its own key, of its metric, else of its unit. */
export function rangeOf({ key, clause, unit }: PlaybookNumber, { keys, units }: NumberRanges): NumberRange {
  return keys[key] ?? (clause ? keys[clause.metric] : undefined) ?? units[unit];
}

/**
 * A segment as rows that can be clicked together, and back: conditions of which all hold or any one holds, some of them in groups
 * of their own. What does not fit into rows keeps its words, and says why.
 */
import type { MetricName } from '../metrics.ts';
import type { Segment } from './segment.ts';
import type { ComparisonSign, MetricUnit } from './vocabulary-schema.ts';

export type Join = 'all' | 'any';
export type RowComparison = ComparisonSign | 'within' | 'outside';

export type FormRow =
  /** Two values, the lower first, where the comparison has two ends. Numbers are in the units of metrics. */
  | { kind: 'number'; metric: MetricName; is: RowComparison; values: readonly [number] | readonly [number, number] }
  /** A tag is its own id. */
  | { kind: 'tier' | 'ownTier' | 'condition' | 'tag'; id: string; isNot: boolean }
  | { kind: 'words'; segment: Segment; because: 'tooDeep' | 'negatedGroup' };

export interface FormGroup {
  join: Join;
  rows: readonly FormRow[];
}

export interface SegmentForm {
  join: Join;
  of: readonly (FormRow | FormGroup)[];
}

export const emptyForm: SegmentForm = { join: 'all', of: [] };

export function isGroup(part: FormRow | FormGroup): part is FormGroup {
  return 'join' in part;
}

export function formOf(segment: Segment): SegmentForm {
  if (segment.kind !== 'all' && segment.kind !== 'any') return { join: 'all', of: [rowOf(segment)] };
  return {
    join: segment.kind,
    of: segment.of.map((part) =>
      part.kind === 'all' || part.kind === 'any' ? { join: part.kind, rows: part.of.map(rowOf) } : rowOf(part),
    ),
  };
}

/** @returns null for a form without rows; a group of one row is that row */
export function segmentOf(form: SegmentForm): Segment | null {
  return joined(
    form.join,
    form.of.flatMap((part) =>
      isGroup(part) ? (joined(part.join, part.rows.map(segmentOfRow)) ?? []) : segmentOfRow(part),
    ),
  );
}

export function segmentOfRow(row: FormRow): Segment {
  switch (row.kind) {
    case 'words':
      return row.segment;
    case 'number':
      return comparisonOf(row.metric, row.is, row.values);
    case 'condition':
      return unless(row.isNot, { kind: 'condition', condition: row.id });
    case 'tag':
      return unless(row.isNot, { kind: 'tag', tag: row.id });
    default:
      return unless(row.isNot, { kind: row.kind, tier: row.id });
  }
}

/** The same with another join; groups joined likewise are rows of it from now on. */
export function rejoined(form: SegmentForm, join: Join): SegmentForm {
  const of = form.of.flatMap((part) => (isGroup(part) && part.join === join ? [...part.rows] : [part]));
  return { join, of };
}

/** What a value begins with where nothing is said yet, by the unit of its metric. */
const firstValues: Readonly<Record<MetricUnit, number>> = {
  times: 2,
  days: 30,
  months: 3,
  fen: 10_000,
  ratio: 1,
  pieces: 2,
  percent: 50,
  score: 60,
  flag: 1,
};

/** A condition over the metric, to be changed. */
export function firstRow(metric: MetricName, unit: MetricUnit): FormRow {
  return { kind: 'number', metric, is: unit === 'flag' ? '=' : '>=', values: [firstValues[unit]] };
}

/** The same row with another comparison; with a second end, that is the first value again. */
export function compared(row: FormRow & { kind: 'number' }, is: RowComparison): FormRow {
  const [low, high = low] = row.values;
  return { ...row, is, values: is === 'within' || is === 'outside' ? [low, high] : [low] };
}

function rowOf(segment: Segment): FormRow {
  const isNot = segment.kind === 'not';
  const of = isNot ? segment.of : segment;
  switch (of.kind) {
    case 'clause': {
      const { metric, is, value } = of.clause;
      return { kind: 'number', metric, is: isNot ? opposites[is] : is, values: [value] };
    }
    case 'range':
      return { kind: 'number', metric: of.metric, is: isNot ? 'outside' : 'within', values: [of.low, of.high] };
    case 'condition':
      return { kind: 'condition', id: of.condition, isNot };
    case 'tier':
    case 'ownTier':
      return { kind: of.kind, id: of.tier, isNot };
    case 'tag':
      return { kind: 'tag', id: of.tag, isNot };
    default:
      return { kind: 'words', segment, because: isNot ? 'negatedGroup' : 'tooDeep' };
  }
}

/** 非 上次>30天 is 上次<=30天: what is not known passes neither. */
const opposites = { '>=': '<', '<=': '>', '>': '<=', '<': '>=', '=': '!=' } as const;

function comparisonOf(metric: MetricName, is: RowComparison, [low, high = low]: readonly number[]): Segment {
  if (is === 'within' || is === 'outside')
    return unless(is === 'outside', { kind: 'range', metric, low: low!, high: high! });
  return unless(is === '!=', { kind: 'clause', clause: { metric, is: is === '!=' ? '=' : is, value: low! } });
}

function joined(join: Join, parts: readonly Segment[]): Segment | null {
  return parts.length > 1 ? { kind: join, of: [...parts] } : (parts[0] ?? null);
}

function unless(isNot: boolean, of: Segment): Segment {
  return isNot ? { kind: 'not', of } : of;
}

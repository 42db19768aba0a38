/** Rows by the days since their last purchase: most lines are about a few of these days, and need not look at the others. */
import type { Condition } from './clause.ts';
import type { Columns } from './tier-columns.ts';

export interface RecencyIndex {
  /** Every row, those of the shortest absence first, those without a purchase last. */
  rows: Uint32Array;
  /** Where the rows of so many days begin. */
  starts: Uint32Array;
  /** Every row in its own order. */
  all: Uint32Array;
}

/** A larger share of all rows is looked through faster in their own order, as they lie in memory. */
const MOST_SHARE = 1 / 8;

/** Absences longer than any that is asked about stand together. */
const MOST_DAYS = 4000;

const kept = new WeakMap<Columns, RecencyIndex>();

/** Computed once for columns that do not change, such as those of a reading. */
export function recencyIndex(columns: Columns): RecencyIndex {
  const known = kept.get(columns);
  if (known) return known;
  const recency = columns.column('recencyDays');
  const starts = new Uint32Array(MOST_DAYS + 3);
  for (let row = 0; row < recency.length; row += 1) starts[bucketOf(recency[row]!) + 1]! += 1;
  for (let at = 1; at < starts.length; at += 1) starts[at]! += starts[at - 1]!;
  const next = starts.slice();
  const rows = new Uint32Array(recency.length);
  const all = new Uint32Array(recency.length);
  for (let row = 0; row < recency.length; row += 1) {
    const bucket = bucketOf(recency[row]!);
    rows[next[bucket]!] = row;
    next[bucket]! += 1;
    all[row] = row;
  }
  const index = { rows, starts, all };
  kept.set(columns, index);
  return index;
}

function bucketOf(days: number): number {
  return Number.isNaN(days) ? MOST_DAYS + 1 : Math.max(0, Math.min(MOST_DAYS, Math.floor(days)));
}

/** First and last day that lines leave open; whoever is without a purchase passes none that names one. */
export interface RecencySpan {
  from: number;
  to: number;
  isNamed: boolean;
}

export function recencySpan(line: readonly Condition[]): RecencySpan {
  const span: RecencySpan = { from: 0, to: Infinity, isNamed: false };
  for (const { metric, is, value } of line) {
    if (metric !== 'recencyDays') continue;
    span.isNamed = true;
    if (is === '=' || is === '>=' || is === '>') span.from = Math.max(span.from, value);
    if (is === '=' || is === '<=' || is === '<') span.to = Math.min(span.to, value);
  }
  return span;
}

/** What at least one of the spans leaves open; everything where there is none. */
export function spanOfAny(spans: readonly RecencySpan[]): RecencySpan {
  if (spans.length === 0) return recencySpan([]);
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
    isNamed: spans.every(({ isNamed }) => isNamed),
  };
}

/** The rows that may be within both spans, and others beside them. */
export function rowsWithin({ rows, starts, all }: RecencyIndex, a: RecencySpan, b: RecencySpan): Uint32Array {
  if (!a.isNamed && !b.isNamed) return all;
  const from = Math.min(MOST_DAYS, Math.floor(Math.max(a.from, b.from)));
  const to = Math.min(MOST_DAYS, Math.ceil(Math.min(a.to, b.to)));
  const within = to < from ? rows.subarray(0, 0) : rows.subarray(starts[from], starts[to + 1]);
  return within.length > all.length * MOST_SHARE ? all : within;
}

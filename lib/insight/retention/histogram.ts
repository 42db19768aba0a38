/** Numbers of customers as columns of a chart: bins that a person would choose, every value in one of them. */
import { quantileOfCounts } from '../quantile.ts';
import type { Reading } from '../measures/reading.ts';

export interface Bin {
  /** Values from here, … */
  from: number;
  /** … up to but without this one; null for "and more". */
  to: number | null;
  count: number;
}

const NICE_WIDTHS = [1, 2, 3, 5, 7, 10, 14, 20, 30, 60, 90] as const;
const MOST_BINS = 20;
/** What is longer stands in the last, open bin. */
const SHOWN_SHARE = 0.95;

export interface GapHistogram {
  bins: Bin[];
  gaps: number;
  /** NaN without a gap. */
  medianDays: number;
}

/** Days between one purchase and the next, of all customers of the reading (MET-07). */
export function gapHistogram({ size, ends, ledger, context }: Reading): GapHistogram {
  const counts = new Uint32Array(context.asOfDay + 1);
  let gaps = 0;
  for (let row = 0; row < size; row += 1) {
    for (let at = ledger.offsets[row]! + 1; at < ends[row]!; at += 1) {
      counts[ledger.days[at]! - ledger.days[at - 1]!]! += 1;
      gaps += 1;
    }
  }
  if (gaps === 0) return { bins: [], gaps, medianDays: Number.NaN };
  const longest = quantileOfCounts(counts, SHOWN_SHARE);
  const width = NICE_WIDTHS.find((nice) => longest / nice <= MOST_BINS) ?? Math.ceil(longest / MOST_BINS);
  const closed = Math.max(1, Math.ceil((longest + 1) / width));
  const bins = Array.from({ length: closed }, (_, at): Bin => ({
    from: at * width,
    to: (at + 1) * width,
    count: sumOf(counts, at * width, (at + 1) * width),
  }));
  const more = sumOf(counts, closed * width, counts.length);
  if (more > 0) bins.push({ from: closed * width, to: null, count: more });
  return { bins, gaps, medianDays: quantileOfCounts(counts, 0.5) };
}

function sumOf(counts: Uint32Array, from: number, to: number): number {
  return counts.subarray(from, to).reduce((sum, count) => sum + count, 0);
}

const CHANCE_BINS = 10;

/** @param percents 0..100 per customer, NaN where none is told @returns ten bins of ten percent; 100 stands in the last */
export function chanceBins(percents: Float64Array): Bin[] {
  const width = 100 / CHANCE_BINS;
  const bins = Array.from({ length: CHANCE_BINS }, (_, at): Bin => ({
    from: at * width,
    to: (at + 1) * width,
    count: 0,
  }));
  for (const percent of percents)
    if (!Number.isNaN(percent)) bins[Math.min(CHANCE_BINS - 1, Math.floor(percent / width))]!.count += 1;
  return bins;
}

/** RFM quintile scores of all customers at once, for the grid of a shop (SEG-23). */
import type { Benchmarks } from '../../model/profile.ts';
import type { Reading } from '../measures/reading.ts';
import type { Segment } from '../segments/segment.ts';
import { rfmScore, type RfmScore } from './rfm.ts';

/** 1 to 5 per row and dimension; 0 where `rfmScore` gives none. */
export type RfmColumns = Readonly<Record<keyof RfmScore, Uint8Array>>;

export const RFM_SCORES = 5;

export function rfmColumns(reading: Reading): RfmColumns {
  const { size, context } = reading;
  const scores = { recency: new Uint8Array(size), frequency: new Uint8Array(size), monetary: new Uint8Array(size) };
  const recencyDays = reading.column('recencyDays');
  const purchaseCount = reading.column('purchaseCount');
  const netSpendFen = reading.column('netSpendFen');
  for (let row = 0; row < size; row += 1) {
    const score = rfmScore(
      {
        recencyDays: known(recencyDays[row]!),
        purchaseCount: known(purchaseCount[row]!),
        netSpendFen: known(netSpendFen[row]!),
      },
      context.asOfDay,
      context.benchmarks,
    );
    if (!score) continue;
    scores.recency[row] = score.recency;
    scores.frequency[row] = score.frequency;
    scores.monetary[row] = score.monetary;
  }
  return scores;
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

export interface RfmCell {
  customers: number;
  /** What they spent in all. */
  spendFen: number;
}

/** Customers by recency and frequency, both 1 to 5: `grid[recency - 1][frequency - 1]`. */
export function rfmGrid(reading: Reading): RfmCell[][] {
  const { recency, frequency } = rfmColumns(reading);
  const netSpendFen = reading.column('netSpendFen');
  const grid = Array.from({ length: RFM_SCORES }, () =>
    Array.from({ length: RFM_SCORES }, (): RfmCell => ({ customers: 0, spendFen: 0 })),
  );
  for (let row = 0; row < recency.length; row += 1) {
    if (recency[row] === 0) continue;
    const cell = grid[recency[row]! - 1]![frequency[row]! - 1]!;
    cell.customers += 1;
    cell.spendFen += netSpendFen[row]!;
  }
  return grid;
}

/** What a score of one dimension spans: whole numbers, both ends included; null for no end. */
export interface RfmBorders {
  from: number | null;
  to: number | null;
}

/** @returns days since the last purchase */
export function recencyBorders(score: number, asOfDay: number, { lastDayLimits }: Benchmarks): RfmBorders {
  const [above, upTo] = [lastDayLimits[score - 2], lastDayLimits[score - 1]];
  return {
    from: upTo === undefined ? null : Math.ceil(asOfDay - upTo),
    to: above === undefined ? null : Math.ceil(asOfDay - above) - 1,
  };
}

/** @returns numbers of purchases */
export function frequencyBorders(score: number, { purchaseCountLimits }: Benchmarks): RfmBorders {
  const [above, upTo] = [purchaseCountLimits[score - 2], purchaseCountLimits[score - 1]];
  return {
    from: above === undefined ? null : Math.floor(above) + 1,
    to: upTo === undefined ? null : Math.floor(upTo),
  };
}

/** The customers of one cell as a segment. Of whom no spend is known stands in no cell, so the segment asks for one. */
export function rfmSegment(recency: RfmBorders, frequency: RfmBorders): Segment {
  return {
    kind: 'all',
    of: [
      ...within('recencyDays', recency),
      ...within('purchaseCount', frequency),
      { kind: 'clause', clause: { metric: 'netSpendFen', is: '>=', value: 0 } },
    ],
  };
}

function within(metric: 'recencyDays' | 'purchaseCount', { from, to }: RfmBorders): Segment[] {
  if (from !== null && to !== null && from < to) return [{ kind: 'range', metric, low: from, high: to }];
  if (from !== null && from === to) return [{ kind: 'clause', clause: { metric, is: '=', value: from } }];
  return [
    ...(from === null ? [] : [{ kind: 'clause' as const, clause: { metric, is: '>=' as const, value: from } }]),
    ...(to === null ? [] : [{ kind: 'clause' as const, clause: { metric, is: '<=' as const, value: to } }]),
  ];
}

/** RFM quintile scores of all customers at once, for the grid of a shop (SEG-23). */
import type { Reading } from '../measures/reading.ts';
import { rfmScore, type RfmScore } from './rfm.ts';

/** 1 to 5 per row and dimension; 0 where `rfmScore` gives none. */
export type RfmColumns = Readonly<Record<keyof RfmScore, Uint8Array>>;

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

/** Customers by recency (rows) and frequency (columns), both 1 to 5: `grid[recency - 1][frequency - 1]`. */
export function rfmGrid({ recency, frequency }: RfmColumns): number[][] {
  const grid = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => 0));
  for (let row = 0; row < recency.length; row += 1)
    if (recency[row]! > 0) grid[recency[row]! - 1]![frequency[row]! - 1]! += 1;
  return grid;
}

import { describe, expect, test } from 'vitest';
import { benchmark } from '../../../../lib/insight/benchmarks.ts';
import { compileSegment, count } from '../../../../lib/insight/segments/evaluate.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import {
  frequencyBorders,
  recencyBorders,
  rfmColumns,
  rfmGrid,
  rfmSegment,
} from '../../../../lib/insight/tiers/rfm-columns.ts';
import { rfmScore } from '../../../../lib/insight/tiers/rfm.ts';
import { shopLexicon } from '../../../../lib/views/segments/segment-lexicon.ts';
import { TODAY, makeHistory, makeMeasures } from '../../../support/make-history.ts';

const histories = Array.from({ length: 60 }, (_, at) =>
  makeHistory(
    Array.from({ length: at % 7 }, (_unused, purchase) => at + purchase),
    { amountFen: at % 11 === 0 ? null : at * 700 },
  ),
);
const benchmarks = finish(benchmark(makeMeasures(histories)));
const measures = makeMeasures(histories, { benchmarks });
const { vocabulary } = shopLexicon([]);
const scores = [1, 2, 3, 4, 5];

test('RFM scores of all customers are those of each', () => {
  const { recency, frequency, monetary } = rfmColumns(measures);
  for (const row of histories.keys()) {
    const score = rfmScore(measures.at(row), TODAY, benchmarks);
    expect([recency[row], frequency[row], monetary[row]]).toEqual(
      score ? [score.recency, score.frequency, score.monetary] : [0, 0, 0],
    );
  }
});

describe('the grid of recency and frequency (SEG-23)', () => {
  const cells = rfmGrid(measures).flat();

  test('holds every customer with a score once, with what they spent', () => {
    const { recency } = rfmColumns(measures);
    const spend = measures.column('netSpendFen');
    const scored = [...recency.keys()].filter((row) => recency[row]! > 0);
    expect(scored.length).toBeGreaterThan(30);
    expect(cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(scored.length);
    expect(cells.reduce((sum, { spendFen }) => sum + spendFen, 0)).toBe(
      scored.reduce((sum, row) => sum + spend[row]!, 0),
    );
  });

  test('has in each cell those of the segment that its borders make', () => {
    expect(cells.filter(({ customers }) => customers > 0).length).toBeGreaterThan(8);
    for (const recency of scores) {
      for (const frequency of scores) {
        const segment = rfmSegment(recencyBorders(recency, TODAY, benchmarks), frequencyBorders(frequency, benchmarks));
        expect(count(compileSegment(segment, vocabulary)(measures)), `R${recency} F${frequency}`).toBe(
          rfmGrid(measures)[recency - 1]![frequency - 1]!.customers,
        );
      }
    }
  });
});

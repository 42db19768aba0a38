import { expect, test } from 'vitest';
import { benchmark } from '../../../../lib/insight/benchmarks.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import { rfmColumns, rfmGrid } from '../../../../lib/insight/tiers/rfm-columns.ts';
import { rfmScore } from '../../../../lib/insight/tiers/rfm.ts';
import { TODAY, makeHistory, makeMeasures } from '../../../support/make-history.ts';

const histories = Array.from({ length: 60 }, (_, at) =>
  makeHistory(
    Array.from({ length: at % 7 }, (_unused, purchase) => at + purchase),
    { amountFen: at % 11 === 0 ? null : at * 700 },
  ),
);
const benchmarks = finish(benchmark(makeMeasures(histories)));
const measures = makeMeasures(histories, { benchmarks });

test('RFM scores of all customers are those of each', () => {
  const { recency, frequency, monetary } = rfmColumns(measures);
  for (const row of histories.keys()) {
    const score = rfmScore(measures.at(row), TODAY, benchmarks);
    expect([recency[row], frequency[row], monetary[row]]).toEqual(
      score ? [score.recency, score.frequency, score.monetary] : [0, 0, 0],
    );
  }
});

test('the grid holds every customer with a score once (SEG-23)', () => {
  const columns = rfmColumns(measures);
  const scored = columns.recency.filter((score) => score > 0).length;
  expect(scored).toBeGreaterThan(30);
  expect(
    rfmGrid(columns)
      .flat()
      .reduce((sum, count) => sum + count),
  ).toBe(scored);
});

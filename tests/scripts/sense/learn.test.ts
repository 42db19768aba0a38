import { describe, expect, test } from 'vitest';
import { learnLine, weightiest, type Line, type Rows } from '../../../scripts/sense/learn.ts';

/** Gram 0 is in what is meant, 1 in what is not, 2 in both; 3 in one text alone. */
const rows: Rows = {
  grams: [[0, 2], [0, 2, 3], [0], [1, 2], [1], [1, 2]].map((grams) => Uint32Array.from(grams)),
  values: Float64Array.from([2, 3, 1, 2, 1, 2], (count) => 1 / Math.sqrt(count)),
  width: 4,
};
const isMeant = [true, true, true, false, false, false];
const valueOf = ({ weights, bias }: Line, row: number) =>
  [...rows.grams[row]!].reduce((sum, gram) => sum + weights[gram]!, 0) * rows.values[row]! + bias;

describe('a line', () => {
  const line = learnLine(rows, isMeant, null);

  test('has what is meant on one side and the rest on the other', () => {
    for (const [row, meant] of isMeant.entries()) expect(valueOf(line, row) > 0).toBe(meant);
    expect(line.weights[0]).toBeGreaterThan(0);
    expect(line.weights[1]).toBeLessThan(0);
  });

  test('is the same every time', () => expect(learnLine(rows, isMeant, null)).toEqual(line));

  test('passes over texts of which either would be right', () => {
    const doubtful = learnLine(rows, [true, true, true, false, false, null], null);
    expect(doubtful).toEqual(
      learnLine({ ...rows, grams: rows.grams.slice(0, 5) }, [true, true, true, false, false], null),
    );
  });

  test('keeps to the grams that it may have', () => {
    const kept = weightiest(line, rows, 2);
    expect([...kept]).toEqual([1, 1, 0, 0]);
    const short = learnLine(rows, isMeant, kept);
    expect([short.weights[2], short.weights[3]]).toEqual([0, 0]);
    for (const [row, meant] of isMeant.entries()) expect(valueOf(short, row) > 0).toBe(meant);
  });
});

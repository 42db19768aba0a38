import { expect, test } from 'vitest';
import { pointsWorthFen } from '../../../lib/actions/points.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';

const exchange = playbooks.find(({ id }) => id === 'points-expiry')!.exchange!;

test.each([
  [499, 0],
  [500, 1_000],
  [1_250, 2_000],
])('%i points come to %i fen: whole exchanges alone (ACT-33)', (points, worth) => {
  expect(pointsWorthFen(points, exchange)).toBe(worth);
});

import { expect, test } from 'vitest';
import { marginOutcomeOf } from '../../../../lib/actions/trials/margin-outcome.ts';
import type { Buyer, Outcome } from '../../../../lib/actions/trials/outcome.ts';

const buyers = (from: number, count: number): Buyer[] =>
  Array.from({ length: count }, (_, index) => ({ row: from + index, fromDay: 1, toDay: 30 }));
/** 100 left alone, of whom 20 came back; 100 with an offer, of whom 40 did. */
const outcome: Pick<Outcome, 'arms' | 'buyers' | 'progress'> = {
  arms: [{ customers: 100 } as Outcome['arms'][0], { customers: 100 } as Outcome['arms'][1]],
  buyers: [buyers(0, 20), buyers(1000, 40)],
  progress: 1,
};

test('an offer that brings twice as many back may leave less than none', () => {
  const { arms, difference, known } = marginOutcomeOf(outcome, ({ row }) => (row < 1000 ? 3_000 : 1_000));
  expect(arms).toEqual([
    { customers: 100, sum: 60_000, squares: 180_000_000 },
    { customers: 100, sum: 40_000, squares: 40_000_000 },
  ]);
  expect(known).toBe(1);
  expect(difference!.estimate).toBe(-200);
  expect(difference!.low).toBeLessThan(difference!.estimate);
});

test('who bought what nobody knows the cost of is left out, and too many of them leave nothing to tell', () => {
  const some = marginOutcomeOf(outcome, ({ row }) => (row === 0 ? null : 1_000));
  expect(some.arms[0]).toMatchObject({ customers: 99, sum: 19_000 });
  expect(some.known).toBeCloseTo(59 / 60);
  expect(some.difference).not.toBeNull();
  expect(marginOutcomeOf(outcome, ({ row }) => (row % 2 === 0 ? null : 1_000)).difference).toBeNull();
});

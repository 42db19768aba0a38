/** What is still missing is said only where enough was seen to count it; what was reached stands whatever was not seen. */
import { describe, expect, test } from 'vitest';
import { progressOf } from '../../../lib/actions/progress.ts';
import type { Span } from '../../../lib/insight/coverage.ts';
import { ladderSteps, playbooks } from '../../../lib/rules/playbooks.ts';

/** 2026-08-01 in Shanghai. */
const AUGUST = 20_666;
const levels = [
  { name: '银卡', fromFen: 10_000 },
  { name: '金卡', fromFen: 50_000 },
];
const lowCoverage = { share: 0.3, needed: 0.4 };
const everything: Span[] = [[AUGUST - 400, AUGUST + 30]];
const unseenAugust: Span[] = [[AUGUST - 400, AUGUST + 3]];

function told({
  netSpendFen = 20_000,
  amountFen = 20_000,
  low = false,
  spans = everything,
  on = ['ladder-7', 'month-goal'],
}: Partial<{ netSpendFen: number; amountFen: number; low: boolean; spans: Span[]; on: string[] }>) {
  const { level, ladder, goals, unsaid } = progressOf(
    { purchases: [{ day: AUGUST + 15, amountFen, pieces: 1 }], netSpendFen },
    {
      playbooks: playbooks.filter(({ id }) => on.includes(id)),
      levels,
      ladderSteps,
      lowCoverage: low ? lowCoverage : null,
      spans,
    },
    AUGUST + 19,
  );
  return { level: level?.level, ladder: ladder?.missing, goals: goals.map(({ missing }) => missing), unsaid };
}

describe('how far a customer is', () => {
  test('is said where enough was seen', () => {
    expect(told({})).toEqual({ level: '银卡', ladder: 1, goals: [280_000], unsaid: null });
  });

  test('on levels and the ladder is not, where too little of the shop was seen', () => {
    expect(told({ low: true })).toEqual({ level: undefined, ladder: undefined, goals: [280_000], unsaid: lowCoverage });
  });

  test('on a goal of the month is not, where too little of this month was seen', () => {
    expect(told({ spans: unseenAugust })).toEqual({
      level: '银卡',
      ladder: 1,
      goals: [],
      unsaid: { share: 0.2, needed: 0.4 },
    });
    expect(told({ spans: [[AUGUST - 400, AUGUST + 7]] }).goals).toEqual([280_000]);
  });

  test('names what least was seen of', () => {
    expect(told({ low: true, spans: unseenAugust }).unsaid).toEqual({ share: 0.2, needed: 0.4 });
  });

  test('is said in any case once it is all the way', () => {
    expect(told({ low: true, spans: [], netSpendFen: 60_000, amountFen: 300_000, on: ['month-goal'] })).toEqual({
      level: '金卡',
      ladder: undefined,
      goals: [0],
      unsaid: null,
    });
  });
});

import { describe, expect, test } from 'vitest';
import { goalsOf } from '../../../lib/actions/goals.ts';
import { withNumbers } from '../../../lib/actions/playbook-numbers.ts';
import type { Playbook } from '../../../lib/actions/playbook.ts';
import { dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';

const day = (text: string) => dayOf(Date.parse(`${text}T12:00:00+08:00`));
const bought = (on: string, amountFen: number | null = 100_000) => ({ day: day(on), amountFen, pieces: 1 });
const playbookOf = (id: string) => playbooks.find((one) => one.id === id)!;
const [monthGoal, straight] = [playbookOf('month-goal'), playbookOf('straight-months')];

describe('3,000 yuan in a month (ACT-41)', () => {
  const of = (purchases: ReturnType<typeof bought>[], today: string, numbers = {}) =>
    goalsOf([withNumbers(monthGoal, numbers)], purchases, day(today)).map(({ done, missing }) => [done, missing]);

  test('counts what was bought from the first of the month on', () => {
    const purchases = [bought('2026-07-31'), bought('2026-08-01'), bought('2026-08-20')];
    expect(of(purchases, '2026-08-31')).toEqual([[200_000, 100_000]]);
    expect(of(purchases, '2026-09-01')).toEqual([[0, 300_000]]);
  });

  test('is reached at the amount itself, or at what the shop set', () => {
    const purchases = [bought('2026-08-01', 300_000)];
    expect(of(purchases, '2026-08-02')).toEqual([[300_000, 0]]);
    expect(of(purchases, '2026-08-02', { 'goal.fen': 500_000 })).toEqual([[300_000, 200_000]]);
  });

  test('says nothing where an amount of the month is not known', () => {
    expect(of([bought('2026-08-01', null)], '2026-08-02')).toEqual([]);
    expect(of([bought('2026-07-01', null)], '2026-08-02')).toEqual([[0, 300_000]]);
  });
});

describe('twelve months on end (ACT-41)', () => {
  const of = (days: string[], today: string) =>
    goalsOf(
      [straight],
      days.map((on) => bought(on)),
      day(today),
    ).map(({ done, missing }) => [done, missing]);

  test('counts back over the turn of the year, and waits for the month that has only begun', () => {
    const days = ['2025-09-30', '2025-11-01', '2025-12-31', '2026-01-01', '2026-01-15'];
    expect(of(days, '2026-01-31')).toEqual([[3, 9]]);
    expect(of(days, '2026-02-28')).toEqual([[3, 9]]);
    expect(of(days, '2026-03-01')).toEqual([]);
  });

  test('is reached with the twelfth', () => {
    const days = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-10`);
    expect(of(days, '2026-12-10')).toEqual([[12, 0]]);
    expect(of(days.slice(0, 11), '2026-12-01')).toEqual([[11, 1]]);
  });
});

describe('a goal rests on', () => {
  const restsOn = (playbook: Playbook, days: string[], today: string) =>
    goalsOf(
      [playbook],
      days.map((on) => bought(on)),
      day(today),
    )[0]!.restsOn.map((span) => span.map(formatDay));

  test('the days of this month so far', () => {
    expect(restsOn(monthGoal, [], '2026-08-20')).toEqual([['2026-08-01', '2026-08-20']]);
  });

  test('the month that broke the row, and this one while it has no purchase', () => {
    expect(restsOn(straight, ['2026-06-30', '2026-08-01'], '2026-08-20')).toEqual([['2026-07-01', '2026-07-31']]);
    expect(restsOn(straight, ['2026-07-01'], '2026-08-20')).toEqual([
      ['2026-06-01', '2026-06-30'],
      ['2026-08-01', '2026-08-20'],
    ]);
  });
});

test('a playbook without a goal has none', () => {
  expect(goalsOf([playbookOf('silent-wake')], [bought('2026-08-01')], day('2026-08-02'))).toEqual([]);
});

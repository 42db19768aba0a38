import { describe, expect, test } from 'vitest';
import { ladderOf, levelOf } from '../../../lib/actions/ladder.ts';
import { registerOf, rightsIn } from '../../../lib/actions/rights.ts';
import type { LogEvent } from '../../../lib/model/event.ts';
import type { Right } from '../../../lib/model/rights-event.ts';
import { ladderSteps, playbooks } from '../../../lib/rules/playbooks.ts';
import fc from '../../support/fast-check.ts';

const stamp = (at: number) => ({ id: String(at), device: 'd', at: at + 1, logicalTime: String(at).padStart(4, '0') });
const noted = (at: number, rightId: string, right: Right): LogEvent => {
  return { ...stamp(at), kind: 'rightNoted', rightId, shopId: 'one', right };
};
const settled = (at: number, rightId: string): LogEvent => ({ ...stamp(at), kind: 'rightSettled', rightId });
const referral = (dueDay: number): Right => ({ what: 'referral', customerId: 'c', rewardFen: 5_000, dueDay });
const seat: Right = { what: 'trialSeat', customerId: 'c', trial: '冬款' };
const promise = (yearlyFen: number): Right => ({ what: 'longPromise', customerId: null, name: '终身 9 折', yearlyFen });

describe('the register', () => {
  test('has what is owed first, seats by trial, and what promises cost in a year', () => {
    const log = [
      noted(1, 'a', referral(30)),
      noted(2, 'b', referral(20)),
      noted(3, 'c', seat),
      noted(4, 'd', seat),
      noted(5, 'e', promise(10_000)),
      noted(6, 'f', promise(5_000)),
      settled(7, 'd'),
      settled(8, 'e'),
    ];
    const { referrals, trials, promises, yearlyFen } = registerOf(rightsIn(log), 20);
    expect(referrals.map(({ rightId }) => rightId)).toEqual(['b', 'a']);
    expect(trials).toEqual([{ trial: '冬款', taken: 1, seats: 20 }]);
    expect(promises.map(({ rightId }) => rightId)).toEqual(['f']);
    expect(yearlyFen).toBe(5_000);
  });

  test('says the same of a log that came in another order, or twice', () => {
    const anyEvent = fc.oneof(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(referral(3), seat, promise(7))),
      fc.constantFrom('a', 'b', 'c'),
    );
    const anyLog = fc.array(anyEvent, { maxLength: 8 }).chain((steps) => {
      // An id is made once, by whoever notes the right.
      const first = new Map<string, Right>();
      const log = steps.map((step, at) => {
        if (typeof step === 'string') return settled(at, step);
        const right = first.get(step[0]) ?? step[1];
        first.set(step[0], right);
        return noted(at, step[0], right);
      });
      return fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length }));
    });
    const told = (log: LogEvent[]) =>
      rightsIn(log)
        .map(({ rightId, right, isSettled }) => JSON.stringify([rightId, right, isSettled]))
        .toSorted();
    fc.assert(
      fc.property(anyLog, ([log, shuffled]) => {
        expect(told([...shuffled, ...shuffled])).toEqual(told(log));
      }),
    );
  });
});

describe('the ladder', () => {
  const state = (days: number[], today: number) => {
    const on = ladderOf(days, today, ladderSteps);
    return on && [on.step.days, on.repeats, on.missing, on.daysLeft];
  };

  test.each([
    [[100], 100, [7, 0, 1, 8]],
    [[100], 107, [7, 0, 1, 1]],
    [[100], 108, [30, 0, 3, 23]],
    [[100, 103], 103, [30, 1, 2, 28]],
    [[100, 103, 110, 120], 121, [90, 3, 2, 70]],
    [[100, 103, 110, 120, 150, 180], 181, [90, 5, 0, 10]],
  ])('after purchases on days %j it stands on day %i at %j', (days, today, expected) => {
    expect(state(days, today)).toEqual(expected);
  });

  test('is not there before the first purchase, nor once its time ran out', () => {
    expect(state([], 100)).toBeNull();
    expect(state([100], 191)).toBeNull();
    expect(state([100, 103], 200)).toEqual([7, 1, 0, -92]);
  });

  test('has a playbook for each of its steps', () => {
    for (const { playbookId } of ladderSteps) expect(playbooks.map(({ id }) => id)).toContain(playbookId);
  });
});

test('the level is the last one reached, and the next one says how far it is', () => {
  const levels = [
    { name: '银卡', fromFen: 10_000 },
    { name: '金卡', fromFen: 50_000 },
  ];
  expect(levelOf(9_000, levels)).toEqual({ level: null, next: { level: '银卡', missingFen: 1_000 } });
  expect(levelOf(10_000, levels)).toEqual({ level: '银卡', next: { level: '金卡', missingFen: 40_000 } });
  expect(levelOf(60_000, levels)).toEqual({ level: '金卡', next: null });
  expect([levelOf(null, levels), levelOf(1, [])]).toEqual([null, null]);
});

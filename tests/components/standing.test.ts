import { beforeEach, describe, expect, test } from 'vitest';
import { standingText } from '../../components/words/standing.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { playbooks } from '../../lib/rules/playbooks.ts';
import { speakChinese } from './support/messages.ts';

beforeEach(speakChinese);

const playbookOf = (id: string) => playbooks.find((one) => one.id === id)!;
const day = dayOf(Date.parse('2026-12-12T10:00:00+08:00'));
const nothing = { dates: {}, pointsWorthFen: null, goals: [] };

describe('beside the suggestion stands', () => {
  test.each([
    [1_200, 2_000, '1200 积分 2026-12-12 到期，可抵 ¥20.00'],
    [300, 0, '300 积分 2026-12-12 到期，还不够兑换一次'],
    [null, null, '积分 2026-12-12 到期'],
  ])('of %s points, worth %s fen: %s', (points, pointsWorthFen, text) => {
    const known = {
      ...nothing,
      dates: { pointsExpiry: { what: 'pointsExpiry' as const, day, points } },
      pointsWorthFen,
    };
    expect(standingText(known, playbookOf('points-expiry'))).toBe(text);
    expect(standingText(known, playbookOf('silent-wake'))).toBeNull();
  });

  test('what is still missing to the goal that it speaks of, and to no other', () => {
    const { id, goal } = playbookOf('month-goal');
    const known = {
      ...nothing,
      goals: [{ playbookId: id, goal: goal!, done: 180_000, missing: 120_000, restsOn: [] }],
    };
    expect(standingText(known, playbookOf(id))).toMatch(/¥1,200\.00/);
    expect(standingText(known, playbookOf('straight-months'))).toBeNull();
  });
});

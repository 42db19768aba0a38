import { describe, expect, test } from 'vitest';
import { heldBackBy, isAwake } from '../../../lib/actions/guards.ts';
import { contactLimits, playbooks } from '../../../lib/rules/playbooks.ts';
import { makeMetrics } from '../../support/make-history.ts';

const byDay = Date.parse('2026-08-06T10:00:00+08:00');
const coupon = playbooks.find(({ id }) => id === 'silent-wake')!;
const advice = playbooks.find(({ id }) => id === 'resolve-first')!;
/** Going to somebody, with no offer. */
const care = playbooks.find(({ id }) => id === 'cycle-due')!;
const usual = { metrics: makeMetrics({ openAfterSales: 0 }), contacts: [], putOffs: [], limits: contactLimits };

describe('in the quiet hours', () => {
  const atNight = Date.parse('2026-08-06T22:00:00+08:00');
  const heldAtNight = (playbook: typeof coupon, isUp = false) =>
    heldBackBy({ ...usual, playbook, now: atNight, isAwake: isUp });
  const onlyOnCard = playbooks.find(({ due }) => due === null)!;

  test('nobody is approached, with a coupon or without, and who complained is answered', () => {
    const waits = { guard: 'quietHours', fromHour: 21, toHour: 9 };
    expect([coupon, care, advice, onlyOnCard].map((playbook) => heldAtNight(playbook))).toEqual([
      waits,
      waits,
      null,
      null,
    ]);
    expect(heldBackBy({ ...usual, playbook: coupon, now: byDay })).toBeNull();
  });

  test('who wrote within the hour is awake, and what was written without a time may be new', () => {
    const wrote = (minutesAgo: number | null, from: 'buyer' | 'seller' = 'buyer') => ({
      from,
      text: '在吗',
      ...(minutesAgo === null ? {} : { at: atNight - minutesAgo * 60_000 }),
    });
    expect(isAwake([wrote(59), wrote(5, 'seller')], atNight)).toBe(true);
    expect(isAwake([wrote(null)], atNight)).toBe(true);
    expect(isAwake([wrote(60), wrote(5, 'seller')], atNight)).toBe(false);
    expect(isAwake([], atNight)).toBe(false);
    expect(heldAtNight(coupon, true)).toBeNull();
  });
});

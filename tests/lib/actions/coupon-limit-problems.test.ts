import { describe, expect, test } from 'vitest';
import { couponLimitProblems, offerProblems } from '../../../lib/actions/coupon-limit-problems.ts';
import { withOwnCouponLimits } from '../../../lib/actions/own-coupon-limits.ts';
import type { Numbers } from '../../../lib/actions/playbook-numbers.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { couponLimitFacts } from '../../../lib/rules/coupon-limit-facts.ts';
import { numberedPlaybooks } from '../../../lib/rules/numbered-playbooks.ts';
import { couponLimits } from '../../../lib/rules/offers.ts';

describe('what a shop sets of a limit', () => {
  test.each(couponLimitFacts.map((facts) => [facts.platform, facts.limit, facts.range] as const))(
    'on %s of %s is as little and as much as can be, and nothing beside that',
    (platform, name, range) => {
      const { min, max, step } = range;
      const problems = (value: number) => couponLimitProblems({ [name]: value }, platform, couponLimitFacts);
      for (const value of [min, max]) expect(problems(value)).toEqual([]);
      for (const value of [min - step, max + step, min + step / 2, Number.NaN, Infinity])
        expect(problems(value)).toEqual([{ kind: 'outOfRange', key: name, range }]);
    },
  );

  test('is of its own platform, and of what that limits', () => {
    const problems = (own: Numbers, platform: Platform | null) => couponLimitProblems(own, platform, couponLimitFacts);
    expect(problems({ faceStepFen: 100 }, 'jd')).toEqual([{ kind: 'unknown', key: 'faceStepFen' }]);
    expect(problems({ mostFaceFen: 100 }, null)).toEqual([{ kind: 'unknown', key: 'mostFaceFen' }]);
    expect(problems({}, 'jd')).toEqual([]);
  });
});

describe('a playbook’s offer', () => {
  const playbook = numberedPlaybooks.find(({ id }) => id === 'first-repeat')!;
  const problems = (numbers: Numbers, platform: Platform | null, own: Numbers = {}) =>
    offerProblems(playbook, numbers, platform, withOwnCouponLimits(couponLimits, own, platform));

  test('that the platform’s coupon tool takes for certain not is refused with the limit', () => {
    const odd = { 'offer.faceValueFen': 1_550 };
    expect(problems(odd, 'taobao')).toMatchObject([{ kind: 'platform', limit: { zh: '面额和门槛要是 1 元的倍数' } }]);
    expect(problems(odd, 'jd')).toEqual([]);
    expect(problems(odd, null)).toEqual([]);
  });

  test('that the limits which the shop set do not take is, too; its other numbers may change beside an offer that ships', () => {
    const own = { mostFaceFen: 500 };
    expect(problems({ 'offer.faceValueFen': 501 }, 'jd', own)).toMatchObject([
      { kind: 'platform', keys: expect.arrayContaining(['offer.faceValueFen']), limit: { zh: '面额最多 5 元' } },
    ]);
    expect(problems({ 'offer.faceValueFen': 500 }, 'jd', own)).toEqual([]);
    expect(problems({}, 'jd', own)).toEqual([]);
    expect(problems({ withinDays: 3 }, 'jd', own)).toEqual([]);
  });
});

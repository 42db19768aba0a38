import { describe, expect, test } from 'vitest';
import { platformSchema } from '../../../lib/model/platform.ts';
import { clockRules } from '../../../lib/rules/clocks.ts';
import { clockBound, isAllowed, withOwnMinutes } from '../../../lib/service/own-clocks.ts';

describe.each(clockRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(platformSchema.options.filter((each) => rule.platform === null || rule.platform === each))(
    'on %s may be as slow as what is measured or the law allows, as it ships no slower, and no slower',
    (platform) => {
      const { minutes, why } = clockBound(rule, platform);
      expect(rule.minutes).toBeLessThanOrEqual(minutes);
      expect(isAllowed(minutes, rule, platform)).toBe(true);
      expect(isAllowed(minutes + 1, rule, platform)).toBe(false);
      expect(isAllowed(0, rule, platform)).toBe(false);
      expect(isAllowed(1.5, rule, platform)).toBe(false);
      expect(why.zh.length).toBeGreaterThan(4);
    },
  );
});

test('of several bounds the strictest of the platform holds', () => {
  const close = clockRules.find(({ id }) => id === 'complaintClose')!;
  expect(clockBound(close, 'jd').minutes).toBe(1_440);
  expect(clockBound(close, 'taobao').minutes).toBe(10_080);
});

test('the shop’s own minutes lie over the shipped ones; too many of them are passed over', () => {
  const own = withOwnMinutes(clockRules, { complaintReply: 30, urgentReply: 600 }, 'jd');
  const minutesOf = (id: string) => own.find((rule) => rule.id === id)!.minutes;
  expect([minutesOf('complaintReply'), minutesOf('urgentReply')]).toEqual([30, 10]);
});

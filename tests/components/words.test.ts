import { beforeEach, describe, expect, test } from 'vitest';
import { evidenceText } from '../../components/words/evidence.ts';
import { heldBackText, offerText } from '../../components/words/offers.ts';
import { rejectText } from '../../components/words/rejects.ts';
import { agoText } from '../../components/words/times.ts';
import { speakChinese } from './support/messages.ts';

beforeEach(speakChinese);

describe('evidence is a sentence that can be checked', () => {
  test.each([
    [{ metric: 'purchases365d', is: '>=', value: 4, actual: 6 }, '近365天购买 6 次（≥ 4）'],
    [{ metric: 'purchaseCount', is: '=', value: 1, actual: 1 }, '共购买 1 次'],
    [{ metric: 'netSpendFen', is: '>', value: 100_000, actual: 128_000 }, '净消费 ¥1,280.00（＞ ¥1,000.00）'],
    [{ metric: 'averageRatio', is: '>=', value: 1.3, actual: 1.6180339 }, '客单价是本店中位的 ×1.6（≥ ×1.3）'],
  ] as const)('%j', (evidence, text) => {
    expect(evidenceText(evidence)).toBe(text);
  });

  test('rounding never makes a clause look as if it failed', () => {
    expect(evidenceText({ metric: 'recencyCycles', is: '>', value: 2, actual: 2.04 })).toContain('×2.04');
  });
});

describe('other words', () => {
  test('coupons as the platforms write them', () => {
    expect(offerText({ kind: 'coupon', thresholdFen: 8_000, faceValueFen: 1_950, validDays: 3 })).toBe(
      '满80减19.5，3天有效',
    );
    expect(offerText({ kind: 'coupon', thresholdFen: 0, faceValueFen: 5_000, validDays: null })).toBe('无门槛减50');
    expect(offerText({ kind: 'rate', rate: 0.85 })).toBe('专属8.5折');
  });

  test('each guard has its sentence', () => {
    const held = { guard: 'contactedRecently', limit: 'offersPer30Days', allowed: 2, actual: 2 } as const;
    expect(heldBackText(held)).toBe('近30天已给过 2 次优惠，上限 2 次');
    expect(heldBackText({ ...held, limit: 'minGapHours', actual: 0, allowed: 24 })).toBe(
      '刚刚联系过，至少间隔 24 小时',
    );
  });

  test('a reject that no table knows is shown as it came', () => {
    expect(rejectText({ what: 'amount (several differ)', row: 3 })).toBe('第 3 行：金额（几处不一致）');
    expect(rejectText({ what: 'expected a time such as 2026-08-06 01:22:42, found "x"', row: 7 })).toBe(
      '第 7 行：下单时间（写法不认识）',
    );
    expect(rejectText({ what: 'order …8831 belongs to another shop' })).toBe('订单 …8831 属于另一家店铺');
    expect(rejectText({ what: 'something new' })).toBe('something new');
  });

  test('times ago turn over at midnight in Shanghai', () => {
    const at = Date.parse('2026-08-06T23:50:00+08:00');
    const after = (minutes: number) => agoText(at, at + minutes * 60_000);
    expect([after(0), after(9), after(90), after(60 * 24 * 3)]).toEqual(['刚刚', '9分钟前', '昨天', '3天前']);
  });
});

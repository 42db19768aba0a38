import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sumText } from '../../components/words/amounts.ts';
import { evidenceTexts, factsText } from '../../components/words/evidence.ts';
import { heldBackText, offerText, termsText } from '../../components/words/offers.ts';
import { reasonText } from '../../components/words/health.ts';
import { rejectText } from '../../components/words/rejects.ts';
import { agoText, dueText, shortDayText, supplyText, zoneText } from '../../components/words/times.ts';
import { metricNames } from '../../lib/insight/metrics.ts';
import { playbooks } from '../../lib/rules/playbooks.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { makeCoupon } from '../support/make-coupon.ts';
import { speakChinese } from './support/messages.ts';

const belowZero = playbooks.flatMap(({ all, due }) => [...all, ...(due?.all ?? [])]).filter(({ value }) => value < 0);

beforeEach(speakChinese);

describe('evidence is a sentence that can be checked', () => {
  test.each([
    [{ metric: 'purchases365d', is: '>=', value: 4, actual: 6 }, '近365天购买 6 次（≥ 4）'],
    [{ metric: 'purchaseCount', is: '=', value: 1, actual: 1 }, '共购买 1 次'],
    [{ metric: 'netSpendFen', is: '>', value: 100_000, actual: 128_000 }, '净消费 ¥1,280.00（＞ ¥1,000.00）'],
    [{ metric: 'averageRatio', is: '>=', value: 1.3, actual: 1.6180339 }, '客单价是本店中位的 ×1.6（≥ ×1.3）'],
    [{ metric: 'recencyDays', is: '<=', value: 90, actual: 12 }, '距上次购买 12 天（≤ 90）'],
    [{ metric: 'frequentMonths', is: '>=', value: 2, actual: 3 }, '近3个月里买 2 次以上的有 3 个月（≥ 2）'],
    [{ metric: 'lastPieces', is: '>', value: 5, actual: 6 }, '最近一次买了 6 件（＞ 5）'],
    [{ metric: 'dueInDays', is: '<=', value: 0, actual: -2.5 }, '该联系的日子已过 2.5 天'],
    [{ metric: 'dueInDays', is: '>=', value: -7, actual: -4 }, '该联系的日子已过 4 天（≤ 7）'],
    [{ metric: 'dueInDays', is: '>=', value: -7, actual: 0 }, '离该联系还有 0 天'],
    [{ metric: 'supplyLeftDays', is: '<=', value: 5, actual: 3 }, '上次买的大约还能用 3 天（≤ 5）'],
    [{ metric: 'supplyLeftDays', is: '>=', value: -5, actual: -2 }, '上次买的大约已用完 2 天（≤ 5）'],
    [{ metric: 'returnPercent', is: '<', value: 30, actual: 12.34 }, '预计再买的可能 12.3%（＜ 30%）'],
    [{ metric: 'health', is: '<', value: 60, actual: 41.7 }, '健康分 41.7 分（＜ 60）'],
    [{ metric: 'doNotDisturb', is: '<', value: 1, actual: 0 }, '勿扰：否'],
    [{ metric: 'doNotDisturb', is: '>=', value: 1, actual: 1 }, '勿扰：是'],
  ] as const)('%j', (evidence, text) => {
    expect(evidenceTexts([evidence])).toEqual([text]);
  });

  test.each(metricNames)('%s can be told, with its number', (metric) => {
    const [text] = evidenceTexts([{ metric, is: '>=', value: 1, actual: 7 }]);
    expect(text).not.toContain('evidence_');
    expect(text).toMatch(metric === 'doNotDisturb' ? /是$/ : /(7|0\.07).*（≥ .+）$/);
  });

  test.each(belowZero)('of a playbook, %j is told without a minus', (clause) => {
    expect(evidenceTexts([{ ...clause, actual: clause.value }])[0]).toMatch(/^[^-−]+（[≤≥] \d+）$/);
  });

  test('what several clauses say of one number is one sentence', () => {
    const recency = { metric: 'recencyDays', actual: 45 } as const;
    expect(
      evidenceTexts([
        { ...recency, is: '>=', value: 30 },
        { metric: 'purchaseCount', is: '>=', value: 2, actual: 2 },
        { ...recency, is: '<=', value: 90 },
      ]),
    ).toEqual(['距上次购买 45 天（≥ 30 且 ≤ 90）', '共购买 2 次（≥ 2）']);
  });

  test('in a row of a list the facts stand alone, each once', () => {
    const recency = { metric: 'recencyDays', actual: 45 } as const;
    expect(
      factsText([
        { metric: 'purchaseCount', is: '>=', value: 2, actual: 2 },
        { ...recency, is: '>=', value: 30 },
        { ...recency, is: '<=', value: 90 },
        { metric: 'doNotDisturb', is: '<', value: 1, actual: 0 },
      ]),
    ).toBe('共购买 2 次，距上次购买 45 天，勿扰：否');
  });

  test('rounding never makes a clause look as if it failed', () => {
    expect(evidenceTexts([{ metric: 'recencyCycles', is: '>', value: 2, actual: 2.04 }])[0]).toContain('×2.04');
  });
});

describe('reasons', () => {
  const overdue = { kind: 'overdue', recencyDays: 68, cycleDays: 32, cycles: 68 / 32, beyond: 2 } as const;

  test.each([
    [overdue, 'own', '已 68 天未购，是这位客户周期 32 天的 2.1 倍'],
    [overdue, 'group', '已 68 天未购，是同类客户周期 32 天的 2.1 倍'],
    [overdue, 'preset', '已 68 天未购，是类目参考周期 32 天的 2.1 倍'],
    [{ ...overdue, recencyDays: 65, cycles: 65 / 32 }, 'own', '已 65 天未购，是这位客户周期 32 天的 2.03 倍'],
    [{ kind: 'fewerPurchases', purchases90d: 1, purchasesBefore90d: 4 }, 'own', '近 90 天购买 1 次，前 90 天 4 次'],
    [
      { kind: 'smallerPurchases', average90dFen: 6_000, averageBefore90dFen: 10_000, percentLess: 40 },
      'own',
      '近 90 天客单价 ¥60.00，此前 ¥100.00，低了 40.0%',
    ],
    [{ kind: 'recentRefund', refundRecencyDays: 0 }, 'own', '90 天内有退款（今天的订单）：先关怀，不是流失信号'],
    [
      { kind: 'secondPurchaseDue', recencyDays: 50, cycleDays: 40, cycles: 1.25 },
      'group',
      '只买过 1 次，已过 50 天；同类客户多在 40 天左右买第二次',
    ],
    [
      { kind: 'secondPurchaseDue', recencyDays: 50, cycleDays: 40, cycles: 1.25 },
      'preset',
      '只买过 1 次，已过 50 天；类目参考周期 40 天',
    ],
  ] as const)('%j', (reason, source, text) => {
    expect(reasonText(reason, source)).toBe(text);
  });

  test('care is due on a whole day', () => {
    expect([4.5, 0.5, 0, -0.5, -2.5].map(dueText)).toEqual(['还有 5 天', '还有 1 天', '今天', '今天', '已过 2 天']);
    expect([6, 0, -4].map(supplyText)).toEqual(['预计还能用 6 天', '预计今天用完', '预计已用完 4 天']);
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
    expect(rejectText({ what: 'counter 发货超时', row: 1 })).toBe('第 1 行：待办数“发货超时”');
    expect(rejectText({ what: 'something new' })).toBe('something new');
  });

  test('times ago turn over at midnight in Shanghai', () => {
    const at = Date.parse('2026-08-06T23:50:00+08:00');
    const after = (minutes: number) => agoText(at, at + minutes * 60_000);
    expect([after(0), after(9), after(90), after(60 * 24 * 3)]).toEqual(['刚刚', '9分钟前', '昨天', '3天前']);
  });
});

describe('what holds an offer back says its numbers', () => {
  test.each<[Parameters<typeof heldBackText>[0], RegExp]>([
    [{ guard: 'holdOut', startDay: 20_671, share: 0.1 }, /对照组（2026-08-06 起，10.0% 的人）/],
    [
      { guard: 'marginFloor', beforeFen: 1_900, afterFen: -100, floorShare: 0, coverage: 0.8 },
      /毛利 ¥19.00，给了之后 -¥1.00，低于底线 0.0%（按成本已知的 80.0% 估算）/,
    ],
    [
      { guard: 'unfairToOld', savedFen: 1_000, newSavedFen: 2_000, basketFen: 10_000 },
      /同样 ¥100.00 的一单，新客能省 ¥20.00，这里只省 ¥10.00/,
    ],
    [{ guard: 'platformLimit', limit: { zh: '面额最多 5 元', en: 'at most ¥5' } }, /：面额最多 5 元$/],
  ])('%j', (because, text) => {
    expect(heldBackText(because)).toMatch(text);
  });
});

describe('the terms of an offer are threshold, validity and what it is for', () => {
  const offer = { kind: 'coupon', thresholdFen: 8_000, faceValueFen: 1_500, validDays: 3 } as const;
  const known = makeCoupon({ scope: 'store' });

  test.each([
    [offer, null, '单笔满 80 元可用，领取后 3 天内有效，适用范围（以建券为准）'],
    [
      { ...offer, thresholdFen: 0, validDays: null },
      null,
      '无门槛，有效期（还没定，建券时定好再写），适用范围（以建券为准）',
    ],
    [{ ...offer, validDays: null }, known, '单笔满 80 元可用，有效期至 8-31，全店可用'],
    [{ kind: 'rate', rate: 0.9 } as const, null, '无门槛，有效期（还没定，建券时定好再写），适用范围（以建券为准）'],
  ])('%j', (terms, existing, text) => {
    expect(termsText(terms, existing)).toBe(text);
  });
});

test('a short day has no zeros in front', () => {
  const days = ['2027-01-01', '2026-12-07', '2026-08-31', '2026-10-10'];
  expect(days.map((day) => shortDayText(Date.parse(`${day}T12:00:00+08:00`)))).toEqual([
    '1-1',
    '12-7',
    '8-31',
    '10-10',
  ]);
});

describe('a sum over many', () => {
  const sums = [9_999_999, 1_284_000_00, 32_000_000_000, -250_000_00, null];

  test('is told in 万 and 亿 where it is large', () => {
    expect(sums.map(sumText)).toEqual(['¥99,999.99', '¥128.4万', '¥3.2亿', '-¥25.0万', '未知']);
  });

  test('is told in k and M to whom English is shown', () => {
    const getMessage = (name: string, [value = '']: readonly string[] = []) =>
      (en as Readonly<Record<string, { message: string }>>)[name]!.message.replace('$1', value);
    Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en-US' });
    expect(sums.map(sumText)).toEqual(['¥99,999.99', '¥1.3M', '¥320.0M', '-¥250.0k', en.notKnown.message]);
  });
});

describe('whose clock the times are of', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    [-480, null],
    [0, '时间按北京时间（UTC+8）'],
    [300, '时间按北京时间（UTC+8）'],
  ])('is said where the machine is %i minutes behind UTC', (minutes, said) => {
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(minutes);
    expect(zoneText(Date.now())).toBe(said);
  });
});

import { describe, expect, test } from 'vitest';
import { parseSegment } from '../../../../lib/insight/segments/parse.ts';
import { explainOnPlatform } from '../../../../lib/insight/segments/platform-filter.ts';
import type { Platform } from '../../../../lib/model/platform.ts';
import { platformFilters } from '../../../../lib/rules/segments.ts';
import { lexicon, vocabulary } from './vocabulary.ts';

function explain(line: string, platform: Platform, telling?: Parameters<typeof explainOnPlatform>[4]) {
  const result = parseSegment(line, lexicon);
  if (!result.ok) throw new Error(`${line}: ${JSON.stringify(result.error)}`);
  return explainOnPlatform(result.value, platform, vocabulary, platformFilters, telling);
}

/** Each line as "filter value" or the reason against it. */
const told = (line: string, platform: Platform) =>
  explain(line, platform).lines.map((one) =>
    one.canEnter ? `${one.filter.zh} ${one.valueText}` : `${one.part}: ${one.reason}`,
  );

describe('in the filters of the platform', () => {
  test.each<[string, Platform, string[]]>([
    ['老客 且 客单>100', 'jd', ['消费频次 >= 2次', '客单价 > 100元']],
    ['老客 且 客单>100', 'taobao', ['交易笔数 >= 2次', '平均客单价 > 100元']],
    ['上次30~60天', 'taobao', ['最近交易时间 >= 30天', '最近交易时间 <= 60天']],
    ['上次30~60天', 'jd', ['上次30~60天: noFilter', '上次30~60天: noFilter']],
    ['(客单>100 且 (次数>2 且 非勿扰))', 'jd', ['客单价 > 100元', '消费频次 > 2次', '非勿扰: noFilter']],
    ['非客单>100', 'jd', ['客单价 <= 100元']],
    ['非次数=2', 'jd', ['非次数=2次: negation']],
    ['非活跃老客', 'taobao', ['非活跃老客: negation']],
    ['老客 或 新客', 'jd', ['老客 或 新客: either']],
    ['等级=老客 且 次数>2', 'jd', ['等级=老客: ownTier', '消费频次 > 2次']],
    ['健康<60', 'taobao', ['健康<60分: noFilter']],
  ])('%s on %s', (line, platform, expected) => {
    expect(told(line, platform)).toEqual(expected);
  });

  test('a line that cannot be entered makes the whole another audience', () => {
    expect(explain('老客 且 客单>100', 'jd').isWhole).toBe(true);
    expect(explain('老客 且 客单>100 且 非勿扰', 'jd').isWhole).toBe(false);
  });

  test('a multiple of the usual average is an amount, once the usual one is known', () => {
    const { lines } = explain('高价值', 'jd', { medianAverageFen: 10_000 });
    expect(lines[1]).toMatchObject({ canEnter: true, metric: 'averageFen', value: 13_000, valueText: '>= 130元' });
    expect(explain('高价值', 'jd').lines[1]).toMatchObject({ canEnter: false, reason: 'noFilter' });
  });

  test('a part is named in the language that is shown', () => {
    const parts = explain('老客 且 上次30~60天 且 非勿扰', 'jd', { language: 'en' }).lines.map(({ part }) => part);
    expect(parts.join()).not.toMatch(/\p{Script=Han}/u);
  });

  test('each line says how sure its name is, and from where', () => {
    for (const line of explain('老客 且 上次>30 且 消费>100', 'taobao').lines)
      expect(line).toMatchObject({
        canEnter: true,
        certainty: 'unconfirmed',
        source: expect.stringMatching(/^CrmMember\./),
      });
    expect(explain('老客', 'jd').place).toMatchObject({
      certainty: 'unconfirmed',
      path: { zh: expect.stringContaining('人群') },
    });
  });
});

import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, MAX_QUERY_LENGTH, parseSegment } from '../../../../lib/insight/segments/parse.ts';
import { printSegment } from '../../../../lib/insight/segments/print.ts';
import { arbitrarySegment } from './arbitrary-segment.ts';
import { lexicon, vocabulary } from './vocabulary.ts';
import { threadMs } from '../../../support/thread-ms.ts';

const read = (line: string) => parseSegment(line, lexicon);

function canonical(line: string): string {
  const result = read(line);
  return result.ok ? printSegment(result.value, vocabulary) : JSON.stringify(result.error);
}

function errorOf(line: string) {
  const result = read(line);
  if (result.ok) throw new Error(`expected ${line} to be refused`);
  return result.error;
}

describe('a line is read as', () => {
  test.each([
    ['老客 且 上次>30天 且 客单>100 且 非勿扰', '老客 且 上次>30天 且 客单>100元 且 非勿扰'],
    ['老客，上次＞30、客单≥100元', '老客 且 上次>30天 且 客单>=100元'],
    ['老客，且上次超过30天', '老客 且 上次>30天'],
    ['regular and Last purchase > 30 days && !doNotDisturb', '老客 且 上次>30天 且 非勿扰'],
    ['新客 or 沉睡 || High value', '新客 或 沉睡 或 高价值'],
    ['沉睡客户', '沉睡'],
    ['老客且上次超过三个月且非勿扰', '老客 且 上次>90天 且 非勿扰'],
    ['不是老客或者新客', '非老客 或 新客'],
    ['活跃老客', '活跃老客'],
    ['　老客　', '老客'],
    ['标签：熟客且上次>30天', '标签:熟客 且 上次>30天'],
    ['标签=618囤货', '标签:618囤货'],
    ['tag is VIP and not tag:老客', '标签:VIP 且 非标签:老客'],
    ['(标签:不是老客)', '标签:不是老客'],
  ])('%s -> %s', (line, expected) => {
    expect(canonical(line)).toBe(expected);
  });
});

describe('a comparison may be written', () => {
  test.each([
    ['上次大于30天', '上次>30天'],
    ['上次不少于30天', '上次>=30天'],
    ['上次至少30天', '上次>=30天'],
    ['上次30天以上', '上次>=30天'],
    ['上次超过30天以上', '上次>30天'],
    ['消费满500', '消费>=500元'],
    ['上次不超过30天', '上次<=30天'],
    ['上次30天以内', '上次<=30天'],
    ['上次不到30天', '上次<30天'],
    ['次数等于2次', '次数=2次'],
    ['次数 == 2', '次数=2次'],
    ['次数!=2', '非次数=2次'],
    ['次数不等于2次', '非次数=2次'],
    ['上次30~60天', '上次30~60天'],
    ['上次 30-60 天', '上次30~60天'],
    ['上次＝30～60天', '上次30~60天'],
    ['上次在30到60天之间', '上次30~60天'],
    ['到期-3~5天', '到期-3~5天'],
    ['到期<-3天', '到期<-3天'],
  ])('%s -> %s', (line, expected) => {
    expect(canonical(line)).toBe(expected);
  });
});

describe('a value is turned into the unit of its metric', () => {
  test.each([
    ['上次>2周', '上次>14天'],
    ['上次>三个月', '上次>90天'],
    ['上次>1年', '上次>365天'],
    ['上次>半年', '上次>180天'],
    ['上次1~3个月', '上次30~90天'],
    ['上次15天~2个月', '上次15~60天'],
    ['高频月数>=2个月', '高频月数>=2个月'],
    ['次数>=两次', '次数>=2次'],
    ['消费>1.5万', '消费>15000元'],
    ['消费>1,234.56块', '消费>1234.56元'],
    ['消费>两千五', '消费>2500元'],
    ['消费>三百零五元', '消费>305元'],
    ['消费>三十万元', '消费>300000元'],
    ['次数>十五', '次数>15次'],
    ['回购率>30%', '回购率>30%'],
    ['客单倍数>130%', '客单倍数>1.3倍'],
    ['最近件数>５件', '最近件数>5件'],
    ['健康<60分', '健康<60分'],
  ])('%s -> %s', (line, expected) => {
    expect(canonical(line)).toBe(expected);
  });

  test('yuan become fen', () => {
    expect(read('客单>99.99')).toEqual({
      ok: true,
      value: { kind: 'clause', clause: { metric: 'averageFen', is: '>', value: 9_999 } },
    });
  });
});

describe('非 binds closer than 且, and 且 closer than 或', () => {
  test.each([
    ['非老客 且 勿扰 或 新客', '((非老客) 且 勿扰) 或 新客'],
    ['老客 或 新客 且 勿扰', '老客 或 (新客 且 勿扰)'],
    ['!！老客', '非(非老客)'],
  ])('%s is %s', (line, spelled) => {
    expect(read(line)).toEqual(read(spelled));
  });

  test('unless parentheses say otherwise', () => {
    expect(canonical('（老客 或 新客）且 非(沉睡,勿扰)')).toBe('(老客 或 新客) 且 非(沉睡 且 勿扰)');
  });
});

describe('a word may stand for two things', () => {
  test('到期 alone is a condition, with a comparison it is a number', () => {
    expect(read('到期')).toEqual({ ok: true, value: { kind: 'condition', condition: 'due' } });
    expect(read('到期<3')).toMatchObject({ value: { clause: { metric: 'dueInDays' } } });
  });

  test('a tier is passed, 等级 asks for the own one', () => {
    expect(read('高价值')).toEqual({ ok: true, value: { kind: 'tier', tier: 'highValue' } });
    expect(read('等级=高价值')).toEqual({ ok: true, value: { kind: 'ownTier', tier: 'highValue' } });
    expect(read('等级!=high value')).toEqual({
      ok: true,
      value: { kind: 'not', of: { kind: 'ownTier', tier: 'highValue' } },
    });
  });
});

describe('an error points at the character and says what would be right', () => {
  test.each([
    ['', 'empty', '', 'condition', []],
    ['   ', 'empty', '   ', 'condition', []],
    ['老课 且 上次>30', 'unknownWord', '老课', 'condition', ['老客']],
    ['老客 且 上回>30天', 'unknownWord', '上回', 'condition', ['上次']],
    ['老客 且 recencyDay>30', 'unknownWord', 'recencyDay', 'condition', ['last']],
    ['客单价格>100', 'unknownWord', '客单价格', 'condition', ['客单', '客单倍数']],
    ['老客户们 或 新客', 'unknownWord', '老客户们', 'condition', ['老客']],
    ['近60天次数>2', 'unknownWord', '近60天次数', 'condition', ['近30天次数', '近90天次数', '前90天次数']],
    ['上次>30天。', 'unknownWord', '。', 'connective', ['']],
    ['老客 且', 'missingCondition', '', 'condition', []],
    ['且 老客', 'missingCondition', '且', 'condition', []],
    ['上次', 'missingComparison', '', 'comparison', expect.arrayContaining(['>=', '<'])],
    ['上次 30天', 'missingComparison', '30天', 'comparison', ['>=30天', '<=30天', '=30天']],
    ['上次>', 'missingValue', '', 'value', []],
    ['上次>很久', 'missingValue', '很久', 'value', []],
    ['上次>30次', 'wrongUnit', '次', 'unit', ['天']],
    ['次数>半年', 'wrongUnit', '半年', 'unit', ['次']],
    ['上次60~30天', 'reversedRange', '60~30天', 'value', ['30~60天']],
    ['客单>99999999999999999999999999', 'outOfBounds', '99999999999999999999999999', 'value', []],
    ['老客 上次>30', 'missingConnective', '上次', 'connective', ['且 上次', '或 上次']],
    ['老客>3', 'missingConnective', '>', 'connective', []],
    ['上次>30天以下', 'missingConnective', '以下', 'connective', []],
    ['等级=高价直', 'missingTier', '高价直', 'tier', ['高价值']],
    ['等级>高价值', 'missingComparison', '>', 'comparison', ['=']],
    ['老客 且 (新客', 'unclosedParenthesis', '(新客', 'closing', ['(新客)']],
    ['老客)', 'unopenedParenthesis', ')', 'connective', ['']],
    ['标签:', 'missingTag', '', 'tag', []],
    ['标签: 熟客', 'missingTag', '熟客', 'tag', []],
  ])('%j: %s at %j', (line, code, found, expected, suggestions) => {
    const error = errorOf(line);
    expect(error).toMatchObject({ code, found, expected, suggestions });
    expect(line.slice(error.start, error.end)).toBe(found);
  });

  test('and what it suggests mends the line', () => {
    for (const line of [
      '客单价格>100',
      '上次>30天。',
      '老课 且 上次>30',
      '老客 上次>30',
      '上次30天',
      '上次>30次',
      '(老客',
      '老客)',
      '上次60~30天',
      '上次1~2件',
    ]) {
      const { start, end, suggestions } = errorOf(line);
      expect(suggestions.length).toBeGreaterThan(0);
      for (const suggestion of suggestions)
        expect(read(line.slice(0, start) + suggestion + line.slice(end))).toMatchObject({ ok: true });
    }
  });
});

describe('a line is bounded', () => {
  test('in its length', () => {
    expect(errorOf('非'.repeat(MAX_QUERY_LENGTH + 1))).toMatchObject({ code: 'tooLong', start: MAX_QUERY_LENGTH });
  });

  test('in how deep it goes', () => {
    expect(read(`${'('.repeat(MAX_DEPTH)}老客${')'.repeat(MAX_DEPTH)}`)).toMatchObject({ ok: true });
    expect(errorOf(`${'('.repeat(MAX_DEPTH + 1)}老客`)).toMatchObject({ code: 'tooDeep', start: MAX_DEPTH });
    expect(errorOf('!'.repeat(400))).toMatchObject({ code: 'tooDeep', start: MAX_DEPTH, found: '!' });
  });
});

describe('whatever is typed', () => {
  const signs = '0 1 2 3 9 . , ， 、 ( ) （ ） < > = ! & | ~ - % 两 万 半 十 零 \u3000 \n \u{1F600} 的 x'.split(' ');
  const words = '上次 老客 且 或 非 天 到期 等级 以上 勿扰 个月 or and 客单 半年 __proto__ constructor'.split(' ');
  const pieces = [...signs, ...words, ' '];
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((list) => list.join('')),
  );

  test('is read or refused at a place within the line', () => {
    fc.assert(
      fc.property(typed, (line) => {
        const result = read(line);
        if (result.ok) return;
        const { code, start, end, found } = result.error;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(line.length);
        expect(start).toBeLessThanOrEqual(end);
        expect(found).toBe(code === 'tooLong' ? '' : line.slice(start, end));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(pieces)('takes no time when it is %j over and over', (piece) => {
    const line = piece.repeat(MAX_QUERY_LENGTH).slice(0, MAX_QUERY_LENGTH);
    const begin = threadMs();
    read(line);
    expect(threadMs() - begin).toBeLessThan(100);
  });
});

test.each(['zh', 'en'] as const)('what is printed in %s reads back as the same segment', (language) => {
  fc.assert(
    fc.property(arbitrarySegment, (segment) => {
      const line = printSegment(segment, vocabulary, language);
      fc.pre(line.length <= MAX_QUERY_LENGTH);
      expect(read(line)).toEqual({ ok: true, value: segment });
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  [
    '老客 且 上次>30天 且 客单>100 且 非勿扰',
    'Regular and last > 30 days and average > 100 yuan and not do not disturb',
  ],
  ['等级=高价值 或 标签:熟客', 'tier=High value or tag:熟客'],
  ['上次30~60天', 'last 30~60 days'],
])('%s is in English: %s', (line, expected) => {
  const result = read(line);
  expect(result.ok && printSegment(result.value, vocabulary, 'en')).toBe(expected);
});

test('what is read, printed and read again is the same', () => {
  const parts = fc.array(fc.constantFrom('老客', '且', '或', '非', '上次>3', '(', ')', ' ', '次数', '=', '2', '天'));
  fc.assert(
    fc.property(parts, (list) => {
      const first = read(list.join(''));
      const again = first.ok ? read(printSegment(first.value, vocabulary)) : first;
      expect(again).toEqual(first);
    }),
    { numRuns: 2_000 },
  );
});

import { describe, expect, test } from 'vitest';
import { quickSegments } from '../../../../lib/rules/segments.ts';
import { readLine } from '../../../../lib/views/segments/segment-language.ts';

describe('a line typed into one box', () => {
  test.each(quickSegments.map(({ query }) => query))('is a segment: %s', (query) => {
    expect(readLine(query)).toMatchObject({ segment: expect.any(Object), error: null });
  });

  test.each(['', '  ', '8831', 'wd_sunshine', '李小明', 'health01', 'or', '张三,李四'])(
    'is only a name: %j',
    (line) => {
      expect(readLine(line)).toEqual({ segment: null, error: null, mayBeName: line.trim() !== '', namesTag: false });
    },
  );

  test('may be both: a nick may be one of our words', () => {
    expect(readLine('标签:').namesTag).toBe(true);
    expect(readLine('沉睡')).toMatchObject({ segment: { kind: 'tier' }, mayBeName: true });
    expect(readLine('VIP小店')).toMatchObject({ segment: null, error: { code: 'unknownWord' }, mayBeName: true });
  });

  test('with a comparison or a connective is no name', () => {
    expect(readLine('客丹>100')).toMatchObject({ segment: null, error: { start: 0, end: 2 }, mayBeName: false });
    expect(readLine('老客 且 上次>')).toMatchObject({ error: { code: 'missingValue' }, mayBeName: false });
  });
});

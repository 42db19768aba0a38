import { describe, expect, test } from 'vitest';
import { channelSchema } from '../../../../lib/compliance/compliance-rule.ts';
import { gramName, gramNamed, gramOfChannel, gramsIn } from '../../../../lib/compliance/sense/grams.ts';

function namesIn(text: string, from = 0, to = text.length): string[] {
  const { all, count } = gramsIn(text, from, to);
  return Array.from(all.subarray(0, count), gramName);
}

describe('the grams of a text', () => {
  test.each([
    ['发货', ['发', '^发', '货', '发货', '货$']],
    ['发,货', ['发', '^发', '发$', '货', '^货', '货$']],
    ['返35元', ['返', '^返', '0', '返0', '元', '0元', '元$']],
    ['', []],
    [' ,。', []],
  ])('of %j are its letters and its pairs', (text, names) => expect(namesIn(text)).toEqual(names));

  test('are those of a part alone', () =>
    expect(namesIn('一二三四', 1, 3)).toEqual(['二', '^二', '三', '二三', '三$']));

  test('stand where they were found', () => {
    const text = '好,发33件';
    const { starts, ends, count } = gramsIn(text, 0, text.length);
    const places = Array.from(starts.subarray(0, count), (start, each) => text.slice(start, ends[each]));
    expect(places).toEqual(['好', '好', '好', '发', '发', '3', '发3', '件', '33件', '件']);
  });
});

test('a text of any length has all its grams', () => {
  expect(namesIn('发货'.repeat(2000))).toHaveLength(8001);
  expect(namesIn('发,'.repeat(2000))).toHaveLength(6000);
});

test('a gram is what its name says', () => {
  for (const name of ['发', '发货', '^发', '货$', ...channelSchema.options.map((channel) => `#${channel}`)])
    expect(gramName(gramNamed(name))).toBe(name);
  expect(gramNamed('#sms')).toBe(gramOfChannel('sms'));
  expect(() => gramNamed('发货了')).toThrow('expected a letter, two letters or "#" and a channel, found "发货了"');
});

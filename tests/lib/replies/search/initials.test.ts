import { describe, expect, test } from 'vitest';
import { hasInitials, mayBeInitials } from '../../../../lib/replies/search/initials.ts';
import { readingsOf } from '../../../../lib/replies/search/pinyin.ts';

describe('the initials of a name', () => {
  test.each([
    ['李小明的店', 'lx', true],
    ['李小明的店', 'lxmdd', true],
    ['李小明的店', 'lxmddd', false],
    ['李小明的店', 'xm', false],
    ['小米8', 'xm8', true],
    ['Anna安', 'annaa', true],
    ['，李', 'l', false],
  ])('%s by %s: %s', (name, initials, isSo) => {
    expect(hasInitials(name, initials)).toBe(isSo);
  });

  test('are those of the readings, for every character', () => {
    const all = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, at) => String.fromCharCode(0x4e00 + at));
    expect(all.filter((character) => !hasInitials(character, readingsOf(character)[0]![0]!))).toEqual([]);
  });
});

test.each([
  ['lx', true],
  ['l', false],
  ['8831', false],
  ['wd_', false],
  ['李', false],
])('%s may be initials: %s', (text, may) => {
  expect(mayBeInitials(text)).toBe(may);
});

import fc from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { foldText } from '../../../lib/compliance/fold.ts';

test.each([
  ['ＶＸ：Ａ１', 'vx:a1'],
  ['Ⓥ𝐕ᵛ🅥🆅🇻ᴠν', 'vvvvvvvv'],
  ['①❶➊⓵1️⃣', '11111'],
  ['⓪⓿0️⃣', '000'],
  ['➕﹢＋', '+++'],
  ['V\u200B信\uFEFF', 'v信'],
  ['微\u00AD信❤️', '微信❤'],
  ['wēi xìn', 'wei xin'],
  ['頂級', '顶级'],
  ['хχ', 'xx'],
])('folds %s to %s', (text, folded) => {
  expect(foldText(text).text).toBe(folded);
});

test.each([
  ['一三九零零零零一二三四', '13900001234'],
  ['幺叁捌〇洞 幺三八', '13800 138'],
  ['壹叁捌、零零壹叁', '138、0013'],
])('folds a long run of numerals: %s', (text, folded) => {
  expect(foldText(text).text).toBe(folded);
});

test.each(['一二月份两件一套', '三四五六七天', '第一次'])('leaves numerals in prose alone: %s', (text) => {
  expect(foldText(text).text).toBe(text);
});

test.each([
  ['一三八,一二三四五六七', '一三八,1234567'],
  ['一 三.八-〇_一~二*三', '1 3.8-0_1~2*3'],
  ['一、、三八〇一二三', '1、、380123'],
  ['一、、、三八〇一二三', '一、、、三八〇一二三'],
  ['三八〇一二三、', '三八〇一二三、'],
  ['一三八〇一二三、、四五、、', '1380123、、45、、'],
])(
  'seven numerals or more that stand together are digits, whatever small signs are between them: %s',
  (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  },
);

test('a character that grows keeps its one place, and marks belong to the character before them', () => {
  const grown = foldText('甲℡乙');
  expect(grown.text).toBe('甲tel乙');
  expect(grown.places()).toEqual({ starts: Uint32Array.of(0, 1, 1, 1, 2), ends: Uint32Array.of(1, 2, 2, 2, 3) });
  const marked = foldText('1️⃣加');
  expect(marked.text).toBe('1加');
  expect(marked.places()).toEqual({ starts: Uint32Array.of(0, 3), ends: Uint32Array.of(3, 4) });
});

test('the way back is ordered and stays inside the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: folded, places } = foldText(text);
      const { starts, ends } = places();
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      starts.forEach((start, index) => {
        expect(start).toBeGreaterThanOrEqual(index > 0 ? starts[index - 1]! : 0);
        expect(ends[index]).toBeGreaterThan(start);
        expect(ends[index]).toBeLessThanOrEqual(text.length);
      });
    }),
  );
});

test('folding plain Chinese prose changes nothing and maps every character to itself', () => {
  const text = '您好,这款还有货';
  const folded = foldText(text);
  expect(folded.text).toBe(text);
  expect(folded.places()).toEqual({
    starts: Uint32Array.from(text, (_, index) => index),
    ends: Uint32Array.from(text, (_, index) => index + 1),
  });
});

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

test('a character that grows keeps its one place, and marks belong to the character before them', () => {
  expect(foldText('甲℡乙')).toEqual({
    text: '甲tel乙',
    starts: Uint32Array.of(0, 1, 1, 1, 2),
    ends: Uint32Array.of(1, 2, 2, 2, 3),
  });
  expect(foldText('1️⃣加')).toEqual({ text: '1加', starts: Uint32Array.of(0, 3), ends: Uint32Array.of(3, 4) });
});

test('the way back is ordered and stays inside the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: folded, starts, ends } = foldText(text);
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
  expect(foldText(text)).toEqual({
    text,
    starts: Uint32Array.from(text, (_, index) => index),
    ends: Uint32Array.from(text, (_, index) => index + 1),
  });
});

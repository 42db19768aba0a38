import fc from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { fenSchema } from '../../../lib/model/fen-schema.ts';
import { formatPlainYuan, formatYuan, parseYuan } from '../../../lib/model/money.ts';

const anyFen = fc.integer({ min: 0, max: 1e12 });

test.each([
  ['¥1,234.50', 123_450],
  ['￥1,234.50', 123_450],
  ['¥ 0.01', 1],
  ['1234.5', 123_450],
  ['0', 0],
  [' ¥99 ', 9_900],
  ['1,000,000', 100_000_000],
])('%j is %i fen', (text, fen) => {
  expect(parseYuan(text)).toBe(fen);
});

test.each([
  '',
  '¥',
  '-1',
  '1.234',
  '12,34.00',
  '1,2345',
  '1.2.3',
  '¥1 ¥2',
  '1e3',
  '免费',
  '１２',
  'NaN',
  '¥1,234.50元',
])('%j is not one amount and throws', (text) => {
  expect(() => parseYuan(text)).toThrow(RangeError);
});

test.each(['10000000000.01', '¥99,999,999,999,999', '9'.repeat(400)])(
  '%s is more than any order and throws the same error',
  (text) => {
    expect(() => parseYuan(text)).toThrow(RangeError);
  },
);

test.each(['9'.repeat(400), 'x'.repeat(400)])('the error about %s is short enough to be a reject', (text) => {
  expect(() => parseYuan(text)).toThrow(/^.{1,120}$/);
});

test('what is written is read back, to the fen', () => {
  fc.assert(
    fc.property(anyFen, (fen) => {
      expect(parseYuan(formatYuan(fen))).toBe(fen);
      expect(parseYuan(formatPlainYuan(fen))).toBe(fen);
    }),
  );
});

test('a text is an amount in whole fen, or one kind of error', () => {
  const outcome = (text: string) => {
    try {
      return fenSchema.safeParse(parseYuan(text)).success;
    } catch (error) {
      return error instanceof RangeError;
    }
  };
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,¥￥ -e')) }), (text) => {
      expect(outcome(text)).toBe(true);
    }),
  );
});

test.each([
  [2_000, '20'],
  [1_950, '19.5'],
  [1_999, '19.99'],
  [29, '0.29'],
])('a coupon writes %i fen as %s', (fen, text) => {
  expect(formatPlainYuan(fen)).toBe(text);
});

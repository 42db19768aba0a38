import { expect, test } from 'vitest';
import { isLatin, isLatinOrDigit, letterOf, nameLetter, UNNAMED, unitOf } from '../../../lib/compliance/letters.ts';

const unit = (letter: string) => letter.charCodeAt(0);

test('a letter has one number, and no other letter has it', () => {
  const units = Array.from('0az的店意龘龘', unit);
  const numbers = units.map(nameLetter);
  expect(new Set(numbers).size).toBe(7);
  expect(units.map(letterOf)).toEqual(numbers);
  expect(numbers.map(unitOf)).toEqual(units);
});

test('letters that nobody has named have none, and asking gives them none', () => {
  expect([letterOf(unit('齾')), letterOf(unit('齾')), nameLetter(0)]).toEqual([UNNAMED, UNNAMED, UNNAMED]);
});

test('Latin letters and digits are told by their numbers', () => {
  const told = (isOne: (letter: number) => boolean) =>
    Array.from({ length: 0x1_0000 }, (_, each) => each)
      .filter((each) => isOne(letterOf(each)))
      .map((each) => String.fromCharCode(each))
      .join('');
  expect(told(isLatin)).toBe('abcdefghijklmnopqrstuvwxyz');
  expect(told(isLatinOrDigit)).toBe('0123456789abcdefghijklmnopqrstuvwxyz');
});

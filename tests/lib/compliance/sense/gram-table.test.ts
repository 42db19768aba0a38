import { expect, test } from 'vitest';
import { GramTable } from '../../../../lib/compliance/sense/gram-table.ts';
import { gramNamed } from '../../../../lib/compliance/sense/grams.ts';

const letters = Array.from({ length: 3000 }, (_, at) => String.fromCharCode(0x4e00 + at));
const names = [...letters, ...letters.map((letter, at) => letter + letters[(at * 7 + 1) % 3000]!), '#sms', '#chat'];

test('every gram has its number, and no other gram has one', () => {
  const table = new GramTable(names.map(gramNamed));
  expect(names.filter((name, at) => table.numberOf(gramNamed(name)) !== at)).toEqual([]);
  expect(letters.filter((letter) => table.numberOf(gramNamed(`${letter}$`)) !== -1)).toEqual([]);
  expect(new GramTable([]).numberOf(1)).toBe(-1);
});

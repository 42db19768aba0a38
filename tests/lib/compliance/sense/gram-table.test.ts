import { expect, test } from 'vitest';
import { GramTable, LOUDEST, NOWHERE } from '../../../../lib/compliance/sense/gram-table.ts';
import { gramNamed } from '../../../../lib/compliance/sense/grams.ts';

const letters = Array.from({ length: 3000 }, (_, at) => String.fromCharCode(0x4e00 + at));
const names = [...letters, ...letters.map((letter, at) => letter + letters[(at * 7 + 1) % 3000]!), '#sms', '#chat'];
const LABELS = 6;
const sizesOf = (at: number) => Array.from({ length: LABELS }, (_, label) => ((at + 29 * label) % 127) - LOUDEST);

test('every gram has its sizes, and no other gram has any', () => {
  const table = new GramTable(new Map(names.map((name, at) => [gramNamed(name), sizesOf(at)])), LABELS);
  const kept = (name: string) => {
    const place = table.placeOf(gramNamed(name));
    return Array.from({ length: LABELS }, (_, label) => table.sizeAt(place, label));
  };
  expect(names.filter((name, at) => kept(name).join() !== sizesOf(at).join())).toEqual([]);
  expect(letters.filter((letter) => table.placeOf(gramNamed(`${letter}$`)) !== NOWHERE)).toEqual([]);
  expect(new GramTable(new Map(), LABELS).placeOf(1)).toBe(NOWHERE);
});

test.each([LOUDEST, -LOUDEST, 0])('500 grams of %d are added up label by label', (size) => {
  const some = letters.slice(0, 500).map(gramNamed);
  const table = new GramTable(new Map(some.map((gram) => [gram, [size, 1, 0, -1, -size, 2]])), LABELS);
  const places = Uint32Array.from(some, (gram) => table.placeOf(gram));
  const sums = new Int32Array(8);
  table.addUp(places, 500, sums);
  expect([...sums.subarray(0, LABELS)].map((sum) => sum / 500)).toEqual(
    [size, 1, 0, -1, -size, 2].map((each) => each + 0),
  );
});

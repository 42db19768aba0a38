/** How much one piece holds, read from a title: "2kg*3袋" is six kilograms, "10片x5盒" fifty 片. */
import type { SupplyRule } from './category-schema.ts';

type Sized = Exclude<SupplyRule, { per: 'piece' }>;

/** What one unit is in kilograms, or litres. */
const kilograms = new Map([
  ['kg', 1],
  ['千克', 1],
  ['公斤', 1],
  ['斤', 0.5],
  ['g', 0.001],
  ['克', 0.001],
]);
const litres = new Map([
  ['l', 1],
  ['升', 1],
  ['ml', 0.001],
  ['毫升', 0.001],
]);

/** More packs than this in one piece is a number that means something else. */
const MOST_PACKS = 100;
const PACK = '[袋盒包瓶罐桶箱提组听支]';

interface Size {
  start: number;
  end: number;
  amount: number;
}

/** @returns null when no size is there, or several of which it is not said that they come together */
export function sizeIn(title: string, rule: Sized): number | null {
  const sizes = sizesIn(title, unitsOf(rule));
  const [first] = sizes;
  if (!first || sizes.some(({ amount }) => amount === 0)) return null;
  const areTogether = sizes.every(({ start }, at) => at === 0 || title.slice(sizes[at - 1]!.end, start).includes('+'));
  if (areTogether) return sizes.reduce((sum, { amount }) => sum + amount, 0);
  return sizes.every(({ amount }) => amount === first.amount) ? first.amount : null;
}

function unitsOf(rule: Sized): ReadonlyMap<string, number> {
  if (rule.per === 'unit') return new Map(rule.units.map((unit) => [unit, 1]));
  return rule.per === 'kilogram' ? kilograms : litres;
}

/** @returns amount 0 where the number of packs makes no sense */
function sizesIn(title: string, units: ReadonlyMap<string, number>): Size[] {
  return [...title.matchAll(patternOf(units))].map((match) => {
    const [text, before = '1', number, unit, after = '1'] = match;
    const packs = Number(before) * Number(after);
    return {
      start: match.index,
      end: match.index + text.length,
      amount: packs > MOST_PACKS ? 0 : Number(number) * units.get(unit!)! * packs,
    };
  });
}

const patterns = new Map<string, RegExp>();

/** "3盒*10片", "10片/盒*3", "10片装x3盒", "1.5kg". */
function patternOf(units: ReadonlyMap<string, number>): RegExp {
  const names = [...units.keys()].toSorted((a, b) => b.length - a.length).join('|');
  const known = patterns.get(names);
  if (known) return known;
  const pattern = new RegExp(
    String.raw`(?:(?<![\d.])(\d{1,4})\s*${PACK}\s*[*x×]\s*)?(?<![\d.])(\d{1,5}(?:\.\d{1,3})?)\s*(${names})(?![a-z])装?` +
      String.raw`(?:\s*/\s*${PACK})?(?:\s*[*x×]\s*(\d{1,4})(?![\d.]))?`,
    'g',
  );
  patterns.set(names, pattern);
  return pattern;
}

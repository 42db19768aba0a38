/** What the title of an item tells: its category, and how long the pieces bought will last (CHN-14, CHN-15). */
import type { Category, SupplyRule } from './category-schema.ts';
import { sizeIn } from './title-size.ts';

export interface CompiledCategories {
  /** Number of the category in the order given, null when the title tells none, or two about as strongly. */
  categoryOf(title: string): number | null;
  /** Whole days that so many pieces last, null when the title does not tell. */
  supplyDaysOf(title: string, quantity: number): number | null;
}

interface Word {
  text: string;
  category: number;
}

/** The best category must speak at least so many times as strongly as the next. */
const CLEAR_LEAD = 2;

/** @param categories as shipped; their order gives the numbers */
export function compileCategories(categories: readonly Category[]): CompiledCategories {
  const wordsFrom = byFirstCharacter(categories);

  const categoryOfFolded = (title: string) => {
    const strength = strengths(title, wordsFrom, categories.length);
    for (const [number, { unless }] of categories.entries())
      if (strength[number]! > 0 && unless.some((word) => title.includes(word))) strength[number] = 0;
    const [best = 0, second = 0] = strength.toSorted((a, b) => b - a);
    return best > 0 && best >= CLEAR_LEAD * second ? strength.indexOf(best) : null;
  };

  return {
    categoryOf: (title) => categoryOfFolded(fold(title)),
    supplyDaysOf: (title, quantity) => {
      const folded = fold(title);
      const category = categoryOfFolded(folded);
      const rule = category === null ? undefined : categories[category]!.supply.find((one) => fits(one, folded));
      if (!rule || !(quantity > 0)) return null;
      const size = rule.per === 'piece' ? 1 : sizeIn(folded, rule);
      return size === null ? null : Math.max(1, Math.round(size * rule.days * quantity));
    },
  };
}

/** Platform names go: a shop on 天猫 sells more than things for cats. */
function fold(title: string): string {
  return title.normalize('NFKC').toLowerCase().replaceAll('天猫', ' ');
}

/** By the first character, longest first. */
function byFirstCharacter(categories: readonly Category[]): Map<string, Word[]> {
  const words = categories.flatMap((category, number) => category.words.map((text) => ({ text, category: number })));
  return Map.groupBy(
    words.toSorted((a, b) => b.text.length - a.text.length),
    ({ text }) => text[0]!,
  );
}

/**
 * How strongly a title speaks for each category: the letters of its words, each counted once. The longest word at a place
 * is read and the title goes on behind it, so that there is no 奶粉 in 洗面奶粉色装.
 */
function strengths(title: string, wordsFrom: ReadonlyMap<string, readonly Word[]>, categories: number): number[] {
  const strength = Array.from({ length: categories }, () => 0);
  const seen = new Set<string>();
  for (let at = 0; at < title.length;) {
    const word = wordsFrom.get(title[at]!)?.find(({ text }) => title.startsWith(text, at));
    if (word && !seen.has(word.text)) {
      seen.add(word.text);
      strength[word.category]! += word.text.length;
    }
    at += word ? word.text.length : 1;
  }
  return strength;
}

function fits({ words, unless }: SupplyRule, title: string): boolean {
  return words.some((word) => title.includes(word)) && !unless?.some((word) => title.includes(word));
}

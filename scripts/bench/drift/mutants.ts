/** Every mutant of a page by its number: the same number gives the same page on every machine. */
import { randomOf } from '../../demo/shop/random.ts';
import { parsePage } from '../../liuke/parse-page.ts';
import type { PrintedPage } from '../../liuke/printed-page.ts';
import { additionMutations } from './additions.ts';
import { attributeMutations } from './attributes.ts';
import type { Mutation } from './mutation.ts';
import { structureMutations } from './structure.ts';
import { textMutations } from './texts.ts';

/** In the order in which they are applied: what is added may be changed by what comes after. */
export const mutations: readonly Mutation[] = [
  ...additionMutations,
  ...structureMutations,
  ...textMutations,
  ...attributeMutations,
];

interface Mutant {
  /** The name of the one mutation, or how many are combined. */
  kind: string;
  /** What was done, in order. */
  steps: string[];
  /** Fields that the page does not tell any more. */
  gone: ReadonlySet<string>;
  document: Document;
}

/** Two in three mutants show one mutation, each in turn; the others two or three. */
export function mutantOf(html: string, truth: PrintedPage, number: number): Mutant {
  const random = randomOf(number * 7919 + 17);
  const isCombined = number % 3 === 2;
  const count = isCombined ? random.int(2, 3) : 1;
  const single = mutations[(number - Math.floor(number / 3)) % mutations.length]!;
  const chosen = isCombined ? someOf(mutations, count, random.next) : [single];
  const document = parsePage(html);
  const gone = new Set(chosen.flatMap(({ takesAway }) => takesAway?.(document) ?? []));
  for (const { apply } of chosen) apply(document, random, truth);
  return {
    kind: isCombined ? `${count} combined` : single.name,
    steps: chosen.map(({ name }) => name),
    gone,
    document,
  };
}

function someOf<T>(list: readonly T[], count: number, next: () => number): T[] {
  const left = list.map((_, index) => index);
  const taken = Array.from({ length: count }, () => left.splice(Math.floor(next() * left.length), 1)[0]!);
  return taken.toSorted((a, b) => a - b).map((index) => list[index]!);
}

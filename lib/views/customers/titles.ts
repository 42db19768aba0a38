/** What the shipped categories read in the titles of items; compiled once. */
import { compileCategories } from '../../insight/categories/title-reader.ts';
import type { TitleReader } from '../../insight/purchase-history.ts';
import { categories } from '../../rules/categories.ts';

/** A shop sells the same few things over and over; more titles than this are not kept. */
const KEPT_TITLES = 5_000;

export const titles = remembering(compileCategories(categories));

function remembering(reader: TitleReader): TitleReader {
  const categoryOf = new Map<string, number | null>();
  const supplyDaysOf = new Map<string, number | null>();
  const remember = (answers: Map<string, number | null>, question: string, ask: () => number | null) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    if (answers.size >= KEPT_TITLES) answers.clear();
    const answer = ask();
    answers.set(question, answer);
    return answer;
  };
  return {
    categoryOf: (title) => remember(categoryOf, title, () => reader.categoryOf(title)),
    supplyDaysOf: (title, quantity) =>
      remember(supplyDaysOf, `${quantity} ${title}`, () => reader.supplyDaysOf(title, quantity)),
  };
}

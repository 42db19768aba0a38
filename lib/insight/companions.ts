/**
 * Which articles of a shop go together: counted from its own orders, with how many customers it rests on. What is not surely more than
 * chance is not told (ACT-27, ACT-28, ACT-35, ACT-54).
 */
import { companionKinds, type ArticlePair, type ArticlePairs, type CompanionKind } from '../model/article-pair.ts';
import { shareInterval } from '../model/share-interval.ts';
import type { Steps } from './steps.ts';

/** One article in a customer's hands. */
export interface OwnedArticle {
  /** Its title, folded: colours and sizes of one article are one. */
  key: string;
  title: string;
  /** Shanghai day of the first purchase of it. */
  day: number;
  /** Price of one piece; null for not known. */
  priceFen: number | null;
  /** Number of the category; null where the title does not tell. */
  category: number | null;
}

/** Fewer buyers of an article tell nothing, and so do fewer who bought both. */
export const MIN_BUYERS = 30;
export const MIN_BOTH = 10;
/** Articles that are looked at: those bought by most. */
const MOST_ARTICLES = 300;
/** Told of one article. */
const MOST_OTHERS = 3;
/** From so much dearer on, of the same category, it is a better one rather than another one. */
const DEARER = 1.1;
/** More than half of those who have both bought them so. */
const MOSTLY = 0.5;
const SLICE = 500;

interface Together {
  both: number;
  sameDay: number;
}

/** @param baskets one per customer: what they own, each article once */
export function* articlePairs(baskets: readonly (readonly OwnedArticle[])[]): Steps<ArticlePairs> {
  const articles = commonArticles(baskets);
  const together = new Map<string, Map<string, Together>>();
  for (const [number, basket] of baskets.entries()) {
    if (number % SLICE === 0) yield;
    const common = basket.filter(({ key }) => articles.has(key));
    for (const one of common)
      for (const other of common) if (one.key !== other.key && other.day >= one.day) count(together, one, other);
  }
  const pairs = [...together].flatMap(([key, others]) =>
    [...others]
      .flatMap(([otherKey, counts]) => {
        const pair = pairOf(articles.get(key)!, articles.get(otherKey)!, counts, baskets.length);
        return pair ? [pair] : [];
      })
      .toSorted((a, b) => b.least - a.least)
      .slice(0, MOST_OTHERS),
  );
  return { customers: baskets.length, pairs };
}

function count(together: Map<string, Map<string, Together>>, one: OwnedArticle, other: OwnedArticle): void {
  const others = together.get(one.key) ?? new Map<string, Together>();
  const counts = others.get(other.key) ?? { both: 0, sameDay: 0 };
  counts.both += 1;
  counts.sameDay += Number(one.day === other.day);
  together.set(one.key, others.set(other.key, counts));
}

interface Article {
  key: string;
  title: string;
  category: number | null;
  buyers: number;
  priceFen: number | null;
}

function commonArticles(baskets: readonly (readonly OwnedArticle[])[]): Map<string, Article> {
  const owned = Map.groupBy(baskets.flat(), ({ key }) => key);
  const common = [...owned].filter(([, theirs]) => theirs.length >= MIN_BUYERS);
  const most = common.toSorted(([, a], [, b]) => b.length - a.length).slice(0, MOST_ARTICLES);
  return new Map(
    most.map(([key, theirs]) => {
      const prices = theirs.flatMap(({ priceFen }) => priceFen ?? []).toSorted((a, b) => a - b);
      const priceFen = prices[Math.floor(prices.length / 2)] ?? null;
      const { title, category } = theirs[0]!;
      return [key, { key, title, category, buyers: theirs.length, priceFen }];
    }),
  );
}

function pairOf(one: Article, other: Article, { both, sameDay }: Together, customers: number): ArticlePair | null {
  if (both < MIN_BOTH) return null;
  const [least] = shareInterval(both, one.buyers);
  const usual = other.buyers / customers;
  if (least <= usual) return null;
  return {
    key: one.key,
    title: one.title,
    otherKey: other.key,
    otherTitle: other.title,
    kind: kindOf(one, other, sameDay / both),
    priceFen: one.priceFen,
    otherPriceFen: other.priceFen,
    buyers: one.buyers,
    both,
    least,
    usual,
  };
}

function kindOf(one: Article, other: Article, sameDayShare: number): CompanionKind {
  const isSameKind = one.category !== null && one.category === other.category;
  const isDearer = one.priceFen !== null && other.priceFen !== null && other.priceFen >= one.priceFen * DEARER;
  if (isSameKind && isDearer && sameDayShare < MOSTLY) return 'upgrade';
  return sameDayShare > MOSTLY ? 'bundle' : 'complement';
}

/** What goes with what a customer has and they do not have yet, one of each kind at most, the surest first. */
export function companionsOf(owned: ReadonlySet<string>, { pairs }: ArticlePairs): ArticlePair[] {
  const fitting = pairs.filter(({ key, otherKey }) => owned.has(key) && !owned.has(otherKey));
  const surest = fitting.toSorted((a, b) => b.least - a.least);
  return companionKinds.flatMap((kind) => surest.find((pair) => pair.kind === kind) ?? []);
}

/** What an article costs the shop: by its number, else by its title. */
import type { ArticleCost } from '../model/article-cost.ts';
import type { Fen } from '../model/money.ts';
import type { OrderItem } from '../model/order.ts';

export interface CostBook {
  /** Of one piece; null for not known. */
  costOf(item: Pick<OrderItem, 'skuId' | 'title'>): Fen | null;
}

/** @param lists the oldest first: a later one has the word */
export function costBookOf(lists: readonly (readonly ArticleCost[])[]): CostBook {
  const bySku = new Map<string, Fen>();
  const byTitle = new Map<string, Fen>();
  for (const { skuId, title, costFen } of lists.flat()) {
    if (skuId !== null) bySku.set(skuId, costFen);
    if (title !== null) byTitle.set(plainTitle(title), costFen);
  }
  return {
    costOf: ({ skuId, title }) =>
      (skuId === null ? undefined : bySku.get(skuId)) ?? byTitle.get(plainTitle(title)) ?? null,
  };
}

/** Width, case and blanks say nothing about which article it is. */
export function plainTitle(title: string): string {
  return title.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}

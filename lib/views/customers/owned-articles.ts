/** What a customer has, article by article. */
import { plainTitle } from '../../actions/cost-book.ts';
import type { OwnedArticle } from '../../insight/companions.ts';
import { isRevenue, kept } from '../../insight/purchase-history.ts';
import type { OrderWithCases } from '../../model/order-cases.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { titles } from './titles.ts';

/** @param orders all of one customer, in any order */
export function ownedArticles(orders: readonly OrderWithCases[]): OwnedArticle[] {
  const owned = new Map<string, OwnedArticle>();
  for (const order of orders.filter(isRevenue)) {
    const day = dayOf(order.paidAt ?? order.placedAt);
    for (const { title, unitPriceFen } of kept(order)) {
      const key = plainTitle(title);
      const known = owned.get(key);
      if (known && known.day <= day) continue;
      owned.set(key, { key, title, day, priceFen: unitPriceFen, category: titles.categoryOf(title) });
    }
  }
  return [...owned.values()];
}

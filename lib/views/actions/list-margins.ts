/** What offers leave of the baskets of those who would be listed. Costs are no columns: they are read for the few that are looked at. */
import { basketMarginOf, offerMarginOf, type BasketMargin, type OfferMargin } from '../../actions/basket-margin.ts';
import type { CostBook } from '../../actions/cost-book.ts';
import { effectiveDiscount } from '../../actions/offer.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import type { Metrics } from '../../insight/metrics.ts';
import { marginLimits } from '../../rules/offers.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readActionSettings } from './action-settings.ts';
import { readCostBook } from './costs.ts';

export interface ShopMargins {
  floorShare: number;
  of: (customerId: string) => BasketMargin | null;
}

/** Of those shops that brought costs. */
export async function readMargins(
  db: LiukeDatabase,
  shopIds: readonly string[],
  customerIds: readonly string[],
): Promise<Map<string, ShopMargins>> {
  const books = await Promise.all(shopIds.map(async (shopId) => [shopId, await readCostBook(db, shopId)] as const));
  const known = books.filter((entry): entry is readonly [string, CostBook] => entry[1] !== null);
  if (known.length === 0) return new Map();
  const [orders, settings] = await Promise.all([
    db.orders
      .where('customerId')
      .anyOf([...customerIds])
      .toArray(),
    Promise.all(known.map(([shopId]) => readActionSettings(db, shopId))),
  ]);
  const theirs = Map.groupBy(orders, ({ customerId }) => customerId);
  return new Map(
    known.map(([shopId, book], at) => [
      shopId,
      {
        floorShare: settings[at]!.marginFloorShare ?? marginLimits.floorShare,
        of: (customerId) => basketMarginOf(theirs.get(customerId) ?? [], book, marginLimits),
      },
    ]),
  );
}

/** What an offer leaves at the customer's own basket; null where too little is known. */
export function marginAt(
  offer: Offer,
  { averageFen, returnPercent }: Metrics,
  margin: BasketMargin | null,
): OfferMargin | null {
  const basketFen = Math.round(averageFen ?? 0);
  return margin && basketFen > 0 ? offerMarginOf(effectiveDiscount(offer, basketFen), margin, returnPercent) : null;
}

/** What decides in a shop today, beside its customers' numbers, who is turned to: whoever counts customers counts by the same. */
import type { ActivePlaybook } from '../../actions/active-playbooks.ts';
import type { Benefit } from '../../actions/benefit-schema.ts';
import type { ContactLimits } from '../../actions/contact-limits.ts';
import { offersToNew } from '../../actions/fairness.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import { fairness } from '../../rules/offers.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OwnNumbers } from '../shops/number-changes.ts';
import { ownLimits } from '../shops/own-numbers.ts';
import type { ShopContext } from '../shops/shop-context.ts';
import { readActivePlaybooks } from './open-playbooks.ts';
import { readShopBenefits } from './shop-benefits.ts';

export interface DayGround {
  /** Open today, in order of precedence. */
  active: ActivePlaybook[];
  limits: ContactLimits;
  /** What new customers are given: nobody who bought more often is offered less. */
  toNew: Offer[];
  /** Rights of the shop: one of them is given to whom an offer is too small for. */
  benefits: Benefit[];
}

/**
 * @param numbers that need not be those the shop set
 * @param alsoOn id of a playbook that counts as switched on
 */
export async function readDayGround(
  db: LiukeDatabase,
  context: ShopContext,
  numbers: OwnNumbers,
  now: number,
  alsoOn: string | null = null,
): Promise<DayGround> {
  const [active, coupons, benefits] = await Promise.all([
    readActivePlaybooks(db, context.shopId, numbers, context.asOfDay, now, alsoOn),
    db.coupons.where('shopId').equals(context.shopId).toArray(),
    readShopBenefits(db, context),
  ]);
  return { active, limits: ownLimits(numbers), toNew: offersToNew(active, coupons, fairness, now), benefits };
}

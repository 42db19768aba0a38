/** What is held against offers beside a customer's own numbers: costs, trials, offers to others, the platform's tool. */
import type { Benefit } from '../../actions/benefit-schema.ts';
import { basketMarginOf } from '../../actions/basket-margin.ts';
import type { CostBook } from '../../actions/cost-book.ts';
import type { DatedCoupon } from '../../actions/existing-coupon.ts';
import { offersToNew } from '../../actions/fairness.ts';
import type { Numbers } from '../../actions/playbook-numbers.ts';
import type { Playbook } from '../../actions/playbook.ts';
import type { OfferGround } from '../../actions/suggest.ts';
import { companionsOf } from '../../insight/companions.ts';
import type { ActionSettings } from '../../model/action-settings.ts';
import type { Platform } from '../../model/platform.ts';
import type { Trial } from '../../model/trial.ts';
import { fairness, marginLimits } from '../../rules/offers.ts';
import type { ArticlePairsRecord } from '../../store/article-pairs-record.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';
import { readActionSettings } from './action-settings.ts';
import { readCostBook } from './costs.ts';
import { ownedArticles } from '../customers/owned-articles.ts';
import { limitAgainst } from './platform-limit.ts';
import { readRunningTrials } from './trials.ts';

/** What of a shop offers are held against, whoever the customer is. */
export interface ShopOffers {
  settings: ActionSettings;
  /** Null where the shop brought no costs. */
  book: CostBook | null;
  /** Those that nobody stopped. */
  trials: Trial[];
  /** Articles that are bought one with the other; undefined before they were counted. */
  pairs: ArticlePairsRecord | undefined;
}

export async function readShopOffers(db: LiukeDatabase, shopId: string): Promise<ShopOffers> {
  const [settings, book, trials, pairs] = await Promise.all([
    readActionSettings(db, shopId),
    readCostBook(db, shopId),
    readRunningTrials(db, shopId),
    db.articlePairs.get(shopId),
  ]);
  return { settings, book, trials, pairs };
}

interface Customer {
  customerId: string;
  /** Null where it is not known. */
  platform: Platform | null;
  orders: readonly OrderRecord[];
  /** Of the shop. */
  coupons: readonly DatedCoupon[];
  /** Those that the shop follows. */
  playbooks: readonly Playbook[];
  /** Rights that the shop has. */
  benefits: readonly Benefit[];
  /** What the shop set of the limits of its platform's coupon tool. */
  couponLimits: Numbers;
}

/** @param now epoch ms */
export function offerGroundOf(
  { settings, book, trials, pairs }: ShopOffers,
  { customerId, platform, orders, coupons, playbooks, benefits, couponLimits }: Customer,
  now: number,
): OfferGround {
  return {
    customerId,
    trials,
    companions: pairs ? companionsOf(new Set(ownedArticles(orders).map(({ key }) => key)), pairs) : [],
    margin: book && basketMarginOf(orders, book, marginLimits),
    floorShare: settings.marginFloorShare ?? marginLimits.floorShare,
    benefits,
    toNew: offersToNew(playbooks, coupons, fairness, now),
    refusedBy: (offer) => limitAgainst(offer, platform, couponLimits),
  };
}

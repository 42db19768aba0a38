/** All that a customer's card rests on that is their shop's, whoever they are: read beside the customer's own records. */
import { benefitsOf } from '../../actions/benefits.ts';
import type { ActivePlaybook } from '../../actions/active-playbooks.ts';
import type { Benefit } from '../../actions/benefit-schema.ts';
import type { RightEntry } from '../../actions/rights.ts';
import type { ShopPractice } from '../../model/practice-event.ts';
import { benefits } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { eventsOf } from '../../store/events-of.ts';
import type { SeenCouponRecord } from '../../store/records.ts';
import { readActivePlaybooks } from '../actions/open-playbooks.ts';
import { readShopOffers, type ShopOffers } from '../actions/offer-ground.ts';
import { readRights, readShopPractice } from '../actions/shop-practice.ts';
import { numbersAt, readNumberChanges, type NumberChange, type OwnNumbers } from '../shops/number-changes.ts';
import { readShopContext, type ShopContext } from '../shops/shop-context.ts';

export interface ShopGround {
  shopId: string;
  context: ShopContext;
  coupons: SeenCouponRecord[];
  practice: ShopPractice;
  /** Of the register. */
  rights: RightEntry[];
  /** Of all shops. */
  changes: NumberChange[];
  numbers: OwnNumbers;
  playbooks: ActivePlaybook[];
  offers: ShopOffers;
  /** Rights that the shop has to give. */
  benefits: Benefit[];
}

/** @param now epoch ms */
export async function readShopGround(db: LiukeDatabase, shopId: string, now: number): Promise<ShopGround> {
  // What rests on nothing else is asked at once: each wait for the store is a part of the wait for the card.
  const [context, coupons, practice, rights, changes, offers] = await Promise.all([
    readShopContext(db, shopId, now),
    db.coupons.where('shopId').equals(shopId).toArray(),
    readShopPractice(db, shopId),
    readRights(db, shopId),
    readNumberChanges(db),
    readShopOffers(db, shopId),
    // For the playbooks, which rest on what the others tell: by then it is known.
    eventsOf(db, 'momentSet', 'momentRemoved'),
  ]);
  const numbers = numbersAt(changes, shopId);
  const playbooks = await readActivePlaybooks(db, shopId, numbers, context.asOfDay, now);
  const theirs = benefitsOf(benefits, practice.benefits ?? null, context.settings.categoryId);
  return { shopId, context, coupons, practice, rights, changes, numbers, playbooks, offers, benefits: theirs };
}

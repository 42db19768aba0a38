/** Which rights a shop has, and which of them a customer is given in place of an offer that is too small for them. */
import type { Benefit } from '../../actions/benefit-schema.ts';
import { benefitsOf, nextBenefit } from '../../actions/benefits.ts';
import { benefits } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readLinkedCustomer } from '../links/linked-customers.ts';
import type { ShopContext } from '../shops/shop-context.ts';
import { standing } from '../standing-events.ts';
import { readShopPractice } from './shop-practice.ts';

export async function readShopBenefits(
  db: LiukeDatabase,
  { shopId, settings: { categoryId } }: Pick<ShopContext, 'shopId' | 'settings'>,
): Promise<Benefit[]> {
  return benefitsOf(benefits, (await readShopPractice(db, shopId)).benefits ?? null, categoryId);
}

/**
 * As the card has it: of all that was ever given to the customer, the one that was given longest ago, or never.
 * @returns null where the shop has none
 */
export async function readNextBenefit(
  db: LiukeDatabase,
  ofShop: readonly Benefit[],
  customerId: string,
): Promise<Benefit | null> {
  const { parties, records } = await readLinkedCustomer(db, customerId);
  const ids = new Set([customerId, ...parties, ...records.flatMap(({ nickId }) => nickId ?? [])]);
  const events = await db.events
    .where('customerId')
    .anyOf([...ids])
    .toArray();
  return nextBenefit(
    ofShop,
    standing(events).flatMap((event) => (event.kind === 'contact' ? [{ ...event.contact, at: event.at }] : [])),
  );
}

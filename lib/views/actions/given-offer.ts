/** What a contact offered, how long it holds, and the order on which it was used. */
import { redeemedOn } from '../../actions/effects/redemption.ts';
import type { DatedContact } from '../../actions/guards.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import type { Order } from '../../model/order.ts';
import { playbooks } from '../../rules/playbooks.ts';
import { numbersAt, type NumberChange } from '../shops/number-changes.ts';
import { ownPlaybook } from '../shops/own-numbers.ts';

/** Of an offer without a term of its own. */
const USUAL_VALID_DAYS = 30;

/** What was given, else what the playbook gave by the shop's numbers of that day; null for no offer, or one that is not known. */
export function offerOf(
  { coupon, isOffer, playbookId, at }: DatedContact,
  shopId: string,
  changes: readonly NumberChange[],
): Offer | null {
  if (!isOffer) return null;
  if (coupon) return { kind: 'coupon', ...coupon };
  const shipped = playbooks.find(({ id }) => id === playbookId);
  return shipped ? ownPlaybook(shipped, numbersAt(changes, shopId, at).playbooks[shipped.id] ?? {}).offer : null;
}

export function validDaysOf(offer: Offer | null): number {
  return (offer?.kind === 'coupon' ? offer.validDays : null) ?? USUAL_VALID_DAYS;
}

/** An offer that a customer got, and their order on which as much was taken off. */
export interface Redemption {
  order: Order;
  offer: Offer;
}

/** Of one customer; an order that several offers would account for is the newest one's. */
export function redemptionsOf(
  contacts: readonly DatedContact[],
  orders: readonly Order[],
  shopId: string,
  changes: readonly NumberChange[],
): Redemption[] {
  const byOrder = new Map<string, Redemption>();
  for (const contact of contacts.toSorted((a, b) => a.at - b.at)) {
    const offer = offerOf(contact, shopId, changes);
    const order = redeemedOn({ at: contact.at, offer, orders }, validDaysOf(offer));
    if (offer && order) byOrder.set(order.orderId, { order, offer });
  }
  return [...byOrder.values()];
}

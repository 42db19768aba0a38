/** The two parties of a link: customers by id (32 hexadecimal digits), or masked orders by the id of their record. */

/** Records of orders are named `${platform}:${orderId}`. */
export function isOrderParty(party: string): boolean {
  return party.includes(':');
}

interface Counted {
  customerId: string | null;
  ownId?: string | null;
}

/** The customer of an order as pages alone tell them; null for a mask. */
export function ownIdOf({ ownId, customerId }: Counted): string | null {
  return ownId === undefined ? customerId : ownId;
}

/** What an order is a party as: its customer's, or, being a mask, its own. */
export function partyOf(order: Counted & { id: string }): string {
  return ownIdOf(order) ?? order.id;
}

/** One id for a pair, whichever of the two is named first. */
export function linkIdOf(parties: readonly [string, string]): string {
  return inOrder(parties).join('|');
}

/** The smaller one first. */
export function inOrder([left, right]: readonly [string, string]): [string, string] {
  return left < right ? [left, right] : [right, left];
}

/** Where it is counted how many names of a shop begin with this character; without one, how many names there are. */
export function nameCountId(shopId: string, character: string): string {
  return `${shopId}|${character}`;
}

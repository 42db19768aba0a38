/** Buyers who may be one person and have not been said to be, with what speaks for it. Computed when asked; nothing of it is stored. */
import type { BuyerClues } from '../../insight/identity/buyer-clues.ts';
import { propose } from '../../insight/identity/propose.ts';
import { isBuyerSealed } from '../../model/identity.ts';
import { linkIdOf } from '../../model/link.ts';
import type { LinkSide, PossibleLink, Proposal } from '../../model/possible-link.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { neighboursOf } from '../../store/of-keys.ts';
import type { OrderRecord } from '../../store/records.ts';
import { readLinkedCustomer } from './linked-customers.ts';
import { candidatesIn, ordersAlike, readLinkGround, type Candidate } from './link-candidates.ts';

const MOST_SHOWN = 20;

/**
 * @param orders of one customer or of several, masked or known; the buyers of all of them are looked at
 * @returns the likeliest first; of several masks that may all be one, as many pairs as it takes to join them
 */
export async function readPossibleLinks(
  db: LiukeDatabase,
  shopId: string,
  orders: readonly OrderRecord[],
): Promise<PossibleLink[]> {
  if (orders.length === 0) return [];
  const candidates = await candidatesIn(db, await ordersAlike(db, shopId, orders));
  // Names that cannot be read may contradict each other: nothing is proposed without them.
  const isUnread = candidates.some(({ orders: theirs }) => theirs.some(({ buyer }) => isBuyerSealed(buyer)));
  if (candidates.length < 2 || isUnread) return [];
  const ground = await readLinkGround(db, shopId, candidates);
  const isRefused = await refusals(db, candidates);
  const askedIds = new Set(orders.map(({ id }) => id));
  const asked = new Set(candidates.filter((one) => one.orders.some(({ id }) => askedIds.has(id))).map(partyIn));
  const byParty = new Map(candidates.map((candidate) => [partyIn(candidate), candidate]));
  const proposals = candidates
    .flatMap(({ clues: one }) => {
      const others = candidates.map(({ clues }) => clues).filter((other) => other !== one && agree(one, other));
      // Whose a mask is, is asked of the mask: there all who could be meant compete.
      return propose(one, others, ground).filter(
        ({ parties }) => isMasked(one) || !isMasked(byParty.get(parties[1])!.clues),
      );
    })
    .filter(({ parties }) => parties.some((party) => asked.has(party)))
    .filter(({ parties: [left, right] }) => !isRefused(byParty.get(left)!, byParty.get(right)!));
  return spanning(proposals)
    .slice(0, MOST_SHOWN)
    .map((proposal) => ({
      ...proposal,
      shopId,
      sides: proposal.parties
        .map((party) => byParty.get(party)!)
        .toSorted(knownFirst)
        .map(sideOf) as PossibleLink['sides'],
    }));
}

/** In what they were looked up by. */
function agree(a: BuyerClues, b: BuyerClues): boolean {
  return a.tails.some((tail) => b.tails.includes(tail)) || (a.phoneHash !== null && a.phoneHash === b.phoneHash);
}

function partyIn({ clues }: Candidate): string {
  return clues.party;
}

function isMasked({ keys }: BuyerClues): boolean {
  return keys.length === 0;
}

/** Whether a person said that two are not one, of any two of their parties. */
async function refusals(
  db: LiukeDatabase,
  candidates: readonly Candidate[],
): Promise<(a: Candidate, b: Candidate) => boolean> {
  const customerIds = candidates.flatMap(({ customerId }) => customerId ?? []);
  const linked = await db.linkedParties.where('customerId').anyOf(customerIds).toArray();
  const partiesOf = Map.groupBy(linked, ({ customerId }) => customerId);
  const allOf = ({ clues, customerId }: Candidate) => [
    clues.party,
    ...(partiesOf.get(customerId ?? '') ?? []).map(({ party }) => party),
  ];
  const links = await db.links
    .where('parties')
    .anyOf([...new Set(candidates.flatMap(allOf))])
    .distinct()
    .toArray();
  const refused = new Set(links.filter(({ decision }) => decision === 'refused').map(({ id }) => id));
  if (refused.size === 0) return () => false;
  return (a, b) => allOf(a).some((left) => allOf(b).some((right) => refused.has(linkIdOf([left, right]))));
}

/** The likeliest pairs that join something not yet joined: to confirm them all is to confirm every pair. */
function spanning(proposals: readonly Proposal[]): Proposal[] {
  const headOf = new Map<string, string>();
  const head = (party: string): string => {
    const above = headOf.get(party);
    return above === undefined ? party : head(above);
  };
  return proposals
    .toSorted((a, b) => b.probability - a.probability || (a.parties.join() < b.parties.join() ? -1 : 1))
    .filter(({ parties }) => {
      const [left, right] = [head(parties[0]), head(parties[1])];
      if (left !== right) headOf.set(left, right);
      return left !== right;
    });
}

/** Customers before masked orders, the newer before the older. */
function knownFirst(a: Candidate, b: Candidate): number {
  return Number(a.customerId === null) - Number(b.customerId === null) || b.orders[0]!.placedAt - a.orders[0]!.placedAt;
}

function sideOf({ clues, customerId, orders }: Candidate): LinkSide {
  const orderIds = orders.map(({ orderId }) => orderId);
  return { party: clues.party, customerId, name: clues.name, orderIds, placedAt: orders[0]!.placedAt };
}

/** The masked orders of a page: with each other, and with customers who are known. */
export async function readPageLinks(
  db: LiukeDatabase,
  shopId: string,
  orderRecordIds: readonly string[],
): Promise<PossibleLink[]> {
  const orders = (await neighboursOf(db.orders, orderRecordIds)).filter((order) => order !== undefined);
  return await readPossibleLinks(
    db,
    shopId,
    orders.filter(({ customerId, shopId: own }) => customerId === null && own === shopId),
  );
}

/** Who else a customer may be. @param askedFor the customer, or any of those whom links make one with them */
export async function readCustomerPossibleLinks(db: LiukeDatabase, askedFor: string): Promise<PossibleLink[]> {
  const { customerId, records } = await readLinkedCustomer(db, askedFor);
  const orders = await db.orders.where('customerId').equals(customerId).toArray();
  const shopId = records[0]?.shopId ?? orders[0]?.shopId;
  const links = shopId === undefined ? [] : await readPossibleLinks(db, shopId, orders);
  return links.filter(({ sides }) => sides.some((side) => side.customerId === customerId));
}

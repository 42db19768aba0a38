/**
 * Links that pages prove: one order seen with two keys of its buyer (the uid of the old list, the securityuid of its review) says
 * that both are one person's. Each link keeps the orders that prove it, so it can be shown, refused, and taken back when an order
 * turns out to be somebody else's.
 */
import { keyKindOf, type Buyer, type KeyKind } from '../model/identity.ts';
import { inOrder, linkIdOf, ownIdOf, partyOf } from '../model/link.ts';
import type { Order } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { LinkRecord, OrderRecord, OtherKey } from '../store/records.ts';
import type { IdOf } from './join-nicks.ts';

/**
 * The keys of an order's buyer beside the one by which they are known now.
 * @param buyer as known after this sighting
 */
export function otherKeysSeen(
  before: OrderRecord | undefined,
  buyer: Buyer,
  { order, customerIdOf, platform, shopId }: { order: Order; customerIdOf: IdOf; platform: Platform; shopId: string },
): OtherKey[] {
  const known = before?.shopId === shopId ? (before.otherKeys ?? []) : [];
  const kept = new Map(known.map((other) => [other.customerId, other]));
  const kind = buyer.key === null ? null : keyKindOf(platform, buyer.key);
  for (const { key, display, quality } of [before?.buyer, order.buyer].filter((each) => each !== undefined)) {
    // Two keys of one kind contradict each other and prove nothing.
    if (key === null || kind === null || keyKindOf(platform, key) === kind) continue;
    const customerId = customerIdOf({ key, display, quality });
    if (customerId !== null) kept.set(customerId, { customerId, kind: keyKindOf(platform, key) });
  }
  return [...kept.values()].toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
}

/**
 * Has the links say what these orders prove now. To be called within the transaction.
 * @returns the parties of links that changed
 */
export async function proveLinks(db: LiukeDatabase, orderRecordIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(orderRecordIds)];
  if (ids.length === 0) return [];
  const orders = (await db.orders.bulkGet(ids)).filter((order) => order !== undefined);
  const reviews = await db.reviews.where('orderRecordId').anyOf(ids).toArray();
  const reviewers = Map.groupBy(reviews, ({ orderRecordId }) => orderRecordId);
  const proofs: Proof[] = [];
  for (const order of orders) {
    const ofReviews = (reviewers.get(order.id) ?? []).filter(({ shopId }) => shopId === order.shopId);
    const keys = [
      ...(order.otherKeys ?? []),
      ...ofReviews.flatMap(({ customerId }): OtherKey[] =>
        customerId === null ? [] : [{ customerId, kind: order.platform === 'jd' ? 'pin' : 'securityuid' }],
      ),
    ];
    // The key by which the buyer is known anyway proves nothing.
    const others = keys.filter(({ customerId }) => customerId !== partyOf(order));
    if (others.length === 0) continue;
    const kind = await kindOf(db, order);
    proofs.push(...others.map((other) => proofOf(order, kind, other)));
  }
  return await putProofs(db, ids, proofs);
}

interface Proof {
  orderRecordId: string;
  shopId: string;
  parties: [string, string];
  kinds: LinkRecord['kinds'];
}

function proofOf(order: OrderRecord, own: KeyKind | 'nick' | null, { customerId, kind }: OtherKey): Proof {
  const parties = inOrder([partyOf(order), customerId]);
  const kinds = parties.map((party) => (party === customerId ? kind : own)) as LinkRecord['kinds'];
  return { orderRecordId: order.id, shopId: order.shopId, parties, kinds };
}

/** By what the buyer of an order is known; an order that shows the nick alone may be of a customer whose key others show. */
async function kindOf(db: LiukeDatabase, order: OrderRecord): Promise<KeyKind | 'nick' | null> {
  const own = ownIdOf(order);
  if (own === null) return null;
  const isKeyed = (other: OrderRecord) => ownIdOf(other) === own && other.buyer.key !== null;
  // Some of their orders may count as a linked customer's already, while this one does not yet.
  const linked = await db.linkedParties.get(own);
  const countedAs = new Set([own, order.customerId!, linked?.customerId ?? own]);
  const keyed = isKeyed(order)
    ? order
    : await db.orders
        .where('customerId')
        .anyOf([...countedAs])
        .filter(isKeyed)
        .first();
  return keyed ? keyKindOf(order.platform, keyed.buyer.key!) : 'nick';
}

async function putProofs(db: LiukeDatabase, orderIds: readonly string[], proofs: readonly Proof[]): Promise<string[]> {
  const wanted = Map.groupBy(proofs, ({ parties }) => linkIdOf(parties));
  const resting = await db.links
    .where('provenBy')
    .anyOf([...orderIds])
    .distinct()
    .toArray();
  const stored = (await db.links.bulkGet([...wanted.keys()])).filter((link) => link !== undefined);
  const links = new Map([...resting, ...stored].map((link) => [link.id, link]));
  const changed: LinkRecord[] = [];
  for (const id of new Set([...links.keys(), ...wanted.keys()])) {
    const before = links.get(id);
    const proving = wanted.get(id) ?? [];
    const others = (before?.provenBy ?? []).filter((orderId) => !orderIds.includes(orderId));
    const provenBy = [...new Set([...others, ...proving.map(({ orderRecordId }) => orderRecordId)])].toSorted();
    if (before && before.provenBy.join() === provenBy.join()) continue;
    const { shopId, parties } = proving[0] ?? before!;
    const kinds: LinkRecord['kinds'] = provenBy.length === 0 ? [null, null] : (proving[0] ?? before!).kinds;
    changed.push({ ...(before ?? undecided), id, shopId, parties, kinds, provenBy });
  }
  const isGone = ({ provenBy, decision }: LinkRecord) => provenBy.length === 0 && decision === null;
  await db.links.bulkDelete(changed.filter(isGone).map(({ id }) => id));
  await db.links.bulkPut(changed.filter((link) => !isGone(link)));
  return changed.flatMap(({ parties }) => parties);
}

const undecided = { decision: null, eventId: null, newCustomerId: null } as const;

/**
 * Who could be the same buyer: looked up by what a masked order shows, the tail of its number on Taobao, the phone's keyed hash on JD.
 * Both are indexes of the orders, so a look-up reads the few orders that agree and never walks the shop.
 */
import { orderTailOf, tailOfUid, type BuyerClues } from '../../insight/identity/buyer-clues.ts';
import { nameShares } from '../../insight/identity/compare.ts';
import type { LinkGround } from '../../insight/identity/propose.ts';
import { isMask, keyKindOf } from '../../model/identity.ts';
import { nameCountId } from '../../model/link.ts';
import { linkModel } from '../../rules/identity.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';

/** More orders that agree in one thing are of one great buyer, or the thing tells nothing: the first of them are enough. */
const MOST_ALIKE = 60;
/** A customer's newest orders stand for all. */
const MOST_OWN = 20;

/** A party with the orders that it was met by. */
export interface Candidate {
  clues: BuyerClues;
  /** The customer it is part of; null for a masked order on its own. */
  customerId: string | null;
  /** Newest first. */
  orders: OrderRecord[];
}

/** Orders of the shop that agree with these in what they can be looked up by, these included. */
export async function ordersAlike(
  db: LiukeDatabase,
  shopId: string,
  orders: readonly OrderRecord[],
): Promise<OrderRecord[]> {
  const own = orders.toSorted((a, b) => b.placedAt - a.placedAt).slice(0, MOST_OWN);
  const tails = new Set(own.flatMap(tailsOf));
  const phones = new Set(own.flatMap(({ clues }) => clues?.phoneHash ?? []));
  const found = await Promise.all([
    ...Array.from(tails, (tail) =>
      db.orders.where('reversedId').startsWith(reversed(tail)).limit(MOST_ALIKE).toArray(),
    ),
    ...Array.from(phones, (hash) => db.orders.where('clues.phoneHash').equals(hash).limit(MOST_ALIKE).toArray()),
  ]);
  const all = new Map([...own, ...found.flat()].map((order) => [order.id, order]));
  return [...all.values()].filter((order) => order.shopId === shopId);
}

/** The orders by who they are of: a customer's together, each masked one on its own. */
export async function candidatesIn(db: LiukeDatabase, orders: readonly OrderRecord[]): Promise<Candidate[]> {
  const groups = [...Map.groupBy(orders, ({ id, customerId }) => customerId ?? id).values()];
  const customerIds = groups.flatMap(([first]) => first!.customerId ?? []);
  const records = await db.customers.bulkGet(customerIds);
  const linked = await db.linkedParties.where('customerId').anyOf(customerIds).toArray();
  const nameOf = new Map(records.flatMap((record) => (record ? [[record.customerId, record.display]] : [])));
  const partiesOf = Map.groupBy(linked, ({ customerId }) => customerId);
  return groups.map((theirs) => {
    const newest = theirs.toSorted((a, b) => b.placedAt - a.placedAt);
    const { id, customerId, clues } = newest[0]!;
    const parties = customerId === null ? [] : (partiesOf.get(customerId) ?? []).map(({ party }) => party);
    // A customer made of masks alone is spoken of by one of them.
    const party =
      customerId === null ? id : parties.length === 0 || parties.includes(customerId) ? customerId : parties[0]!;
    const shown = [...theirs.map(({ buyer }) => buyer.display), nameOf.get(customerId ?? '') ?? null].filter(
      (name) => name !== null,
    );
    return {
      clues: {
        party,
        tails: [...new Set(theirs.flatMap(tailsOf))],
        name: shown.find((name) => !isMask(name)) ?? shown[0] ?? null,
        keys: keysOf(theirs, parties),
        phoneHash: clues?.phoneHash ?? null,
        place: clues?.place ?? null,
      },
      customerId,
      orders: newest,
    };
  });
}

/** The shop as the ground of these candidates: how many people buy there, and how common their names are. */
export async function readLinkGround(
  db: LiukeDatabase,
  shopId: string,
  candidates: readonly Candidate[],
): Promise<LinkGround> {
  const characters = [...new Set(['', ...candidates.flatMap(({ clues }) => Array.from(clues.name ?? '')[0] ?? [])])];
  const [counts, coverage, benchmarks] = await Promise.all([
    db.nameCounts.bulkGet(characters.map((character) => nameCountId(shopId, character))),
    db.coverage.get(shopId),
    db.benchmarks.get(shopId),
  ]);
  const known = benchmarks?.customers ?? (await db.customers.where('shopId').equals(shopId).count());
  const counted = new Map(characters.map((character, index) => [character, counts[index]?.count ?? 0] as const));
  return {
    model: linkModel,
    names: nameShares(linkModel, counted),
    buyers: known + (coverage?.maskedOrders ?? 0) / linkModel.ordersPerMaskedBuyer,
  };
}

/** On JD the number of an order tells nothing of its buyer. */
function tailsOf({ platform, orderId, buyer }: OrderRecord): string[] {
  if (platform !== 'taobao') return [];
  const ofUid = buyer.key === null ? null : tailOfUid(buyer.key);
  return [orderTailOf(orderId), ...(ofUid === null ? [] : [ofUid])];
}

/** @param parties of their customer, as links name them */
function keysOf(orders: readonly OrderRecord[], parties: readonly string[]): BuyerClues['keys'] {
  const { customerId } = orders[0]!;
  if (customerId === null) return [];
  const keys = orders.flatMap(({ platform, buyer: { key } }) =>
    key === null ? [] : [{ kind: keyKindOf(platform, key), id: key }],
  );
  if (keys.length > 0) return keys;
  if (orders.some(({ buyer }) => buyer.quality === 'probable')) return [{ kind: 'nick', id: customerId }];
  // By the reviews of masked orders; what was made of masks alone stays one.
  return parties.includes(customerId) ? [{ kind: 'securityuid', id: customerId }] : [];
}

function reversed(digits: string): string {
  return digits.split('').toReversed().join('');
}

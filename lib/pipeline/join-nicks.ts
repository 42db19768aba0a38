/**
 * One Taobao buyer, two ways of being known: some pages carry the uid beside the full nick, others the nick alone. A page that
 * carries both says that they are one person, so what was kept under the nick moves to the uid. A nick that two uids have had
 * (buyers may change it) says nothing any more and joins nothing.
 */
import { buyerOfNick, isBuyerSealed, joinKeyOf, type Buyer } from '../model/identity.ts';
import { ownIdOf } from '../model/link.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { recordsOf } from '../store/of-keys.ts';
import type { OrderRecord } from '../store/records.ts';
import type { CustomerIds } from './customer-id.ts';

/** The id of a buyer in a shop, the page's where none is named. */
export type IdOf = (buyer: Buyer, shopId?: string) => string | null;

export interface Hashes {
  /** The page's shop first. */
  shopIds: readonly string[];
  idOf: IdOf;
  /** The id that a buyer known by the platform's id would have by nick alone; null without a full nick beside the id. */
  nickIdOf: IdOf;
}

/**
 * The ids of these buyers, made beforehand: hashing within a transaction would end it.
 * @param shopIds the page's shop, and those that its orders are known to be of
 * @param stored orders that the page shows again: of a buyer who is sealed, the order alone tells the id
 */
export async function hashed(
  ids: CustomerIds,
  shopIds: readonly [string, ...string[]],
  buyers: readonly Buyer[],
  stored: readonly OrderRecord[] = [],
): Promise<Hashes> {
  const all = [...buyers, ...buyers.flatMap((buyer) => nickOf(buyer) ?? [])];
  const distinct = new Map(all.map((buyer) => [joinKeyOf(buyer), buyer]));
  const hashesIn = async (shopId: string) =>
    new Map(await Promise.all([...distinct].map(async ([key, buyer]) => [key, await ids.of(shopId, buyer)] as const)));
  const byShop = new Map(await Promise.all(shopIds.map(async (shopId) => [shopId, await hashesIn(shopId)] as const)));
  for (const order of stored)
    if (isBuyerSealed(order.buyer)) byShop.get(order.shopId)?.set(joinKeyOf(order.buyer), ownIdOf(order));
  const idOf: IdOf = (buyer, shopId = shopIds[0]) => byShop.get(shopId)?.get(joinKeyOf(buyer)) ?? null;
  return {
    shopIds,
    idOf,
    nickIdOf: (buyer) => {
      const nick = nickOf(buyer);
      return nick && idOf(nick);
    },
  };
}

/** The buyer as known by the full nick alone; null without one beside the id. */
export function nickOf({ key, display }: Buyer): Buyer | null {
  if (key === null || display === null || display === key) return null;
  const nick = buyerOfNick(display);
  return nick.quality === 'probable' ? nick : null;
}

/** Ids of buyers, those known by nick alone under the uid's id where it is known. To be called within the transaction. */
export async function withNicksJoined(
  db: LiukeDatabase,
  { shopIds, idOf, nickIdOf }: Hashes,
  buyers: readonly Buyer[],
): Promise<IdOf> {
  const owners = new Map<string, Set<string>>();
  const add = (nickId: string | null, customerId: string | null) => {
    if (nickId === null || customerId === null) return;
    owners.set(nickId, (owners.get(nickId) ?? new Set()).add(customerId));
  };
  const byNick = buyers.filter(({ quality }) => quality === 'probable');
  const nickIds = [
    ...byNick.flatMap((buyer) => shopIds.flatMap((shopId) => idOf(buyer, shopId) ?? [])),
    // Of an order that is shown as a mask now, the nick may be known from before.
    ...buyers.flatMap((buyer) => nickIdOf(buyer) ?? []),
  ];
  for (const { nickId, customerId } of await recordsOf(db.customers, 'nickId', nickIds)) add(nickId, customerId);
  for (const buyer of buyers) add(nickIdOf(buyer), idOf(buyer));
  return (buyer, shopId) => {
    const id = idOf(buyer, shopId);
    const owner = buyer.quality === 'probable' && id !== null ? owners.get(id) : undefined;
    return owner?.size === 1 ? [...owner][0]! : id;
  };
}

/** Known by the full nick alone. */
export function isByNick({ buyer }: { buyer: Buyer }): boolean {
  return buyer.key === null && buyer.quality === 'probable';
}

/**
 * Orders into the store, whether a page showed them or a file: one order of both, its buyer under the customer that both know, what
 * follows from it (names, days, links) kept up. To be called within the transaction of the page or of the file's portion.
 */
import { isMask } from '../model/identity.ts';
import { isSealed } from '../model/sealed.ts';
import { ownIdOf, partyOf } from '../model/link.ts';
import type { Platform } from '../model/platform.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { CustomerRecord, OrderRecord, ShopRecord } from '../store/records.ts';
import { holdsAny } from '../store/first-keys.ts';
import { neighboursOf } from '../store/of-keys.ts';
import { countNames } from './count-names.ts';
import { Tellings } from './import/tellings.ts';
import type { Hashes, IdOf } from './join-nicks.ts';
import type { CluesOf } from './keep-clues.ts';
import { moveNickOrders, type NickMove, type NickMoves } from './move-nicks.ts';
import { countOrders } from './note-seen.ts';
import { isSame, orderRecord, type SeenRow } from './order-record.ts';
import { proveLinks } from './prove-links.ts';
import { regroup, withLinksFollowed } from './regroup.ts';
import { isUnnamed } from './resolve-shop.ts';
import type { WrittenCustomers } from './import/written-customers.ts';

export interface OrdersSeen {
  platform: Platform;
  shop: ShopRecord;
  /** When the page or the file showed them so, epoch ms. */
  seenAt: number;
  /** Epoch ms; nothing was seen later than this. */
  now: number;
  /** The import that brings them; null for a page. */
  fromFile: string | null;
  hashes: Hashes;
  /** As `withNicksJoined` makes it. */
  customerIdOf: IdOf;
  cluesOf: CluesOf;
  /** Of a long import; nothing is known of customers where it is left out. */
  written?: WrittenCustomers;
}

export interface OrdersPut {
  /** All that were put, by id, also those that say nothing new. */
  told: Set<string>;
  /** Orders that are new or say something else now, as they are stored. */
  changed: Map<string, OrderRecord>;
  /** As they were before, in the order of the rows. */
  stored: (OrderRecord | undefined)[];
  newOrders: number;
  /** Numbers of the rows whose order belongs to another shop: nothing of them is stored. */
  elsewhere: number[];
  /** Customers whose columns change -> their shop. */
  touched: Map<string, string>;
  nickMoves: NickMoves;
  /** Customers that were written, as they were before, and what the store was found or made to say of each that was asked for. */
  customers: { written: CustomerRecord[]; before: CustomerRecord[]; told: Map<string, string> };
}

export async function putOrders(db: LiukeDatabase, rows: readonly SeenRow[], seen: OrdersSeen): Promise<OrdersPut> {
  const { platform, shop, hashes } = seen;
  const recordIds = rows.map(({ order }) => `${platform}:${order.orderId}`);
  const stored = await neighboursOf(db.orders, recordIds);
  const changed = new Map<string, OrderRecord>();
  const seenAgain = new Map<string, OrderRecord>();
  const touched = new Map<string, string>();
  const elsewhere: number[] = [];
  const told = new Set<string>();
  const tellings = await Tellings.of(db, 'orders', stored);
  let newOrders = 0;
  for (const [index, row] of rows.entries()) {
    const before = changed.get(recordIds[index]!) ?? stored[index];
    const isElsewhere = before !== undefined && before.shopId !== shop.shopId && !isUnnamed(before);
    if (isElsewhere && !isUnnamed(shop)) {
      elsewhere.push(index);
      continue;
    }
    const where = { ...seen, shopId: isElsewhere ? before.shopId : shop.shopId };
    const after = orderRecord(before, row, where);
    if (isElsewhere) after.customerId = ownIdOf(before);
    told.add(after.id);
    if (tellings && before && stored[index]) {
      // A nick is joined to whoever is known to have it when the orders are put together again.
      const alone = orderRecord(undefined, row, { ...where, customerIdOf: hashes.idOf });
      if (isElsewhere) alone.customerId = ownIdOf(before);
      tellings.hear(before, { ...alone, ...(seen.fromFile === null ? {} : { tellsAfterSales: row.tellsAfterSales }) });
    }
    if (before && isSame(before, after)) {
      // What a page shows too is no longer the file's alone.
      if (before.fromFile !== undefined && seen.fromFile === null) seenAgain.set(after.id, withoutFile(before));
      continue;
    }
    if (!before) newOrders += 1;
    changed.set(after.id, after);
    if (before?.customerId) touched.set(before.customerId, before.shopId);
  }
  // The hashes are of this shop: they say nothing about an order that stays in its own.
  const ofThisShop = [...changed.values()].filter((order) => order.shopId === shop.shopId);
  for (const order of await withLinksFollowed(db, [...changed.values()])) {
    changed.set(order.id, order);
    if (order.customerId) touched.set(order.customerId, order.shopId);
  }
  const [customers] = await Promise.all([
    putCustomers(db, ofThisShop, hashes.nickIdOf, seen.written),
    db.orders.bulkPut([...seenAgain.values(), ...changed.values()]),
    tellings?.write(db),
    countNames(db, [...changed.values()], stored),
    countOrders(db, stored, changed),
  ]);
  const nickMoves = await moveNickOrders(db, ofThisShop, hashes.nickIdOf);
  for (const { from, to, shopId } of nickMoves.moves) touched.set(from, shopId).set(to, shopId);
  return { told, changed, stored, newOrders, elsewhere, touched, nickMoves, customers };
}

/** Has links say what was just seen, and the orders count as links say. */
export async function followLinks(
  db: LiukeDatabase,
  changed: readonly OrderRecord[],
  {
    nickMoves,
    reviewed,
  }: {
    nickMoves: { moves: readonly Pick<NickMove, 'from' | 'to'>[]; orderRecordIds: readonly string[] };
    reviewed: readonly string[];
  },
): Promise<void> {
  const keyed = nickMoves.moves.length > 0 || changed.some(({ otherKeys }) => otherKeys !== undefined);
  const [hasReviews, hasLinks] = await Promise.all([holdsAny(db.reviews), holdsAny(db.links)]);
  const mayProve = keyed || hasReviews || hasLinks;
  const proving = mayProve ? [...changed.map(({ id }) => id), ...nickMoves.orderRecordIds, ...reviewed] : [];
  await regroup(db, [
    ...(await proveLinks(db, proving)),
    ...changed.flatMap((order) => [partyOf(order), order.id]),
    ...nickMoves.moves.flatMap(({ from, to }) => [from, to]),
  ]);
}

function withoutFile(order: OrderRecord): OrderRecord {
  const { fromFile: _, ...rest } = order;
  return rest;
}

const qualityRank = { masked: 0, probable: 1, stable: 2 } as const;

/** A masked name never takes the place of a whole one, nor a name alone that of an id. */
export async function putCustomers(
  db: LiukeDatabase,
  orders: Iterable<OrderRecord>,
  nickIdOf: IdOf,
  written?: WrittenCustomers,
): Promise<OrdersPut['customers']> {
  const customers = new Map<string, CustomerRecord>();
  for (const order of orders) {
    const { shopId, platform, buyer } = order;
    const customerId = ownIdOf(order);
    const display = buyer.display ?? buyer.key;
    if (customerId === null || display === null || (saysNothing(display) && customers.has(customerId))) continue;
    const searchName = display.toLowerCase();
    const nickId = nickIdOf(buyer) ?? customers.get(customerId)?.nickId ?? null;
    customers.set(customerId, {
      customerId,
      shopId,
      platform,
      display,
      searchName,
      quality: better(customers.get(customerId)?.quality, buyer.quality),
      nickId,
    });
  }
  for (const [id, customer] of customers) if (written?.holds(id, whatIsSaidOf(customer))) customers.delete(id);
  const told = new Map(Array.from(customers, ([id, customer]) => [id, whatIsSaidOf(customer)]));
  const stored = (await db.customers.bulkGet([...customers.keys()])).filter((known) => known !== undefined);
  for (const known of stored) {
    const seen = customers.get(known.customerId)!;
    if (saysNothing(seen.display)) customers.delete(known.customerId);
    else {
      const nickId = seen.nickId ?? known.nickId;
      const after = { ...seen, nickId, quality: better(known.quality, seen.quality) };
      if (JSON.stringify(after) === JSON.stringify(known)) customers.delete(known.customerId);
      else customers.set(known.customerId, after);
    }
  }
  await db.customers.bulkPut([...customers.values()]);
  return {
    written: [...customers.values()],
    before: stored.filter(({ customerId }) => customers.has(customerId)),
    told,
  };
}

/** Neither a mask nor a name that is sealed tells more of a customer than is known. */
export function saysNothing(display: string): boolean {
  return isMask(display) || isSealed(display);
}

function whatIsSaidOf({ display, quality, nickId }: CustomerRecord): string {
  return `${quality} ${nickId ?? ''} ${display}`;
}

export function better(
  one: CustomerRecord['quality'] | undefined,
  other: CustomerRecord['quality'],
): CustomerRecord['quality'] {
  return one !== undefined && qualityRank[one] > qualityRank[other] ? one : other;
}

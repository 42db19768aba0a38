/**
 * What is kept under a nick goes with the one customer who is known to have it, and is nobody's in particular where several are, or none is any
 * more: whatever was seen first. To be called within the transaction.
 */
import { ownIdOf } from '../model/link.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { recordsOf } from '../store/of-keys.ts';
import type { CustomerRecord, OrderRecord } from '../store/records.ts';
import type { OrderTold } from '../store/tellings-record.ts';
import { tellingsId, type OrderTelling } from './import/tellings.ts';
import { isByNick, type IdOf } from './join-nicks.ts';

export interface NickMove {
  from: string;
  to: string;
  shopId: string;
  /** Records that went along, by id. */
  orders: string[];
  cases: string[];
  reviews: string[];
}

export interface NickMoves {
  /** Whose profiles change. */
  moves: NickMove[];
  /** Orders that are now known by the uid. */
  orderRecordIds: string[];
}

/** Moves what was kept under a nick to the customer now known to have it, and back where it turns out that another one has it, too. */
export async function moveNickOrders(
  db: LiukeDatabase,
  orders: Iterable<OrderRecord>,
  nickIdOf: IdOf,
): Promise<NickMoves> {
  const shown = new Map<string, OrderRecord>();
  for (const order of orders) {
    const from = nickIdOf(order.buyer);
    if (from !== null && ownIdOf(order) !== null) shown.set(from, order);
  }
  if (shown.size === 0) return { moves: [], orderRecordIds: [] };
  const owners = await ownersOf(db, shown.keys());
  const joined = await joinWithOwners(db, owners);
  const parted: NickMoves = { moves: [], orderRecordIds: [] };
  for (const [nickId, having] of owners) {
    if (having.length < 2) continue;
    const order = shown.get(nickId)!;
    const ownerIds = having.map(({ customerId }) => customerId);
    parted.orderRecordIds.push(...(await partNick(db, nickId, order, ownerIds)));
    const about = { shopId: order.shopId, orders: [], cases: [], reviews: [] };
    parted.moves.push(...ownerIds.map((to) => ({ from: nickId, to, ...about })));
  }
  return {
    moves: [...joined.moves, ...parted.moves],
    orderRecordIds: [...joined.orderRecordIds, ...parted.orderRecordIds],
  };
}

/** Moves what was kept under these nicks to those customers who alone have one of them. */
export async function joinLoneNicks(db: LiukeDatabase, nickIds: readonly string[]): Promise<NickMoves> {
  return await joinWithOwners(db, await ownersOf(db, nickIds));
}

/** @returns nick -> those who are known to have it */
async function ownersOf(db: LiukeDatabase, nickIds: Iterable<string>): Promise<Map<string, CustomerRecord[]>> {
  return Map.groupBy(await recordsOf(db.customers, 'nickId', nickIds), ({ nickId }) => nickId!);
}

async function joinWithOwners(
  db: LiukeDatabase,
  owners: ReadonlyMap<string, readonly CustomerRecord[]>,
): Promise<NickMoves> {
  const moves = new Map<string, NickMove>();
  for (const [from, [owner, ...more]] of owners)
    if (owner && more.length === 0) {
      const { customerId: to, shopId } = owner;
      moves.set(from, { from, to, shopId, orders: [], cases: [], reviews: [] });
    }
  if (moves.size === 0) return { moves: [], orderRecordIds: [] };
  const from = [...moves.keys()];
  const linked = (await db.linkedParties.bulkGet(from)).flatMap((record) => record?.customerId ?? []);
  await db.orders
    .where('customerId')
    .anyOf([...new Set([...from, ...linked])])
    .filter((order) => moves.has(ownIdOf(order) ?? ''))
    .modify((order) => {
      const move = moves.get(ownIdOf(order)!)!;
      order.customerId = move.to;
      delete order.ownId;
      move.orders.push(order.id);
    });
  const along = (row: { id: string; customerId: string | null }, kind: 'cases' | 'reviews') => {
    const move = moves.get(row.customerId!)!;
    row.customerId = move.to;
    move[kind].push(row.id);
  };
  await db.afterSales
    .where('customerId')
    .anyOf(from)
    .modify((row) => along(row, 'cases'));
  await db.reviews
    .where('customerId')
    .anyOf(from)
    .modify((row) => along(row, 'reviews'));
  return { moves: [...moves.values()], orderRecordIds: [...moves.values()].flatMap((move) => move.orders) };
}

/**
 * Orders by the nick alone that counted as one of those who have it are nobody's in particular again.
 * @param order shows the nick beside the id of one of them
 * @returns the orders that changed
 */
async function partNick(
  db: LiukeDatabase,
  nickId: string,
  { buyer: { display }, shopId, platform }: OrderRecord,
  ownerIds: readonly string[],
): Promise<string[]> {
  const linked = (await db.linkedParties.bulkGet([...ownerIds])).flatMap((record) => record?.customerId ?? []);
  const around = await db.orders
    .where('customerId')
    .anyOf([...new Set([...ownerIds, ...linked, nickId])])
    .toArray();
  const isNick = (order: OrderTold) => ownerIds.includes(ownIdOf(order)!) && order.buyer.display === display;
  const parted = await giveToNick(db, nickId, around, isNick);
  if (parted.length === 0 || display === null) return [];
  const searchName = display.toLowerCase();
  await db.customers.put({
    customerId: nickId,
    shopId,
    platform,
    display,
    searchName,
    quality: 'probable',
    nickId: null,
  });
  return parted.map(({ id }) => id);
}

/**
 * Of these orders those by the nick alone, with their cases and reviews, and what was told of any of them by the nick alone, count as the
 * nick's own again.
 * @param around all orders of those who had the nick
 * @param isNick whether an order by a nick counted as one of theirs, and by this nick
 * @returns the orders that changed
 */
export async function giveToNick(
  db: LiukeDatabase,
  nickId: string,
  around: readonly OrderRecord[],
  isNick: (order: OrderTold) => boolean,
): Promise<OrderRecord[]> {
  const isTheirs = (order: OrderTold) => isByNick(order) && isNick(order);
  const asNick = (order: OrderTold): OrderTold => {
    const { ownId: _, ...rest } = order;
    return { ...rest, customerId: nickId };
  };
  const before = around.filter(isTheirs);
  const moved = before.map(asNick);
  await db.orders.bulkPut(moved);
  const told = await db.tellings.bulkGet(around.map(({ id }) => tellingsId('orders', id)));
  const given = (each: OrderTelling) => (!('lines' in each) && isTheirs(each) ? asNick(each) : each);
  await db.tellings.bulkPut(told.flatMap((each) => (each ? [{ ...each, orders: each.orders.map(given) }] : [])));
  const recordIds = moved.map(({ id }) => id);
  const ownerIds = new Set(before.map(ownIdOf));
  const give = (row: { customerId: string | null }) => {
    if (ownerIds.has(row.customerId)) row.customerId = nickId;
  };
  await db.afterSales.where('orderRecordId').anyOf(recordIds).modify(give);
  await db.reviews.where('orderRecordId').anyOf(recordIds).modify(give);
  return moved;
}

/** Looking a customer up by nick, also by the initials of its pinyin, or by an order number, whole or only its tail. */
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerRecord, OrderRecord } from '../../store/records.ts';
import { hasInitials, mayBeInitials } from '../../replies/search/initials.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { readKnownNames } from './known-names.ts';

export interface SearchHit {
  customer: CustomerRecord;
  /** The order that was found, when the query was an order number. */
  orderId: string | null;
}

const MIN_TAIL_DIGITS = 4;
/** Fewer are looked for at the beginning alone. */
const MIN_INNER_CHARS = 2;
const IN_ONE_PIECE = 200;

/** `quick` looks only where an index leads: tails of order numbers and the beginnings of nicks. `whole` also goes through all nicks. */
export type SearchDepth = 'quick' | 'whole';

/**
 * While names are sealed and locked, orders alone are found.
 * @param query any case; four digits and more are also tried as the tail of an order number
 * @param limit most hits to return
 * @returns orders' buyers first, then nicks that begin with the query, by letters or by initials, then nicks that contain it
 */
export async function search(
  db: LiukeDatabase,
  query: string,
  limit = 20,
  depth: SearchDepth = 'whole',
): Promise<SearchHit[]> {
  const text = query.trim().toLowerCase();
  if (text === '') return [];
  const [byOrder, byName] = await Promise.all([buyersOfOrders(db, text, limit), byNames(db, text, limit, depth)]);
  const hits = new Map(byOrder.map((hit) => [hit.customer.customerId, hit]));
  for (const customer of byName) {
    if (!hits.has(customer.customerId)) hits.set(customer.customerId, { customer, orderId: null });
  }
  return await oncePerPerson(db, [...hits.values()].slice(0, limit));
}

/** Whether it may be the end of an order's number, or the whole of it. */
export function isOrderTail(text: string): boolean {
  return text.length >= MIN_TAIL_DIGITS && /^\d+$/.test(text);
}

/** Orders of a mask, by the end of their number: of them no customer is known. @param query four digits or more */
export async function readMaskedOrders(db: LiukeDatabase, query: string, limit: number): Promise<OrderRecord[]> {
  return await ordersEndingIn(db, query.trim(), limit, ({ customerId }) => customerId === null);
}

async function buyersOfOrders(db: LiukeDatabase, text: string, limit: number): Promise<SearchHit[]> {
  const orders = await ordersEndingIn(db, text, limit, ({ customerId }) => customerId !== null);
  const customers = await db.customers.bulkGet(orders.map(({ customerId }) => customerId!));
  const byId = new Map<string, SearchHit>();
  for (const [index, customer] of customers.entries()) {
    if (customer && !byId.has(customer.customerId))
      byId.set(customer.customerId, { customer, orderId: orders[index]!.orderId });
  }
  return [...byId.values()];
}

/** With a lock no index knows the names; while it is locked nobody does. */
async function byNames(db: LiukeDatabase, text: string, limit: number, depth: SearchDepth): Promise<CustomerRecord[]> {
  if (db.seal.record !== null) return db.seal.isLocked ? [] : await byKnownNames(db, text, limit);
  const starting = await db.customers.where('searchName').startsWith(text).limit(limit).toArray();
  if (depth === 'quick' || starting.length === limit || text.length < MIN_INNER_CHARS) return starting;
  return [...starting, ...(await byKnownNames(db, text, limit))];
}

/** @returns those that begin with the text, then those of these initials, then those that contain it */
async function byKnownNames(db: LiukeDatabase, text: string, limit: number): Promise<CustomerRecord[]> {
  const { searchNames, customerIds } = await readKnownNames(db);
  const [starting, spelt, inside]: [string[], string[], string[]] = [[], [], []];
  const [maySpell, mayBeInside] = [mayBeInitials(text), text.length >= MIN_INNER_CHARS];
  for (const [index, name] of searchNames.entries()) {
    const at = name.indexOf(text);
    const customerId = customerIds[index]!;
    if (at === 0) starting.push(name + SEPARATOR + customerId);
    else if (maySpell && spelt.length < limit && hasInitials(name, text)) spelt.push(customerId);
    else if (at > 0 && mayBeInside && inside.length < limit) inside.push(customerId);
  }
  const ids = starting.toSorted().map((entry) => entry.slice(entry.lastIndexOf(SEPARATOR) + 1));
  const found = await db.customers.bulkGet([...ids, ...spelt, ...inside].slice(0, limit));
  return found.filter((customer) => customer !== undefined);
}

/** In no id. */
const SEPARATOR = '\n';

/** Names that links make one customer's lead to that customer; the first of them stays, under the name that was found. */
async function oncePerPerson(db: LiukeDatabase, hits: readonly SearchHit[]): Promise<SearchHit[]> {
  const idsNow = await readCustomerIdsNow(
    db,
    hits.map(({ customer }) => customer.customerId),
  );
  const byId = new Map<string, SearchHit>();
  for (const hit of hits) {
    const customerId = idsNow.get(hit.customer.customerId)!;
    if (!byId.has(customerId)) byId.set(customerId, { ...hit, customer: { ...hit.customer, customerId } });
  }
  return [...byId.values()];
}

/** Many orders end alike; those that are not wanted must not use up the limit. */
async function ordersEndingIn(
  db: LiukeDatabase,
  digits: string,
  limit: number,
  isWanted: (order: OrderRecord) => boolean,
): Promise<OrderRecord[]> {
  if (limit <= 0 || !isOrderTail(digits)) return [];
  const ending = () => db.orders.where('reversedId').startsWith(digits.split('').toReversed().join(''));
  // In one piece: a cursor takes several times as long. Most have a buyer, so that a few of them are enough.
  for (const size of [2 * limit, IN_ONE_PIECE]) {
    const first = await ending().limit(size).toArray();
    const wanted = first.filter(isWanted).slice(0, limit);
    if (first.length < size || wanted.length === limit) return wanted;
  }
  return await ending().filter(isWanted).limit(limit).toArray();
}

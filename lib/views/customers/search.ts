/** Looking a customer up by nick or by an order number, whole or only its tail. */
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerRecord, OrderRecord } from '../../store/records.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { readOpenedNames } from './opened-names.ts';

export interface SearchHit {
  customer: CustomerRecord;
  /** The order that was found, when the query was an order number. */
  orderId: string | null;
}

const MIN_TAIL_DIGITS = 4;

/** `quick` looks only where an index leads: tails of order numbers and the beginnings of nicks. `whole` also walks all nicks. */
export type SearchDepth = 'quick' | 'whole';

/**
 * While names are sealed and locked, orders alone are found.
 * @param query any case; four digits and more are also tried as the tail of an order number
 * @param limit most hits to return
 * @returns orders' buyers first, then nicks that begin with the query, then nicks that contain it
 */
export async function search(
  db: LiukeDatabase,
  query: string,
  limit = 20,
  depth: SearchDepth = 'whole',
): Promise<SearchHit[]> {
  const text = query.trim().toLowerCase();
  if (text === '') return [];
  const byOrder = /^\d+$/.test(text) && text.length >= MIN_TAIL_DIGITS ? await ordersEndingIn(db, text, limit) : [];
  const owners = await db.customers.bulkGet(byOrder.flatMap((order) => order.customerId ?? []));
  const hits = new Map<string, SearchHit>();
  for (const customer of owners) {
    if (customer)
      hits.set(customer.customerId, {
        customer,
        orderId: byOrder.find((order) => order.customerId === customer.customerId)!.orderId,
      });
  }
  if (db.seal.record !== null) {
    for (const customer of await byOpenedNames(db, text, limit)) add(hits, customer);
    return await oncePerPerson(db, [...hits.values()].slice(0, limit));
  }
  const starting = await db.customers.where('searchName').startsWith(text).limit(limit).toArray();
  for (const customer of starting) add(hits, customer);
  if (depth === 'whole' && hits.size < limit && text.length >= 2) {
    for (const customer of await containing(db, text, limit - hits.size)) add(hits, customer);
  }
  return await oncePerPerson(db, [...hits.values()].slice(0, limit));
}

function add(hits: Map<string, SearchHit>, customer: CustomerRecord): void {
  if (!hits.has(customer.customerId)) hits.set(customer.customerId, { customer, orderId: null });
}

/** The same with a lock, whose names no index knows; nobody while it is locked. */
async function byOpenedNames(db: LiukeDatabase, text: string, limit: number): Promise<CustomerRecord[]> {
  if (db.seal.isLocked) return [];
  const { searchNames, customerIds } = await readOpenedNames(db);
  const [starting, inside]: [string[], string[]] = [[], []];
  for (const [index, name] of searchNames.entries()) {
    const at = name.indexOf(text);
    if (at === 0) starting.push(name + SEPARATOR + customerIds[index]!);
    else if (at > 0 && text.length >= 2 && inside.length < limit) inside.push(SEPARATOR + customerIds[index]!);
  }
  const found = [...starting.toSorted().slice(0, limit), ...inside].slice(0, limit);
  const ids = found.map((entry) => entry.slice(entry.lastIndexOf(SEPARATOR) + 1));
  return (await db.customers.bulkGet(ids)).filter((customer) => customer !== undefined);
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

/** Orders of masked buyers lead to nobody: they must not use up the limit. */
async function ordersEndingIn(db: LiukeDatabase, digits: string, limit: number): Promise<OrderRecord[]> {
  return await db.orders
    .where('reversedId')
    .startsWith(digits.split('').toReversed().join(''))
    .filter((order) => order.customerId !== null)
    .limit(limit)
    .toArray();
}

/** The index' keys are read in one piece; the few that fit are fetched. */
async function containing(db: LiukeDatabase, text: string, limit: number): Promise<CustomerRecord[]> {
  const names = (await db.customers.orderBy('searchName').keys()) as string[];
  const fitting = [...new Set(names.filter((name) => name.includes(text) && !name.startsWith(text)))].slice(0, limit);
  return await db.customers.where('searchName').anyOf(fitting).limit(limit).toArray();
}

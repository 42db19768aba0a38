/** Whom a pasted text is about. Only a whole nick or a whole order number is certain; all else is offered to choose from. */
import { isMask, maskName } from '../model/identity.ts';
import type { PasteAnswer, PastedPerson } from '../model/pasted.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { CustomerRecord, OrderRecord, ShopRecord } from '../store/records.ts';
import { readCustomerIdsNow } from '../views/links/linked-customers.ts';
import { search } from '../views/customers/search.ts';
import type { CustomerIds } from './customer-id.ts';
import { customerOfNick } from './customer-of-nick.ts';

const WHOLE_NUMBER_DIGITS = 16;
const MOST_OFFERED = 6;

/** What the text names. */
export interface NamedInPaste {
  nick: string | null;
  /** An order number, or the tail of one. */
  digits: string | null;
  /** Whole order numbers in it. */
  orderIds: readonly string[];
  /** All of these orders are of one buyer: they stand in the panel of a person. */
  areOfOneBuyer: boolean;
  /** Accounts of the shop that write in it; null for a text that is no conversation. */
  sellers: readonly string[] | null;
}

export type LookedUp = Omit<PasteAnswer, 'pasted'>;

/** The names under which the user's Taobao shops write. */
export async function readOwnAccounts(db: LiukeDatabase): Promise<Set<string>> {
  return new Set((await taobaoShops(db)).flatMap(accountsOf));
}

export async function lookUpPasted(db: LiukeDatabase, ids: CustomerIds, named: NamedInPaste): Promise<LookedUp> {
  const { nick, digits, orderIds, areOfOneBuyer, sellers } = named;
  const { shop, isNamed } = await shopOfSellers(db, sellers);
  const nothing = { person: null, others: [], shop: shop && shownShop(shop), isMaskedOrder: false };
  if (digits !== null) return { ...nothing, ...(await byNumber(db, digits)) };
  const exact = nick === null ? [] : await byWholeNick(db, nick, isNamed ? shop!.shopId : null);
  if (exact.length === 1) return { ...nothing, person: exact[0]! };
  const byOrders = await byOrderIds(db, orderIds);
  if (areOfOneBuyer && exact.length === 0 && byOrders.length === 1) return { ...nothing, person: byOrders[0]! };
  const person = exact.length === 0 && nick !== null && shop ? await unseen(db, ids, shop, nick) : null;
  const similar = nick === null || exact.length > 0 ? [] : (await search(db, nick, MOST_OFFERED)).map(personOfHit);
  return { ...nothing, person, others: once([...exact, ...byOrders, ...similar], person) };
}

/** The one that has such an account. One that is alone is taken for a nick that nobody has, and named on the screen. */
async function shopOfSellers(
  db: LiukeDatabase,
  sellers: readonly string[] | null,
): Promise<{ shop: ShopRecord | null; isNamed: boolean }> {
  if (sellers === null) return { shop: null, isNamed: false };
  const shops = await taobaoShops(db);
  const named = shops.filter((shop) => accountsOf(shop).some((account) => sellers.includes(account)));
  const fitting = named.length > 0 ? named : shops;
  return { shop: fitting.length === 1 ? fitting[0]! : null, isNamed: named.length === 1 };
}

async function taobaoShops(db: LiukeDatabase): Promise<ShopRecord[]> {
  return await db.shops.where('platform').equals('taobao').toArray();
}

function accountsOf({ hints, name }: ShopRecord): string[] {
  const named = hints.flatMap((hint) => /^(?:account|name):(.+)$/.exec(hint)?.[1] ?? []);
  return name === null ? named : [...named, name];
}

function shownShop({ shopId, name, platform }: ShopRecord): PasteAnswer['shop'] {
  return { shopId, name, platform };
}

/** A number that is whole and known leads to its buyer; a tail may be that of another order as well. */
async function byNumber(db: LiukeDatabase, digits: string): Promise<Partial<LookedUp>> {
  const hits = (await search(db, digits, MOST_OFFERED)).map(personOfHit);
  const isWhole = digits.length >= WHOLE_NUMBER_DIGITS;
  const exact = hits.filter(({ orderId }) => orderId === digits);
  if (isWhole && exact.length === 1) return { person: exact[0]! };
  return { others: hits, isMaskedOrder: isWhole && (await ordersById(db, [digits])).length > 0 };
}

async function byWholeNick(db: LiukeDatabase, nick: string, shopId: string | null): Promise<PastedPerson[]> {
  const named = await db.customers.where('searchName').anyOf(db.seal.lookUpsOf(nick.toLowerCase())).toArray();
  const fitting = named.filter(
    (customer) => !isMask(customer.display) && (shopId === null || customer.shopId === shopId),
  );
  const idsNow = await readCustomerIdsNow(
    db,
    fitting.map(({ customerId }) => customerId),
  );
  return once(fitting.map((customer) => personOf(customer, idsNow.get(customer.customerId)!, null)));
}

async function byOrderIds(db: LiukeDatabase, orderIds: readonly string[]): Promise<PastedPerson[]> {
  const orders = (await ordersById(db, orderIds)).filter(({ customerId }) => customerId !== null);
  const customers = await db.customers.bulkGet(orders.map(({ customerId }) => customerId!));
  return once(
    customers.flatMap((customer, index) =>
      customer ? [personOf(customer, customer.customerId, orders[index]!.orderId)] : [],
    ),
  );
}

async function ordersById(db: LiukeDatabase, orderIds: readonly string[]): Promise<OrderRecord[]> {
  const recordIds = orderIds.flatMap((orderId) => [`taobao:${orderId}`, `jd:${orderId}`]);
  return (await db.orders.bulkGet(recordIds)).filter((order) => order !== undefined);
}

/** Somebody of whom no order was seen: what is done for them is kept under their nick. */
async function unseen(
  db: LiukeDatabase,
  ids: CustomerIds,
  { shopId, platform }: ShopRecord,
  nick: string,
): Promise<PastedPerson | null> {
  const customerId = await customerOfNick(db, ids, shopId, nick);
  if (customerId === null) return null;
  const isSeen = (await db.customers.get(customerId)) !== undefined;
  return { customerId, shopId, platform, display: maskName(nick), orderId: null, isSeen };
}

function personOfHit({ customer, orderId }: { customer: CustomerRecord; orderId: string | null }): PastedPerson {
  return personOf(customer, customer.customerId, orderId);
}

function personOf(customer: CustomerRecord, customerId: string, orderId: string | null): PastedPerson {
  const { shopId, platform, display } = customer;
  return { customerId, shopId, platform, display: maskName(display), orderId, isSeen: true };
}

/** @param person who is certain, and need not be offered */
function once(people: readonly PastedPerson[], person: PastedPerson | null = null): PastedPerson[] {
  const passed = new Set(person ? [person.customerId] : []);
  const first = people.filter(({ customerId }) => !passed.has(customerId) && passed.add(customerId));
  return first.slice(0, MOST_OFFERED);
}

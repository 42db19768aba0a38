/** All that the store holds of one person in a shop: every id, every order, and what names them. */
import { isOrderParty } from '../../model/link.ts';
import type { Buyer } from '../../model/identity.ts';
import { holdOpen } from '../../store/hold-open.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import type { AfterSaleRecord, CustomerRecord, OrderRecord, ReviewRecord } from '../../store/records.ts';
import { readLinkedCustomer } from '../../views/links/linked-customers.ts';
import type { CustomerIds } from '../customer-id.ts';
import { nickOf } from '../join-nicks.ts';
import { unnamedShopId } from '../resolve-shop.ts';

export interface PersonInStore {
  customerIds: string[];
  orders: OrderRecord[];
  cases: AfterSaleRecord[];
  reviews: ReviewRecord[];
  /** Of orders that were seen, and of those that only a case or a review names. */
  orderRecordIds: string[];
}

/** To be called within a transaction. @param askedFor the customer, or any of those whom links make one with them */
export async function everythingOf(db: LiukeDatabase, ids: CustomerIds, askedFor: string): Promise<PersonInStore> {
  const customerIds = new Set<string>();
  const orders = new Map<string, OrderRecord>();
  for (let next = [askedFor]; next.length > 0;) {
    const found = await ordersAround(db, next, customerIds);
    for (const order of found) orders.set(order.id, order);
    const elsewhere = await holdOpen(idsElsewhere(ids, found, await shopIdsOf(db, found)));
    next = elsewhere.filter((id) => !customerIds.has(id));
  }
  const theirs = [...customerIds];
  const orderIds = [...orders.keys()];
  const cases = onceEach([
    ...(await db.afterSales.where('customerId').anyOf(theirs).toArray()),
    ...(await db.afterSales.where('orderRecordId').anyOf(orderIds).toArray()),
  ]);
  const reviews = onceEach([
    ...(await db.reviews.where('customerId').anyOf(theirs).toArray()),
    ...(await db.reviews.where('orderRecordId').anyOf(orderIds).toArray()),
  ]);
  const unseen = await unseenOrders(db, [...cases, ...reviews], orders);
  return {
    customerIds: theirs,
    orders: [...orders.values()],
    cases,
    reviews,
    orderRecordIds: [...orderIds, ...unseen],
  };
}

/** Adds every id that links and nicks lead to. @returns the orders of all of them */
async function ordersAround(db: LiukeDatabase, start: readonly string[], customerIds: Set<string>) {
  const orderParties: string[] = [];
  for (const id of start) {
    const { customerId, parties, records } = await readLinkedCustomer(db, id);
    for (const party of [id, customerId, ...parties, ...records.flatMap(({ nickId }) => nickId ?? [])])
      if (isOrderParty(party)) orderParties.push(party);
      else customerIds.add(party);
  }
  const counted = await db.orders
    .where('customerId')
    .anyOf([...customerIds])
    .toArray();
  const masked = (await db.orders.bulkGet(orderParties)).filter((order) => order !== undefined);
  return onceEach([...counted, ...masked]);
}

/**
 * A buyer of a named shop is met on pages that name none, too; whose shop a page without a name is of, nobody knows: then they are met in
 * every shop of the platform.
 */
async function shopIdsOf(db: LiukeDatabase, orders: readonly OrderRecord[]): Promise<Map<string, string[]>> {
  const shops = await db.shops.toArray();
  return new Map(
    orders.map(({ shopId, platform }) => {
      const unnamed = unnamedShopId(platform);
      const ofPlatform = shops.filter((shop) => shop.platform === platform).map((shop) => shop.shopId);
      return [shopId, shopId === unnamed ? ofPlatform.filter((id) => id !== unnamed) : [unnamed]];
    }),
  );
}

async function idsElsewhere(
  ids: CustomerIds,
  orders: readonly OrderRecord[],
  shopsFor: ReadonlyMap<string, string[]>,
): Promise<string[]> {
  const found = new Set<string>();
  for (const { shopId, buyer } of orders)
    for (const elsewhere of shopsFor.get(shopId)!)
      for (const known of namesOf(buyer)) {
        const id = await ids.of(elsewhere, known);
        if (id !== null) found.add(id);
      }
  return [...found];
}

function namesOf(buyer: Buyer): Buyer[] {
  const nick = nickOf(buyer);
  return nick === null ? [buyer] : [buyer, nick];
}

async function unseenOrders(
  db: LiukeDatabase,
  rows: readonly { orderRecordId: string }[],
  seen: ReadonlyMap<string, OrderRecord>,
): Promise<string[]> {
  const named = [...new Set(rows.map(({ orderRecordId }) => orderRecordId))].filter((id) => !seen.has(id));
  const stored = await db.orders.bulkGet(named);
  return named.filter((_, index) => stored[index] === undefined);
}

function onceEach<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** What people noted about these customers, with the undoes of it. */
export async function eventsAbout(db: LiukeDatabase, person: PersonInStore): Promise<EventRecord[]> {
  const parties = new Set([...person.customerIds, ...person.orderRecordIds]);
  const [noted, said] = await Promise.all([
    db.events.where('customerId').anyOf(person.customerIds).toArray(),
    db.events.where('kind').anyOf('linkConfirmed', 'linkRefused', 'rightNoted').toArray(),
  ]);
  const workOrders = await workOrdersAbout(db, person);
  const between = said.filter(
    (event) => 'parties' in event && event.parties?.some((party) => parties.has(party)) === true,
  );
  const about = new Map([...noted, ...between, ...workOrders].map((event) => [event.id, event]));
  const rightIds = new Set([...about.values()].flatMap((event) => (event.kind === 'rightNoted' ? event.rightId : [])));
  await db.events
    .where('kind')
    .equals('rightSettled')
    .each((event) => {
      if (event.kind === 'rightSettled' && rightIds.has(event.rightId)) about.set(event.id, event);
    });
  await db.events
    .where('kind')
    .equals('undo')
    .each((event) => {
      if (event.kind === 'undo' && about.has(event.eventId)) about.set(event.id, event);
    });
  return [...about.values()];
}

/** Of work orders about an order of theirs, also those that name no customer. */
async function workOrdersAbout(db: LiukeDatabase, { orderRecordIds }: PersonInStore): Promise<EventRecord[]> {
  const orderIds = new Set(orderRecordIds.map((id) => id.slice(id.indexOf(':') + 1)));
  const opened = await db.events.where('kind').equals('workOrderOpened').toArray();
  const theirs = opened.flatMap((event) =>
    event.kind === 'workOrderOpened' && orderIds.has(event.workOrder.orderId ?? '') ? event.workOrder.workOrderId : [],
  );
  return await db.events.where('workOrderId').anyOf(theirs).toArray();
}

/** What they are called. */
export async function customersNamed(db: LiukeDatabase, { customerIds }: PersonInStore): Promise<CustomerRecord[]> {
  return (await db.customers.bulkGet(customerIds)).filter((record) => record !== undefined);
}

/** Looking up who may be the same buyer in a full store, and linking them. In a browser: this is about IndexedDB. */
import { buyerOfKey, buyerOfNick } from '../../../lib/model/identity.ts';
import { openCustomerIds, type CustomerIds } from '../../../lib/pipeline/customer-id.ts';
import { confirmLink } from '../../../lib/pipeline/decide-links.ts';
import { undoEvent } from '../../../lib/pipeline/record-event.ts';
import { takeInPage } from '../../../lib/pipeline/take-in-page.ts';
import { LiukeDatabase } from '../../../lib/store/database.ts';
import type { CustomerRecord, OrderRecord } from '../../../lib/store/records.ts';
import { readCustomerPossibleLinks, readPageLinks } from '../../../lib/views/links/possible-links.ts';
import { linkShopId, soldList } from '../../../tests/support/make-links.ts';
import { makeOrder } from '../../../tests/support/make-order.ts';
import { seeded, time, timeCold, type Timing } from '../insight/bench.ts';

const AT = Date.UTC(2026, 7, 6);
const PORTION = 5_000;
const PAGE_ORDERS = 50;
/** Every tenth customer is known by a uid; the orders of the others are masks. */
const KNOWN_EVERY = 10;
const PER_CUSTOMER = 10 / 3;
const NAMES = Array.from('tttttttt半南山云小王李张陈林阿大爱心晓雨花月星海');

/** @param orderCount how many orders to store, of three tenths as many customers */
export async function benchStoredLinks(orderCount: number): Promise<Timing[]> {
  const db = new LiukeDatabase('liuke-bench');
  await db.delete();
  await db.open();
  try {
    const ids = await openCustomerIds(db);
    const customers = Math.floor(orderCount / PER_CUSTOMER);
    const random = seeded(20_260_806);
    const store = await timeCold(`store ${orderCount} orders of ${customers} customers`, 1, async () => {
      for (let from = 0; from < orderCount; from += PORTION) await storePortion(db, from, { orderCount, random });
    });
    return [store, ...(await benchLinks(db, ids, customers))];
  } finally {
    db.close();
    await new LiukeDatabase('liuke-bench').delete();
  }
}

async function benchLinks(db: LiukeDatabase, ids: CustomerIds, customers: number): Promise<Timing[]> {
  let run = 0;
  const pageOf = () =>
    Array.from({ length: PAGE_ORDERS }, (_, index) => 1 + ((run * 977 + index * 37) % (customers - 1)));
  const takeIn = async () => {
    run += 1;
    const orders = pageOf().map((customer, index) => lateOrder(run * PAGE_ORDERS + index, customer));
    await takeInPage(db, ids, soldList(orders), AT + run);
    return orders.map(({ orderId }) => `taobao:${orderId}`);
  };
  const without = await time('take in a page of 50 masked orders, no links in the store', 20, takeIn);
  let found = 0;
  const recordIds = await takeIn();
  const page = await time('possible links of a page of 50 masked orders', 20, async () => {
    found = (await readPageLinks(db, linkShopId, recordIds)).length;
  });
  const card = await time('possible links of a known customer', 20, async () => {
    run += 1;
    await readCustomerPossibleLinks(db, customerIdOf(run * KNOWN_EVERY));
  });
  const parties = [recordIds[0]!, customerIdOf(KNOWN_EVERY)] as [string, string];
  const link = { shopId: linkShopId, parties };
  const decide = await time('confirm a link and take it back', 20, async () => {
    await undoEvent(db, await confirmLink(db, ids, link, AT), AT);
  });
  for (let number = 1; number <= 1_000; number += 1)
    await confirmLink(
      db,
      ids,
      { ...link, parties: [`taobao:${orderIdOf(number * 7, number * 7)}`, customerIdOf(number * 10)] },
      AT,
    );
  const within = await time('take in a page of 50 masked orders, 1,000 links in the store', 20, takeIn);
  const late = await time('confirm a link and take it back, 1,000 links in the log', 10, async () => {
    await undoEvent(db, await confirmLink(db, ids, link, AT), AT);
  });
  return [without, within, page, { name: 'links found on that page', n: 1, medianMs: found }, card, decide, late];
}

async function storePortion(
  db: LiukeDatabase,
  from: number,
  { orderCount, random }: { orderCount: number; random: () => number },
): Promise<void> {
  const customers = Math.floor(orderCount / PER_CUSTOMER);
  const orders = Array.from({ length: Math.min(PORTION, orderCount - from) }, (_, index): OrderRecord => {
    const number = from + index;
    const customer = number < customers ? number : Math.floor(random() ** 1.5 * customers);
    const isKnown = customer % KNOWN_EVERY === 0;
    const orderId = orderIdOf(number, customer);
    const order = makeOrder({
      orderId,
      placedAt: AT - number * 60_000,
      buyer: isKnown ? accountOf(customer) : maskOf(customer),
    });
    return {
      ...order,
      id: `taobao:${orderId}`,
      platform: 'taobao',
      shopId: linkShopId,
      customerId: isKnown ? customerIdOf(customer) : null,
      reversedId: orderId.split('').toReversed().join(''),
      seenAt: AT,
    };
  });
  await db.orders.bulkPut(orders);
  await db.customers.bulkPut(orders.filter(({ customerId }) => customerId !== null).map(customerOf));
}

function lateOrder(number: number, customer: number) {
  return makeOrder({ orderId: orderIdOf(900_000_000 + number, customer), placedAt: AT, buyer: maskOf(customer) });
}

function customerOf({ customerId, buyer }: OrderRecord): CustomerRecord {
  const display = buyer.display!;
  const shared = { shopId: linkShopId, platform: 'taobao', quality: 'stable', nickId: null } as const;
  return { ...shared, customerId: customerId!, display, searchName: display };
}

const uidOf = (customer: number) => `22${String(Math.imul(customer, 2_654_435_761) >>> 0).padStart(11, '0')}`;
const nameOf = (customer: number) => NAMES[customer % NAMES.length]!;
const accountOf = (customer: number) => buyerOfKey(uidOf(customer), `${nameOf(customer)}的昵称${customer}`);
const maskOf = (customer: number) => buyerOfNick(`${nameOf(customer)}**`);

/** Nineteen digits that end in the tail of the uid, except for every fourth order. */
function orderIdOf(number: number, customer: number): string {
  const uid = uidOf(number % 4 === 3 ? number : customer);
  return `4${String(number).padStart(12, '0')}${uid.slice(-6, -4)}${uid.slice(-2)}${uid.slice(-4, -2)}`;
}

function customerIdOf(customer: number): string {
  return customer.toString(16).padStart(32, '0');
}

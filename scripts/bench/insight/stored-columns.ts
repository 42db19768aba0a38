/** Building the columns anew from stored orders, against reading these orders alone. In a browser: this is about IndexedDB. */
import type { Order } from '../../../lib/model/order.ts';
import { openCustomerIds } from '../../../lib/pipeline/customer-id.ts';
import { takeInPage } from '../../../lib/pipeline/take-in-page.ts';
import { orderRebuild, rebuildColumns } from '../../../lib/pipeline/columns.ts';
import { LiukeDatabase } from '../../../lib/store/database.ts';
import type { CustomerRecord, OrderRecord } from '../../../lib/store/records.ts';
import { readLedger } from '../../../lib/views/shops/shop-ledger.ts';
import { readTierCounts } from '../../../lib/views/shops/tier-counts.ts';
import { makeReport } from '../../../tests/support/make-report.ts';
import { seeded, time, timeCold, type Timing } from './bench.ts';

const SHOP = 'jd-bench';
const DAY_MS = 86_400_000;
const LAST_AT = Date.UTC(2026, 7, 6);
const PAGE_ORDERS = 50;
const PER_CUSTOMER = 10 / 3;

/** @param orderCount how many orders to store, of three tenths as many customers over three years */
export async function benchStoredColumns(orderCount: number): Promise<Timing[]> {
  const db = new LiukeDatabase('liuke-bench');
  await db.delete();
  await db.open();
  try {
    const timings: Timing[] = [
      await timeCold(
        `store ${orderCount} orders and their customers`,
        1,
        async () => await storeOrders(db, orderCount),
      ),
    ];
    const read = await timeCold('read all orders, a slice at a time', 3, async () => await readAll(db));
    const rebuild = await timeCold('rebuild the columns', 3, async () => {
      await orderRebuild(db);
      await rebuildColumns(db);
    });
    const cold = await timeCold('tier counts, cold', 1, async () => await readTierCounts(db, SHOP, LAST_AT));
    const warm = await time('tier counts, warm', 9, async () => await readTierCounts(db, SHOP, LAST_AT));
    const ledger = await readLedger(db, SHOP);
    timings.push(read, rebuild, cold, warm, await benchPages(db));
    timings.push({
      name: 'share of the rebuild spent reading, %',
      n: 3,
      medianMs: (100 * read.medianMs) / rebuild.medianMs,
    });
    timings.push({ name: 'customers', n: 1, medianMs: ledger.size });
    return timings;
  } finally {
    db.close();
    await new LiukeDatabase('liuke-bench').delete();
  }
}

/** A list page of 50 new orders, from the report to what panel and overlay are told, without the messages between. */
async function benchPages(db: LiukeDatabase): Promise<Timing> {
  const ids = await openCustomerIds(db);
  let page = 0;
  return await time('take in a page of 50 new orders', 20, async () => {
    page += 1;
    const orders = Array.from({ length: PAGE_ORDERS }, (_, index) => pageOrder(page * PAGE_ORDERS + index));
    await takeInPage(
      db,
      ids,
      makeReport(orders, {
        observedAt: LAST_AT + page * 1_000,
        shopHints: [{ kind: 'account', value: 'bench' }],
      }),
      LAST_AT + page * 1_000,
    );
  });
}

function pageOrder(number: number): Order {
  const display = `late_buyer_${number % 700}`;
  return {
    orderId: String(900_000_000_000 + number),
    placedAt: LAST_AT - number * 1_000,
    paidAt: null,
    status: 'paid',
    amountFen: 9_900,
    freightFen: 0,
    buyer: { display, key: display, quality: 'stable' },
    items: [{ title: '天丝四件套 1.8m 床单款', quantity: 1, unitPriceFen: 9_900, skuId: null, afterSale: 'none' }],
  };
}

async function storeOrders(db: LiukeDatabase, orderCount: number): Promise<void> {
  const random = seeded(20_260_806);
  await db.shops.put({ shopId: SHOP, platform: 'jd', hints: ['account:bench'], name: 'bench' });
  for (let from = 0; from < orderCount; from += 5_000) {
    const orders = Array.from({ length: Math.min(5_000, orderCount - from) }, (_, index) =>
      makeOrder(from + index, orderCount, random),
    );
    await db.orders.bulkPut(orders);
    await db.customers.bulkPut(orders.map(customerOf));
  }
}

function customerOf({ customerId, buyer }: OrderRecord): CustomerRecord {
  const display = buyer.display!;
  return {
    customerId: customerId!,
    shopId: SHOP,
    platform: 'jd',
    display,
    searchName: display,
    quality: 'stable',
    nickId: null,
  };
}

function makeOrder(number: number, orderCount: number, random: () => number): OrderRecord {
  const customers = Math.floor(orderCount / PER_CUSTOMER);
  const customer = Math.floor(random() ** 1.5 * customers);
  const orderId = String(300_000_000_000 + number);
  const unitPriceFen = 1_000 + Math.floor(random() * 30_000);
  const quantity = 1 + Math.floor(random() * 3);
  return {
    id: `jd:${orderId}`,
    orderId,
    platform: 'jd',
    shopId: SHOP,
    customerId: Math.imul(customer, 2_654_435_761).toString(16).replace('-', 'f').padStart(32, '0'),
    reversedId: orderId.split('').toReversed().join(''),
    seenAt: LAST_AT,
    placedAt: LAST_AT - Math.floor(random() * 1_095) * DAY_MS,
    paidAt: null,
    status: 'completed',
    amountFen: unitPriceFen * quantity,
    freightFen: 0,
    buyer: { display: `buyer_${customer}`, key: `buyer_${customer}`, quality: 'stable' },
    items: [{ title: '天丝四件套 1.8m 床单款', quantity, unitPriceFen, skuId: '100012345678', afterSale: 'none' }],
  };
}

/** What the rebuild reads, and nothing else. */
async function readAll(db: LiukeDatabase): Promise<number> {
  let seen = 0;
  for (let after = ''; ;) {
    const orders = await db.orders.where('customerId').above(after).limit(10_000).toArray();
    seen += orders.length;
    if (orders.length < 10_000) return seen;
    after = orders.at(-1)!.customerId!;
  }
}

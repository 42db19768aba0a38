import { expect, test } from 'vitest';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { recordContact, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { noteWorkOrder, openWorkOrder } from '../../../../lib/pipeline/record-work-order.ts';
import {
  contactsForExport,
  customersForExport,
  ordersForExport,
  workOrdersForExport,
} from '../../../../lib/views/data/export-rows.ts';
import { readShopMeasures } from '../../../../lib/views/shops/shop-measures.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeOrders, PLACED_AT, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const NOW = PLACED_AT + DAY_MS;

async function all<Row>(portions: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const portion of portions) rows.push(...portion);
  return rows;
}

/** A shop of sixty customers beside one of three. */
async function twoShops() {
  const pipeline = await openPipeline();
  const { db, takeIn } = pipeline;
  await takeIn(makeReport(makeOrders(60)));
  const shopId = (await db.shops.toArray())[0]!.shopId;
  const others = makeOrders(3, (index) => ({ orderId: `7${index}`, buyer: stable(`other_${index}`) }));
  await takeIn(makeReport(others, { shopHints: [{ kind: 'account', value: 'shop_b' }] }));
  await maintain(db, NOW);
  return { ...pipeline, shopId };
}

test('orders are those of the shop, each once, whatever the portions', async () => {
  const { db, shopId } = await twoShops();
  const orders = await all(ordersForExport(db, shopId, 7));
  expect(new Set(orders.map(({ id }) => id)).size).toBe(60);
  expect(orders.every((order) => order.shopId === shopId)).toBe(true);
});

test('customers are all of the shop, or those of a segment, with the numbers asked for', async () => {
  const { db, shopId } = await twoShops();
  const reading = await readShopMeasures(db, shopId, NOW);
  const customers = await all(customersForExport(db, reading, null, ['orderCount', 'netSpendFen'], 7));
  expect(customers).toHaveLength(60);
  expect(customers[0]).toMatchObject({ numbers: { orderCount: 1, netSpendFen: 10_000 } });
  const mask = new Uint8Array(60);
  mask[3] = 1;
  mask[59] = 1;
  const some = await all(customersForExport(db, reading, mask, ['orderCount']));
  expect(some.map(({ customerId }) => customerId)).toEqual([customers[3]!.customerId, customers[59]!.customerId]);
});

test('contacts are those of the shop that were not undone, the oldest first', async () => {
  const { db, shopId } = await twoShops();
  const [one, two] = await db.customers.where('shopId').equals(shopId).limit(2).toArray();
  const other = (await db.customers.where('searchName').equals('other_0').first())!;
  const note = async (customerId: string, at: number) => await recordContact(db, makeContact({ customerId }), at);
  await note(two!.customerId, NOW);
  await note(one!.customerId, NOW + 1);
  await note(other.customerId, NOW + 2);
  await undoEvent(db, await note(one!.customerId, NOW + 3), NOW + 4);
  const contacts = await all(contactsForExport(db, shopId));
  expect(contacts.map(({ customerId, at, display }) => [customerId, at, display])).toEqual([
    [two!.customerId, NOW, two!.display],
    [one!.customerId, NOW + 1, one!.display],
  ]);
});

test('work orders are those of the shop, merged ones too, less what was undone, whatever the portions', async () => {
  const { db, shopId } = await twoShops();
  const { customerId, display } = (await db.customers.where('shopId').equals(shopId).first())!;
  const open = async (workOrderId: string, at: number, changes = {}) =>
    await openWorkOrder(db, makeNewWorkOrder({ workOrderId, shopId, customerId, ...changes }), at);
  await open('w1', NOW);
  await open('w2', NOW + 1, { customerId: null });
  await open('elsewhere', NOW + 2, { shopId: 'jd-other' });
  await undoEvent(db, await open('w3', NOW + 3), NOW + 4);
  await open('w4', NOW + 5);
  await noteWorkOrder(db, { kind: 'workOrderMerged', workOrderId: 'w4', into: 'w1' }, NOW + 6);
  const rows = await all(workOrdersForExport(db, shopId, 2));
  expect(rows.map((row) => [row.order.id, row.display, row.order.mergedInto])).toEqual([
    ['w1', display, null],
    ['w2', null, null],
    ['w4', display, 'w1'],
  ]);
});

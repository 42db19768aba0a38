import { describe, expect, test } from 'vitest';
import { confirmLink, refuseLink } from '../../../../lib/pipeline/decide-links.ts';
import { forgetCustomer } from '../../../../lib/pipeline/forget/forget-customer.ts';
import { beginImport } from '../../../../lib/pipeline/import/import-job.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { recordContact, recordDoNotDisturb, recordPutOffs, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { recordMendTold } from '../../../../lib/pipeline/record-mend.ts';
import { recordCustomerDate, recordRight, recordRightSettled } from '../../../../lib/pipeline/record-practice.ts';
import { noteWorkOrder, openWorkOrder, settlePromise } from '../../../../lib/pipeline/record-work-order.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { makeContact } from '../../../support/make-contact.ts';
import {
  importedOrder,
  importWhole,
  makeStart,
  portionsOf,
  putPortion,
  undoWhole,
  WRITTEN_AT,
} from '../../../support/make-import.ts';
import {
  knownAs,
  linkShopId,
  maskedAs,
  orderIdOf,
  orderOf,
  reviewOf,
  soldList,
  uid,
} from '../../../support/make-links.ts';
import { makeOrder, makeOrders, masked, stable } from '../../../support/make-order.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { readColumns } from '../../../support/read-columns.ts';
import { ANNA, NOW, shopWithAnna } from '../../../support/shop-with-anna.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('a customer who is forgotten', () => {
  test('is nowhere in the store any more, and the others are as they were', async () => {
    const { db, ids, customerId, texts } = await shopWithAnna();
    const others = (await readColumns(db)).filter((row) => row.customerId !== customerId);
    expect(await tracesOf(db, texts)).not.toEqual([]);
    await forgetCustomer(db, ids, customerId, NOW);
    expect(await tracesOf(db, texts)).toEqual([]);
    expect(await readColumns(db)).toEqual(others);
    expect(await db.orders.count()).toBe(11);
    const [coverage] = await db.coverage.toArray();
    expect(Object.values(coverage!.ordersByDay)).toEqual([11]);
  });

  test('leaves a receipt of numbers, which stands in the audit list', async () => {
    const { db, ids, customerId } = await shopWithAnna();
    const receipt = await forgetCustomer(db, ids, customerId, NOW);
    expect(receipt).toMatchObject({ at: NOW, kind: 'customerForgotten', what: null, reason: null });
    expect(receipt.counts).toEqual({
      orders: 2,
      afterSales: 1,
      reviews: 0,
      customers: 1,
      members: 0,
      events: 5,
      answers: 0,
      waits: 0,
      links: 0,
      undoSteps: 0,
    });
    expect(await db.audit.toArray()).toEqual([receipt]);
  });

  test('takes along all that is open: work orders, promises, seats, referrals, whoever came first, and what was said of them', async () => {
    const { db, ids, customerId, shopId, texts } = await shopWithAnna();
    const friendId = (await db.customers.where('searchName').equals('buyer_1').first())!.customerId;
    await db.events.clear();
    await recordContact(db, makeContact({ customerId: friendId }), NOW);
    const others = await db.events.toArray();
    const promises = [{ what: 'refund' as const, dueAt: NOW + 86_400_000 }];
    const promiseId = await recordContact(db, makeContact({ customerId, promises }), NOW);
    await settlePromise(db, { promiseId, outcome: 'broken' }, NOW);
    await openWorkOrder(db, makeNewWorkOrder({ shopId, customerId }), NOW);
    await noteWorkOrder(db, { kind: 'workOrderNoted', workOrderId: 'w1', text: '孩子三岁' }, NOW);
    const referral = { what: 'referral' as const, rewardFen: 500, dueDay: 20_700 };
    const rights = [
      { ...referral, customerId, friendId },
      { ...referral, customerId: friendId, friendId: customerId },
      { what: 'trialSeat' as const, customerId, trial: '试吃' },
      { what: 'longPromise' as const, customerId, name: '年检', yearlyFen: 100 },
    ];
    for (const [index, right] of rights.entries()) {
      await recordRight(db, { rightId: `r${index}`, shopId, right }, NOW);
      await undoEvent(db, await recordRightSettled(db, { rightId: `r${index}` }, NOW), NOW);
    }
    await recordMendTold(db, { mendId: 'm1', customerId }, NOW);
    await recordCustomerDate(db, { customerId, date: { what: 'birthday', month: 5, day: 1 } }, NOW);
    await recordPutOffs(db, [{ customerId, playbookId: 'silent-wake', untilDay: 20_700, reason: null }], NOW);
    await forgetCustomer(db, ids, customerId, NOW);
    expect(await db.events.toArray()).toEqual(others);
    expect(await tracesOf(db, texts)).toEqual([]);
  });

  test('stays forgotten on the next page, also behind a mask, and in a further order', async () => {
    const { db, ids, customerId, theirs, texts, takeIn } = await shopWithAnna();
    await forgetCustomer(db, ids, customerId, NOW);
    const further = makeOrder({ orderId: '3090112233440003', buyer: stable(ANNA) });
    const page = makeReport([theirs[0]!, { ...theirs[1]!, buyer: masked }, further], { observedAt: NOW });
    const { state } = await takeIn(page);
    await takeIn(makeReport([{ ...further, buyer: masked }], { observedAt: NOW + 1 }));
    await takeIn(
      makeReport([], { page: 'after-sale-list', afterSales: [makeAfterSale({ orderId: theirs[0]!.orderId })] }),
    );
    expect(await tracesOf(db, [...texts, further.orderId])).toEqual([]);
    // The page was read: nothing is amiss with its layout.
    expect(state.health).toEqual({ rows: 3, read: 3 });
    expect(state.rejects).toEqual([]);
  });

  test('is not met on a page that names no shop either', async () => {
    const { db, ids, customerId, texts, takeIn } = await shopWithAnna();
    await forgetCustomer(db, ids, customerId, NOW);
    await takeIn(makeReport([makeOrder({ orderId: '3090112233440009', buyer: stable(ANNA) })], { shopHints: [] }));
    expect(await tracesOf(db, [...texts, '3090112233440009'])).toEqual([]);
  });

  test('is refused by name of the reason when a file brings them', async () => {
    const { db, ids, customerId, texts, theirs } = await shopWithAnna();
    await forgetCustomer(db, ids, customerId, NOW);
    const shop = (await db.shops.toArray())[0]!;
    const job = await importWhole(
      db,
      { orders: [...theirs, ...makeOrders(3)].map((order) => importedOrder(order)) },
      { shop: { shopId: shop.shopId } },
    );
    expect(job.counts).toEqual({ fresh: 0, newer: 0, same: 3, refused: 2 });
    expect(job.refusals).toEqual({ 'order (its customer is forgotten)': { count: 2, rows: [2, 2] } });
    expect(await tracesOf(db, texts)).toEqual([]);
  });

  test('does not come back when an import from before is taken back', async () => {
    const pipeline = await openPipeline();
    const { db, ids } = pipeline;
    const unpaid = makeOrder({ orderId: '3090112233440001', buyer: stable(ANNA), status: 'unpaid' });
    const first = await importWhole(db, { orders: [importedOrder(unpaid)] });
    const later = [
      importedOrder({ ...unpaid, status: 'completed' }),
      ...makeOrders(4).map((order) => importedOrder(order)),
    ];
    const file = { name: 'b.csv', table: 'b.csv', fingerprint: `${'0b'.repeat(16)}-0`, rows: 9 };
    const second = await importWhole(db, { orders: later }, { file });
    const { customerId } = (await db.customers.where('searchName').equals(ANNA).first())!;
    const receipt = await forgetCustomer(db, ids, customerId, NOW);
    expect(receipt.counts['undoSteps']).toBe(2);
    expect(await tracesOf(db, [ANNA, customerId, unpaid.orderId])).toEqual([]);
    await undoWhole(db, second.importId);
    await undoWhole(db, first.importId);
    await maintain(db, NOW);
    expect(await tracesOf(db, [ANNA, customerId, unpaid.orderId])).toEqual([]);
    expect(await db.orders.count()).toBe(0);
  });

  test('in the middle of an import is left out of its further portions', async () => {
    const { db, ids } = await openPipeline();
    const orders = makeOrders(20, () => ({ buyer: stable(ANNA) })).map((order) => importedOrder(order));
    const { importId } = await beginImport(db, makeStart(), WRITTEN_AT + 1);
    const [one, two] = portionsOf(importId, { orders });
    await putPortion(db, ids, one!);
    const [customer] = await db.customers.toArray();
    await forgetCustomer(db, ids, customer!.customerId, NOW);
    await putPortion(db, ids, two!);
    expect(await db.orders.count()).toBe(0);
    expect(await db.customers.count()).toBe(0);
  });

  test('is not written about: what people do with their chat is not noted, and an undo brings nothing', async () => {
    const { db, ids, customerId, contactId, texts } = await shopWithAnna();
    await forgetCustomer(db, ids, customerId, NOW);
    await recordContact(db, makeContact({ customerId }), NOW + 1);
    await recordDoNotDisturb(db, { customerId, isOn: true }, NOW + 1);
    await undoEvent(db, contactId, NOW + 2);
    expect(await tracesOf(db, texts)).toEqual([]);
  });

  test('may be known by one masked order alone: it goes by its number, and stays away', async () => {
    const { db, ids, takeIn } = await shopWithAnna();
    const order = makeOrder({ orderId: '3090112233449999', buyer: masked });
    await takeIn(makeReport([order]));
    const receipt = await forgetCustomer(db, ids, `jd:${order.orderId}`, NOW);
    expect(receipt.counts).toMatchObject({ orders: 1, customers: 0 });
    await takeIn(makeReport([order], { observedAt: NOW }));
    expect(await tracesOf(db, [order.orderId])).toEqual([]);
    expect((await db.coverage.toArray())[0]!.maskedOrders).toBe(0);
  });

  test('asked for twice is forgotten once', async () => {
    const { db, ids, customerId } = await shopWithAnna();
    await forgetCustomer(db, ids, customerId, NOW);
    const again = await forgetCustomer(db, ids, customerId, NOW + 1);
    expect(Object.values(again.counts).every((count) => count === 0)).toBe(true);
  });
});

test('every table that names customers is known to what forgets them', async () => {
  const { db } = await openPipeline();
  const naming = db.tables.filter(({ schema }) =>
    [schema.primKey, ...schema.indexes].some(({ keyPath }) => keyPath === 'customerId'),
  );
  // A further one belongs into `forget-customer.ts`, `delete-shop.ts` and `forgotten-in-backup.ts`, then here.
  expect(naming.map(({ name }) => name).toSorted()).toEqual([
    'afterSales',
    'answers',
    'customers',
    'events',
    'linkedParties',
    'members',
    'orders',
    'reviews',
    'waits',
  ]);
});

describe('a customer of several ids', () => {
  /** Known by the uid, by a nick of before, and by a masked order that somebody said is theirs. */
  async function linkedPerson() {
    const pipeline = await openPipeline();
    const { db, ids, takeIn } = pipeline;
    const nick = '阳光海岸88';
    await takeIn(soldList([orderOf(1, knownAs(nick)), orderOf(2, maskedAs('阳**')), orderOf(3, maskedAs('阳**'))]));
    await takeIn(reviewOf(orderIdOf(1), 'AbCdEf123'));
    const known = (await db.customers.where('searchName').equals(nick).first())!;
    const link = { shopId: linkShopId, parties: [known.customerId, `taobao:${orderIdOf(2)}`] as [string, string] };
    await confirmLink(db, ids, link, NOW);
    await maintain(db, NOW);
    return { ...pipeline, nick, link, texts: [nick, uid, orderIdOf(1), orderIdOf(2), 'AbCdEf123'] };
  }

  test('is forgotten by all of them, and so are the links', async () => {
    const { db, ids, link, texts } = await linkedPerson();
    await forgetCustomer(db, ids, link.parties[0], NOW);
    expect(await tracesOf(db, texts)).toEqual([]);
    expect([await db.links.count(), await db.linkedParties.count()]).toEqual([0, 0]);
    expect(await db.orders.toCollection().primaryKeys()).toEqual([`taobao:${orderIdOf(3)}`]);
  });

  test('stays forgotten under the nick alone, the review key and the masked order', async () => {
    const { db, ids, link, nick, texts, takeIn } = await linkedPerson();
    await forgetCustomer(db, ids, link.parties[0], NOW);
    await takeIn(
      soldList([orderOf(2, maskedAs('阳**')), orderOf(7, { display: nick, key: null, quality: 'probable' })]),
    );
    await takeIn(reviewOf(orderIdOf(8), 'AbCdEf123'));
    expect(await tracesOf(db, [...texts, orderIdOf(7), orderIdOf(8)])).toEqual([]);
  });

  test('is known by a further id that a page shows beside one of theirs', async () => {
    const { db, ids, link, nick, texts, takeIn } = await linkedPerson();
    await forgetCustomer(db, ids, link.parties[0], NOW);
    await takeIn(soldList([orderOf(7, knownAs(nick, '2208880259999'))]));
    await takeIn(soldList([orderOf(8, knownAs('新名字', '2208880259999'))]));
    expect(await tracesOf(db, [...texts, '2208880259999', '新名字'])).toEqual([]);
  });

  test('takes nobody along whom somebody said to be another, nor who has the nick by now', async () => {
    const { db, ids, link, nick, takeIn } = await linkedPerson();
    await takeIn(soldList([orderOf(9, knownAs('另一位', '3308880250001'))]));
    const other = (await db.customers.where('searchName').equals('另一位').first())!;
    await refuseLink(db, { shopId: linkShopId, parties: [link.parties[0], other.customerId] }, NOW);
    await forgetCustomer(db, ids, link.parties[0], NOW);
    await takeIn(soldList([orderOf(10, knownAs(nick, '3308880250001'))]));
    expect(await db.orders.where('customerId').equals(other.customerId).count()).toBe(2);
  });
});

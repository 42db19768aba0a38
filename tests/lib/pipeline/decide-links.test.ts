import { describe, expect, test } from 'vitest';
import { confirmLink, refuseLink } from '../../../lib/pipeline/decide-links.ts';
import { recordContact, recordDoNotDisturb, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { recomputeDirty } from '../../../lib/pipeline/recompute.ts';
import { orderRebuild, rebuildColumns } from '../../../lib/pipeline/columns.ts';
import { readAssessments } from '../../../lib/views/customers/buyers-view.ts';
import { readCustomerLinks } from '../../../lib/views/links/customer-links.ts';
import { readCustomerView } from '../../../lib/views/customers/customer-view.ts';
import { readPageBuyers } from '../../../lib/views/customers/page-buyers.ts';
import { search } from '../../../lib/views/customers/search.ts';
import { makeContact } from '../../support/make-contact.ts';
import { PLACED_AT } from '../../support/make-order.ts';
import { knownAs, linkShopId, maskedAs, orderIdOf, orderOf, soldList } from '../../support/make-links.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { readColumns } from '../../support/read-columns.ts';

const now = PLACED_AT + 86_400_000;
const earlier = { placedAt: PLACED_AT - 20 * 86_400_000 };

/** Two accounts of two orders and one, and two masked orders. */
async function openShop() {
  const { db, ids, takeIn } = await openPipeline();
  await takeIn(
    soldList([
      orderOf(1, knownAs('半夏种花', '1001')),
      orderOf(2, knownAs('半夏种花', '1001'), earlier),
      orderOf(3, knownAs('南山听雨', '1002')),
      orderOf(4, maskedAs('半**')),
      orderOf(5, maskedAs('半**')),
    ]),
  );
  const idOf = async (key: string) => (await ids.of(linkShopId, knownAs('', key)))!;
  const link = (left: string, right: string) => ({ shopId: linkShopId, parties: [left, right] as [string, string] });
  const masked = [4, 5].map((start) => `taobao:${orderIdOf(start)}`);
  return {
    db,
    takeIn,
    masked: masked as [string, string],
    one: await idOf('1001'),
    two: await idOf('1002'),
    confirm: async (left: string, right: string) => await confirmLink(db, ids, link(left, right), now),
    refuse: async (left: string, right: string) => await refuseLink(db, link(left, right), now),
    columns: async () => {
      await recomputeDirty(db, now);
      return await readColumns(db);
    },
  };
}

describe('two customers whom a person says to be one', () => {
  test('are one in the columns, also when these are built anew', async () => {
    const { db, one, two, confirm, columns } = await openShop();
    await confirm(one, two);
    const merged = await columns();
    expect(merged).toMatchObject([{ orderCount: 3 }]);
    await orderRebuild(db);
    await rebuildColumns(db);
    expect(await readColumns(db)).toEqual(merged);
  });

  test('are one card and one assessment, whichever of them is asked for', async () => {
    const { db, one, two, confirm, columns } = await openShop();
    await confirm(one, two);
    await columns();
    const [first, second] = [
      await readCustomerView(db, linkShopId, one, now),
      await readCustomerView(db, linkShopId, two, now),
    ];
    expect(second).toEqual(first);
    expect(first.orders).toHaveLength(3);
    expect(first.metrics.purchaseCount).toBe(2);
    const assessed = await readAssessments(db, [one, two], now);
    expect(assessed.get(one)?.metrics.purchaseCount).toBe(2);
    expect(assessed.get(two)).toEqual(assessed.get(one));
  });

  test('are found once, by the name of either', async () => {
    const { db, one, two, confirm, columns } = await openShop();
    await confirm(one, two);
    const { customerId } = (await columns())[0]!;
    for (const query of ['半夏', '南山', orderIdOf(3)])
      expect(await search(db, query)).toMatchObject([{ customer: { customerId } }]);
  });

  test('keep what was noted of either: contacts, and who asked for quiet', async () => {
    const { db, one, two, confirm, columns } = await openShop();
    await recordContact(db, makeContact({ customerId: one }), now);
    await recordContact(db, makeContact({ customerId: two }), now);
    await recordDoNotDisturb(db, { customerId: two, isOn: true }, now);
    await confirm(one, two);
    expect(await columns()).toMatchObject([{ flags: 1 }]);
    const view = await readCustomerView(db, linkShopId, one, now);
    expect(view.contacts).toHaveLength(2);
    expect(view.isUndisturbed).toBe(true);
  });

  test('are parted by an undo, and everything is as it was', async () => {
    const { db, one, two, confirm, columns } = await openShop();
    const before = [await columns(), await db.customers.toArray(), await db.orders.toArray()];
    const eventId = await confirm(one, two);
    await columns();
    await undoEvent(db, eventId, now);
    expect([await columns(), await db.customers.toArray(), await db.orders.toArray()]).toEqual(before);
  });
});

describe('a masked order', () => {
  test('moves to the customer whose it is said to be, and back', async () => {
    const { db, masked, one, confirm, columns } = await openShop();
    const before = await columns();
    const eventId = await confirm(masked[0], one);
    expect((await columns()).find(({ customerId }) => customerId === one)).toMatchObject({ orderCount: 3 });
    expect((await db.coverage.get(linkShopId))?.maskedOrders).toBe(1);
    await undoEvent(db, eventId, now);
    expect(await columns()).toEqual(before);
    expect((await db.coverage.get(linkShopId))?.maskedOrders).toBe(2);
  });

  test('makes a customer with another one, who is there while the link holds', async () => {
    const { db, masked, confirm, columns } = await openShop();
    const eventId = await confirm(...masked);
    expect(await columns()).toHaveLength(3);
    const made = (await db.customers.toArray()).find(({ quality }) => quality === 'masked');
    expect(made).toMatchObject({ display: '半**' });
    const shown = await readPageBuyers(db, 'taobao', [
      { customerId: null, display: '半**', orderIds: [orderIdOf(4)] },
      { customerId: null, display: '半**', orderIds: [orderIdOf(5)] },
    ]);
    expect(shown).toMatchObject([{ customerId: made!.customerId, orderIds: [orderIdOf(4), orderIdOf(5)] }]);
    await undoEvent(db, eventId, now);
    expect(await columns()).toHaveLength(2);
    expect(await db.customers.get(made!.customerId)).toBeUndefined();
  });

  test('is of whom a page tells, whatever was said before', async () => {
    const { db, masked, one, two, confirm, takeIn } = await openShop();
    await confirm(masked[0], one);
    await takeIn(soldList([orderOf(4, knownAs('南山听雨', '1002'))]));
    expect((await db.orders.get(masked[0]))?.customerId).toBe(two);
    expect(await readColumns(db)).toMatchObject([{ orderCount: 2 }, { orderCount: 2 }]);
  });
});

describe('what was refused', () => {
  test('joins no more when it had been confirmed, and is remembered on the card', async () => {
    const { db, one, two, confirm, refuse, columns } = await openShop();
    await confirm(one, two);
    const eventId = await refuse(one, two);
    expect(await columns()).toHaveLength(2);
    expect((await readCustomerLinks(db, one)).standing).toMatchObject([{ state: 'refused', eventId }]);
  });

  test('holds again what was said before when the refusal is undone', async () => {
    const { db, one, two, confirm, refuse, columns } = await openShop();
    await confirm(one, two);
    await undoEvent(db, await refuse(one, two), now);
    expect(await columns()).toHaveLength(1);
  });
});

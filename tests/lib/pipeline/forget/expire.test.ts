import { describe, expect, test } from 'vitest';
import { usualRetention } from '../../../../lib/model/retention.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { expire, setRetention } from '../../../../lib/pipeline/forget/expire.ts';
import { countExpired } from '../../../../lib/pipeline/forget/expired.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { recordCustomerNote, recordCustomerTag } from '../../../../lib/pipeline/record-customer-note.ts';
import { recordContact, recordDoNotDisturb, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { readRetention } from '../../../../lib/views/data/retention.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { importedOrder, importWhole } from '../../../support/make-import.ts';
import { makeOrders, masked, PLACED_AT, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { readColumns } from '../../../support/read-columns.ts';
import { afterDeathOf, watchWrites } from '../../../support/test-database.ts';

/** Forty orders, one each ten days back from now; every second one is of one customer. */
const NOW = PLACED_AT + 9 * 3_600_000;

async function shopOfYears() {
  const pipeline = await openPipeline();
  const orders = makeOrders(40, (index) => ({
    placedAt: PLACED_AT - index * 10 * DAY_MS,
    ...(index % 2 === 0 ? { buyer: stable('regular') } : {}),
  }));
  await pipeline.takeIn(makeReport(orders, { observedAt: NOW }));
  return { ...pipeline, orders };
}

const keep = async (db: LiukeDatabase, changes: Partial<typeof usualRetention>, now = NOW) =>
  await setRetention(db, { ...usualRetention, ...changes }, now);
const gone = async (db: LiukeDatabase) =>
  (await db.audit.toArray()).filter(({ kind }) => kind === 'expired').map(({ counts }) => counts);

describe('orders that are older than they are kept', () => {
  test('are counted beforehand by the day, and exactly these go; what is worked out follows', async () => {
    const { db } = await shopOfYears();
    const terms = { ...usualRetention, orders: 180 };
    expect((await countExpired(db, terms, NOW)).orders).toBe(21);
    await keep(db, { orders: 180 });
    await maintain(db, NOW);
    expect(await db.orders.count()).toBe(19);
    expect((await countExpired(db, terms, NOW)).orders).toBe(0);
    const rows = await readColumns(db);
    expect(rows.map(({ orderCount }) => orderCount).toSorted((a, b) => a - b)).toEqual([
      ...Array<number>(9).fill(1),
      10,
    ]);
    expect(await db.customers.count()).toBe(10);
    const [coverage] = await db.coverage.toArray();
    expect(Object.keys(coverage!.ordersByDay)).toHaveLength(19);
    expect(await gone(db)).toEqual([{ orders: 21 }]);
  });

  test('the last day of the term is kept whole', async () => {
    const { db } = await shopOfYears();
    await keep(db, { orders: 180 });
    await expire(db, NOW);
    const days = (await db.orders.toArray()).map(({ placedAt }) => (PLACED_AT - placedAt) / DAY_MS);
    expect(Math.max(...days)).toBe(180);
  });

  test('stay for three years where nobody chose', async () => {
    const { db } = await shopOfYears();
    await maintain(db, NOW + 700 * DAY_MS);
    expect(await db.orders.count()).toBe(40);
    await maintain(db, NOW + 1096 * DAY_MS);
    await maintain(db, NOW + 1097 * DAY_MS);
    expect(await db.orders.count()).toBe(0);
  });

  test('stay another day after a long absence, since the clock may be ahead; once it is put right nothing was lost', async () => {
    const { db } = await shopOfYears();
    await maintain(db, NOW);
    await maintain(db, NOW + 4000 * DAY_MS);
    await maintain(db, NOW + 4000.9 * DAY_MS);
    expect(await db.orders.count()).toBe(40);
    await maintain(db, NOW + DAY_MS);
    expect(await db.orders.count()).toBe(40);
    // It was no mistake, though nobody came the next day either.
    await maintain(db, NOW + 4000 * DAY_MS);
    await maintain(db, NOW + 4100 * DAY_MS);
    expect(await db.orders.count()).toBe(0);
  });

  test('go once a week, not with every page', async () => {
    const { db } = await shopOfYears();
    await keep(db, { orders: 180 });
    await expire(db, NOW);
    const writes = watchWrites(db);
    await expire(db, NOW + 6 * DAY_MS);
    expect(writes).toEqual([]);
    await expire(db, NOW + 7 * DAY_MS);
    expect(await db.orders.count()).toBe(18);
  });

  test('go also where the last run was under a clock that was a year ahead', async () => {
    const { db } = await shopOfYears();
    await keep(db, { orders: 180 });
    await db.meta.put({ name: 'expiredAt', value: NOW + 365 * DAY_MS });
    await expire(db, NOW);
    expect(await db.orders.count()).toBe(19);
    const writes = watchWrites(db);
    await expire(db, NOW + 6 * DAY_MS);
    expect(writes).toEqual([]);
  });

  test.each([1, 2, 3])('go on after the worker died in slice %i, and are noted once', async (slices) => {
    const { db } = await shopOfYears();
    await keep(db, { orders: 180 });
    let seen = 0;
    db.jobs.hook('updating', () => {
      seen += 1;
      if (seen > slices) throw new Error('the worker is gone');
    });
    await expect(expire(db, NOW, 10)).rejects.toThrow('the worker is gone');
    const reopened = afterDeathOf(db);
    await expire(reopened, NOW, 10);
    expect(await reopened.orders.count()).toBe(19);
    expect(await gone(reopened)).toEqual([{ orders: 21 }]);
  });
});

describe('of the other kinds', () => {
  test('cases, contacts with their undoes, tags and notes, captures and undo steps go in their time; a wish for quiet stays', async () => {
    const { db, takeIn } = await shopOfYears();
    await takeIn(
      makeReport([], {
        page: 'after-sale-list',
        observedAt: NOW,
        afterSales: [makeAfterSale({ appliedAt: PLACED_AT })],
      }),
    );
    const { customerId } = (await db.customers.toArray())[0]!;
    const contactId = await recordContact(db, makeContact({ customerId }), NOW);
    await undoEvent(db, contactId, NOW);
    await recordCustomerTag(db, { customerId, tag: '送礼', isOn: true }, NOW);
    await recordCustomerNote(db, { customerId, text: '喜欢小份' }, NOW);
    await recordContact(db, makeContact({ customerId }), NOW + 100 * DAY_MS);
    await recordDoNotDisturb(db, { customerId, isOn: true }, NOW);
    await importWhole(db, { orders: makeOrders(1, () => ({ orderId: '5' })).map((order) => importedOrder(order)) });
    const later = NOW + 181 * DAY_MS;
    await db.members.put({
      customerId: 'm',
      shopId: 's',
      level: null,
      tradeCount: 1,
      tradeFen: 1,
      lastTradeAt: null,
      seenAt: NOW,
    });
    const terms = { orders: 1825, members: 180, afterSales: 180, contacts: 90, captures: 90 };
    const counts = await countExpired(db, { ...usualRetention, ...terms }, later);
    expect(counts).toEqual({
      orders: 0,
      afterSales: 1,
      reviews: 0,
      members: 1,
      contacts: 3,
      clues: 0,
      captures: 2,
      undoSteps: 1,
    });
    await keep(db, terms, later);
    await expire(db, later);
    expect(await gone(db)).toEqual([{ afterSales: 1, members: 1, contacts: 3, captures: 2, undoSteps: 1 }]);
    const kinds = (await db.events.toArray()).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['contact', 'doNotDisturb', 'retentionSet']);
    expect(await db.undoSteps.count()).toBe(0);
  });

  test('the clues to a masked buyer go, and the order stays', async () => {
    const { db, takeIn } = await openPipeline();
    const clues = { phoneTail: '4321', place: { province: '江苏', city: '苏州' } };
    const order = { ...makeOrders(1)[0]!, buyer: masked, clues };
    await takeIn(makeReport([order], { observedAt: NOW }));
    const later = PLACED_AT + 181 * DAY_MS;
    expect((await countExpired(db, usualRetention, later)).clues).toBe(1);
    await expire(db, later);
    const [stored] = await db.orders.toArray();
    expect(stored).toMatchObject({ orderId: order.orderId });
    expect(stored!.clues).toBeUndefined();
  });
});

describe('the terms', () => {
  test('are the usual ones, then those chosen last; the change is in the audit list', async () => {
    const { db } = await openPipeline();
    expect(await readRetention(db)).toEqual(usualRetention);
    await keep(db, { orders: 365 });
    await keep(db, { orders: 730 }, NOW + 1);
    expect((await readRetention(db)).orders).toBe(730);
    expect((await db.audit.toArray()).map(({ kind, counts }) => [kind, counts])).toEqual([
      ['retentionSet', { orders: 365 }],
      ['retentionSet', { orders: 730 }],
    ]);
  });
});

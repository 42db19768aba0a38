import { describe, expect, test } from 'vitest';
import type { NewWorkOrder } from '../../../../lib/model/work-order-event.ts';
import { recordContact, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import {
  noteWorkOrder,
  openWorkOrder,
  recordShopHours,
  settlePromise,
} from '../../../../lib/pipeline/record-work-order.ts';
import { usualHours } from '../../../../lib/rules/clocks.ts';
import { ranOutBetween, watchOf } from '../../../../lib/views/service/clock-watch.ts';
import { pressingOrders, readServiceDesk } from '../../../../lib/views/service/service-desk.ts';
import { readMonthPromises } from '../../../../lib/views/service/month-promises.ts';
import { noteWaiting } from '../../../../lib/pipeline/note-waiting.ts';
import { makeCustomerId } from '../../../support/make-history.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeNewWorkOrder, OPENED_AT } from '../../../support/make-work-order.ts';
import { openTestDatabase } from '../../../support/test-database.ts';

const MINUTE = 60_000;
const after = (minutes: number) => OPENED_AT + minutes * MINUTE;

function openDesk() {
  const db = openTestDatabase();
  return {
    db,
    open: (workOrderId: string, changes: Partial<NewWorkOrder> = {}, minutes = 0) =>
      openWorkOrder(db, makeNewWorkOrder({ workOrderId, labelId: 'damaged', ...changes }), after(minutes)),
    step: (workOrderId: string, stepId: string, minutes: number, dueMinutes: number | null = null) =>
      noteWorkOrder(
        db,
        { kind: 'workOrderStepped', workOrderId, stepId, dueAt: dueMinutes === null ? null : after(dueMinutes) },
        after(minutes),
      ),
    at: (minutes: number) => readServiceDesk(db, after(minutes)),
    pressing: async (minutes: number) =>
      pressingOrders(await readServiceDesk(db, after(minutes)), after(minutes)).map(({ order }) => order.id),
  };
}

describe('the desk', () => {
  test('has first what runs out first, and what is closed last', async () => {
    const { db, open, step, at } = openDesk();
    await open('w1');
    await open('w2', { orderId: '318800000002' }, 1);
    await open('w3', { orderId: '318800000003' }, 2);
    await step('w1', 'replied', 3);
    for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
      await noteWorkOrder(db, { kind, workOrderId: 'w2' }, after(4));
    expect((await at(5)).workOrders.map(({ order }) => order.id)).toEqual(['w3', 'w1', 'w2']);
  });

  test('shows doubles until they are merged, and then one', async () => {
    const { db, open, at } = openDesk();
    await open('w1');
    await open('w2', {}, 1);
    const doublesOf = async () =>
      (await at(2)).workOrders.map(({ order, doubles }) => [order.id, doubles.map(({ workOrder }) => workOrder.id)]);
    expect(Object.fromEntries(await doublesOf())).toEqual({ w1: ['w2'], w2: ['w1'] });
    await noteWorkOrder(db, { kind: 'workOrderMerged', workOrderId: 'w2', into: 'w1' }, after(2));
    expect(await doublesOf()).toEqual([['w1', []]]);
  });

  test('counts those half of whose time is over, or all of it', async () => {
    const { open, step, pressing } = openDesk();
    await open('w1');
    await open('w2', { labelId: 'suggestion' });
    expect(await pressing(4)).toEqual([]);
    expect(await pressing(5)).toEqual(['w2']);
    expect(await pressing(29)).toEqual(['w2']);
    expect(await pressing(50)).toEqual(['w2', 'w1']);
    await step('w1', 'replied', 50);
    await step('w2', 'replied', 50);
    expect(await pressing(51)).toEqual([]);
  });

  test('stands still while the shop is closed', async () => {
    const { db, open, at } = openDesk();
    await db.shops.add({ shopId: 'shop', platform: 'jd', hints: [], name: null });
    await open('w1');
    const closedAtTen = { ...usualHours, week: usualHours.week.map(() => [[480, 600] as [number, number]]) };
    await recordShopHours(db, { shopId: 'shop', hours: closedAtTen }, after(1));
    const [reply] = (await at(2)).workOrders[0]!.clocks;
    expect(reply!.dueAt).toBe(Date.parse('2026-08-07T09:00:00+08:00'));
  });
});

describe('a promise', () => {
  test('of a text is late from the moment it was due, until somebody says what became of it', async () => {
    const { db, at } = openDesk();
    const contact = makeContact({ promise: { what: 'dispatch', dueAt: after(60) } });
    const promiseId = await recordContact(db, contact, after(0));
    expect(watchOf(await at(1), after(1)).nextAt).toBe(after(60) + 1);
    expect((await at(61)).promises).toMatchObject([{ promiseId, what: 'dispatch', outcome: 'open' }]);
    await settlePromise(db, { promiseId, outcome: 'broken' }, after(62));
    expect((await at(63)).promises).toMatchObject([{ outcome: 'broken' }]);
    expect((await at(60 + 8 * 24 * 60)).promises).toEqual([]);
  });

  test('is one of several of a text: each is due and settled by itself, and all go with the text', async () => {
    const { db, at } = openDesk();
    const promises = [
      { what: 'dispatch' as const, dueAt: after(60) },
      { what: 'answer' as const, dueAt: after(24 * 60) },
    ];
    const eventId = await recordContact(db, makeContact({ promises }), after(0));
    expect((await at(1)).promises).toMatchObject([
      { promiseId: eventId, what: 'dispatch', dueAt: after(60), outcome: 'open' },
      { what: 'answer', dueAt: after(24 * 60), outcome: 'open' },
    ]);
    const [, answer] = (await at(1)).promises;
    await settlePromise(db, { promiseId: answer!.promiseId, outcome: 'kept' }, after(30));
    expect((await at(31)).promises.map(({ what, outcome }) => [what, outcome])).toEqual([
      ['dispatch', 'open'],
      ['answer', 'kept'],
    ]);
    expect(watchOf(await at(31), after(31)).nextAt).toBe(after(60) + 1);
    await undoEvent(db, eventId, after(32));
    expect((await at(33)).promises).toEqual([]);
  });

  test('is counted in the month in which it was due, also where the same text promised more for later', async () => {
    const { db } = openDesk();
    const [customerId, month] = [makeCustomerId(1), 30 * 24 * 60];
    const named = { display: 'w**', searchName: 'w**', quality: 'stable', nickId: null } as const;
    await db.customers.add({ customerId, shopId: 'shop', platform: 'jd', ...named });
    const promises = [
      { what: 'dispatch' as const, dueAt: after(60) },
      { what: 'answer' as const, dueAt: after(month + 60) },
    ];
    await recordContact(db, makeContact({ customerId, promises }), after(0));
    for (const from of [0, month])
      expect(await readMonthPromises(db, 'shop', after(from), after(from + 120))).toMatchObject({ due: 1, untold: 1 });
  });

  test('of a work order makes it press when it is late', async () => {
    const { open, step, at, pressing } = openDesk();
    await open('w1');
    await step('w1', 'replied', 1);
    await step('w1', 'reship', 2, 30);
    expect((await at(3)).promises).toMatchObject([{ what: 'dispatch', workOrderId: 'w1', dueAt: after(30) }]);
    expect(await pressing(29)).toEqual([]);
    expect(await pressing(31)).toEqual(['w1']);
  });
});

describe('the watch', () => {
  test('looks again at each mark, and at nothing when all is done', async () => {
    const { db, open, at } = openDesk();
    await open('w1', { labelId: 'suggestion' });
    const next = async (minutes: number) => watchOf(await at(minutes), after(minutes)).nextAt;
    expect([await next(0), await next(5), await next(8), await next(10)]).toEqual([
      after(5),
      after(8),
      after(10),
      null,
    ]);
    await noteWorkOrder(db, { kind: 'workOrderTold', workOrderId: 'w1' }, after(1));
    expect(await next(2)).toBeNull();
  });

  test('counts what the line at the top of the panel speaks of: work orders, who waits, late promises', async () => {
    const { db, open, at } = openDesk();
    const pressing = async (minutes: number) => watchOf(await at(minutes), after(minutes)).pressing;
    const buyer = { shopId: 'shop', customerId: makeCustomerId(2) };
    await open('w1');
    await noteWaiting(db, buyer, [{ from: 'buyer', text: '碎了，我要投诉', at: after(0) }], after(0));
    await recordContact(db, makeContact({ promise: { what: 'dispatch', dueAt: after(40) } }), after(0));
    // A platform counts three minutes for the answer, the shop an hour for the work order.
    expect(await Promise.all([1, 2, 29, 30, 40, 41].map(pressing))).toEqual([0, 1, 1, 2, 2, 3]);
    const answer = { from: 'seller' as const, text: '马上处理', at: after(42) };
    await noteWaiting(db, buyer, [{ from: 'buyer', text: '碎了', at: after(0) }, answer], after(42));
    expect(await pressing(42)).toBe(2);
  });

  test('does not count who had an answer while nobody looked', async () => {
    const { db, at } = openDesk();
    const buyer = { shopId: 'shop', customerId: makeCustomerId(1) };
    await noteWaiting(db, buyer, [{ from: 'buyer', text: '碎了' }], after(0));
    expect(watchOf(await at(2), after(2)).pressing).toBe(1);
    await noteWaiting(
      db,
      buyer,
      [
        { from: 'buyer', text: '碎了' },
        { from: 'seller', text: '马上补发' },
      ],
      after(30),
    );
    expect((await at(31)).waits).toMatchObject([{ state: 'blind' }]);
    expect(watchOf(await at(31), after(31)).pressing).toBe(0);
  });

  test('tells what ran out meanwhile, less what was done since', async () => {
    const { open, step, at } = openDesk();
    await open('w1');
    await open('w2', { orderId: '318800000002' });
    expect(ranOutBetween(await at(300), after(10), after(300))).toBe(2);
    expect(ranOutBetween(await at(300), after(60), after(300))).toBe(0);
    await step('w1', 'replied', 299);
    expect(ranOutBetween(await at(300), after(10), after(300))).toBe(1);
  });
});

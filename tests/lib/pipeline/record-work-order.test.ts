import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../../lib/model/event.ts';
import { recordContact, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { noteWorkOrder, openWorkOrder, settlePromise } from '../../../lib/pipeline/record-work-order.ts';
import { promisesInTexts } from '../../../lib/service/promises.ts';
import { workOrdersIn } from '../../../lib/service/work-order.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeNewWorkOrder, OPENED_AT } from '../../support/make-work-order.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const opening = makeNewWorkOrder({ workOrderId: 'w1' });
const later = (seconds: number) => OPENED_AT + seconds * 1000;

async function openOne() {
  const db = openTestDatabase();
  const eventId = await openWorkOrder(db, opening, OPENED_AT);
  const theirs = async () => workOrdersIn(await db.events.where('workOrderId').equals('w1').toArray());
  return { db, eventId, theirs };
}

test('everything done with a work order is found by it and by its customer, and passes the border', async () => {
  const { db, theirs } = await openOne();
  await noteWorkOrder(db, { kind: 'workOrderLabelled', workOrderId: 'w1', labelId: 'damaged' }, later(1));
  const told = await noteWorkOrder(db, { kind: 'workOrderTold', workOrderId: 'w1' }, later(2));
  await undoEvent(db, told, later(3));
  expect(await theirs()).toMatchObject([{ labelId: 'damaged', toldAt: null }]);
  const ofCustomer = await db.events.where('customerId').equals(opening.customerId!).toArray();
  expect(ofCustomer).toHaveLength(4);
  for (const event of ofCustomer) expect(eventSchema.safeParse(event).success).toBe(true);
});

test('it is not closed before the customer was told', async () => {
  const { db, theirs } = await openOne();
  const close = () => noteWorkOrder(db, { kind: 'workOrderClosed', workOrderId: 'w1' }, later(5));
  await expect(close()).rejects.toThrow('expected the customer to be told');
  await noteWorkOrder(db, { kind: 'workOrderTold', workOrderId: 'w1' }, later(4));
  await close();
  expect(await theirs()).toMatchObject([{ closedAt: later(5) }]);
});

describe('two people at one work order', () => {
  const end = (db: LiukeDatabase, kind: 'workOrderTold' | 'workOrderClosed', seconds: number) =>
    noteWorkOrder(db, { kind, workOrderId: 'w1' }, later(seconds));

  test('close it once, at the same time as well, and either takes that back', async () => {
    const { db, theirs } = await openOne();
    const told = await Promise.all([end(db, 'workOrderTold', 1), end(db, 'workOrderTold', 2)]);
    const closed = await Promise.all([end(db, 'workOrderClosed', 3), end(db, 'workOrderClosed', 4)]);
    expect([new Set(told).size, new Set(closed).size]).toEqual([1, 1]);
    expect(await theirs()).toMatchObject([{ toldAt: later(1), closedAt: later(3) }]);
    await undoEvent(db, closed[1], later(5));
    expect(await theirs()).toMatchObject([{ toldAt: later(1), closedAt: null }]);
  });

  test('reopen it once', async () => {
    const { db, theirs } = await openOne();
    const reopen = (seconds: number) =>
      noteWorkOrder(db, { kind: 'workOrderReopened', workOrderId: 'w1' }, later(seconds));
    await expect(reopen(1)).rejects.toThrow('found one that is open');
    await end(db, 'workOrderTold', 1);
    await end(db, 'workOrderClosed', 2);
    expect(await reopen(3)).toBe(await reopen(4));
    expect(await theirs()).toMatchObject([{ toldAt: null, closedAt: null }]);
  });

  test('lose none: what was closed meanwhile goes on for no other, and what was merged ends with the other', async () => {
    const { db, theirs } = await openOne();
    await openWorkOrder(db, { ...opening, workOrderId: 'w2' }, later(1));
    const merge = (seconds: number) =>
      noteWorkOrder(db, { kind: 'workOrderMerged', workOrderId: 'w2', into: 'w1' }, later(seconds));
    await end(db, 'workOrderTold', 2);
    const closed = await end(db, 'workOrderClosed', 3);
    await expect(merge(4)).rejects.toThrow('found w1 closed');
    await undoEvent(db, closed, later(5));
    expect(await merge(6)).toBe(await merge(7));
    await expect(noteWorkOrder(db, { kind: 'workOrderTold', workOrderId: 'w2' }, later(8))).rejects.toThrow(
      'merged into w1',
    );
    expect(await theirs()).toMatchObject([{ closedAt: null }]);
  });
});

test('nothing is done with one that was never opened', async () => {
  const { db } = await openOne();
  await expect(noteWorkOrder(db, { kind: 'workOrderTold', workOrderId: 'w9' }, later(1))).rejects.toThrow('w9');
  expect(await db.events.count()).toBe(1);
});

test('of a buyer who is only a mask it is opened, too', async () => {
  const db = openTestDatabase();
  await openWorkOrder(db, makeNewWorkOrder({ customerId: null, orderId: '318800000001', from: 'order' }), OPENED_AT);
  await noteWorkOrder(db, { kind: 'workOrderTold', workOrderId: 'w1' }, later(1));
  expect(workOrdersIn(await db.events.toArray())).toMatchObject([{ customerId: null, toldAt: later(1) }]);
});

test('what became of a promise stands with the one who was promised, and with the work order', async () => {
  const { db, theirs } = await openOne();
  const promises = (['dispatch', 'answer'] as const).map((what, at) => ({ what, dueAt: later(3600 + at) }));
  const contact = makeContact({ promises });
  await recordContact(db, contact, later(1));
  const [, answer] = promisesInTexts(await db.events.toArray());
  await settlePromise(db, { promiseId: answer!.promiseId, outcome: 'broken' }, later(4000));
  const step = { kind: 'workOrderStepped', workOrderId: 'w1', stepId: 'reship', dueAt: later(3600) } as const;
  await settlePromise(db, { promiseId: await noteWorkOrder(db, step, later(2)), outcome: 'kept' }, later(60));
  expect(await db.events.where('customerId').equals(contact.customerId).count()).toBe(5);
  expect(await theirs()).toMatchObject([{ steps: [{ doneAt: later(60) }] }]);
});

test('opened from the chat it begins when the buyer began to wait', async () => {
  const db = openTestDatabase();
  const wait = { shopId: 'shop', isExact: true, matter: 'complaint', seenAt: OPENED_AT, answeredAt: null } as const;
  await db.waits.add({ ...wait, customerId: opening.customerId!, since: later(-300), state: 'waiting' });
  await openWorkOrder(db, opening, OPENED_AT);
  await openWorkOrder(db, { ...opening, workOrderId: 'w2', from: 'order' }, OPENED_AT);
  expect(workOrdersIn(await db.events.toArray()).map(({ startedAt }) => startedAt)).toEqual([later(-300), OPENED_AT]);
});

describe('about something of which one is open', () => {
  const ofCase = (workOrderId: string, caseId: string) =>
    makeNewWorkOrder({ workOrderId, caseId, orderId: '318800000001', from: 'afterSale' });

  test('it goes on in that one, and an undo parts them', async () => {
    const db = openTestDatabase();
    await openWorkOrder(db, ofCase('w1', '1000000001'), OPENED_AT);
    const second = await openWorkOrder(db, ofCase('w2', '1000000001'), OPENED_AT + 1);
    const ledger = async () => workOrdersIn(await db.events.toArray()).map(({ id, mergedInto }) => [id, mergedInto]);
    expect(await ledger()).toEqual([
      ['w1', null],
      ['w2', 'w1'],
    ]);
    await undoEvent(db, second, OPENED_AT + 2);
    expect(await ledger()).toEqual([['w1', null]]);
  });

  test('another case is another matter, and so is what was closed', async () => {
    const db = openTestDatabase();
    await openWorkOrder(db, ofCase('w1', '1000000001'), OPENED_AT);
    await openWorkOrder(db, ofCase('w2', '1000000002'), OPENED_AT + 1);
    for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
      await noteWorkOrder(db, { kind, workOrderId: 'w1' }, OPENED_AT + 2);
    await openWorkOrder(db, ofCase('w3', '1000000001'), OPENED_AT + 3);
    expect(workOrdersIn(await db.events.toArray()).map(({ mergedInto }) => mergedInto)).toEqual([null, null, null]);
  });

  test('the same customer may mean two things: that is only said', async () => {
    const db = openTestDatabase();
    await openWorkOrder(db, makeNewWorkOrder({ workOrderId: 'w1' }), OPENED_AT);
    await openWorkOrder(db, makeNewWorkOrder({ workOrderId: 'w2' }), OPENED_AT + 1);
    expect(workOrdersIn(await db.events.toArray()).map(({ mergedInto }) => mergedInto)).toEqual([null, null]);
  });
});

/** From the shop's table to the owner of a work order: the way of the record, with real events in a store. */
import { beforeEach, describe, expect, test } from 'vitest';
import { eventSchema } from '../../../lib/model/event.ts';
import type { NewWorkOrder, WorkOrderDeed } from '../../../lib/model/work-order-event.ts';
import { undoEvent } from '../../../lib/pipeline/record-event.ts';
import { recordLabelOwners } from '../../../lib/pipeline/record-label-owners.ts';
import { noteWorkOrder, openWorkOrder } from '../../../lib/pipeline/record-work-order.ts';
import { workOrdersIn } from '../../../lib/service/work-order.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { readLabelOwners } from '../../../lib/views/service/label-owners.ts';
import { makeNewWorkOrder, OPENED_AT } from '../../support/make-work-order.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const shopId = 'shop';
const owners = { labels: { lost: '小王' }, groups: { logistics: '物流专员', product: '小李' } };
let db: LiukeDatabase;
let at: number;

beforeEach(async () => {
  db = openTestDatabase();
  at = OPENED_AT;
  await recordLabelOwners(db, { shopId, owners }, at);
});

const open = async (changes: Partial<NewWorkOrder> = {}) =>
  await openWorkOrder(db, makeNewWorkOrder({ shopId, ...changes }), (at += 1000));
const note = async (deed: WorkOrderDeed) => await noteWorkOrder(db, deed, (at += 1000));
const label = async (labelId: string, workOrderId = 'w1') =>
  await note({ kind: 'workOrderLabelled', workOrderId, labelId });
const assign = async (owner: string | null) => await note({ kind: 'workOrderAssigned', workOrderId: 'w1', owner });
const theirs = async () => {
  const orders = workOrdersIn(await db.events.toArray());
  return orders.filter(({ mergedInto }) => mergedInto === null).map(({ owner, ownerBy }) => [owner, ownerBy]);
};

describe('the table', () => {
  test('is what was said of it last; an undo brings the one before back', async () => {
    const second = { labels: {}, groups: { live: '小陈' } };
    const eventId = await recordLabelOwners(db, { shopId, owners: second }, at + 1);
    expect(await readLabelOwners(db, shopId)).toEqual(second);
    await undoEvent(db, eventId, at + 2);
    expect(await readLabelOwners(db, shopId)).toEqual(owners);
    expect(await readLabelOwners(db, 'another')).toEqual({ labels: {}, groups: {} });
  });

  test('takes only labels and groups that there are', async () => {
    const wrong = { labels: { logistics: '小李' }, groups: {} };
    await expect(recordLabelOwners(db, { shopId, owners: wrong }, at)).rejects.toThrow('found logistics');
    expect(await db.events.count()).toBe(1);
  });
});

describe('a work order that is opened', () => {
  test.each([
    ['from the chat', { from: 'chat' }],
    ['from an order', { from: 'order', orderId: '318800000001' }],
    ['from a case', { from: 'afterSale', caseId: '1000000001' }],
    ['by hand', { from: 'hand', customerId: null }],
  ] as const)('%s goes to whom cares for its label', async (_, from) => {
    await open({ ...from, labelId: 'late' });
    expect(await theirs()).toEqual([['物流专员', 'label']]);
    for (const event of await db.events.toArray()) expect(eventSchema.safeParse(event).success).toBe(true);
  });

  test('by somebody who named nobody goes there, too: that they opened it chose nobody', async () => {
    await open({ labelId: 'lost', owner: '小张', ownerBy: 'opener' });
    expect(await theirs()).toEqual([['小王', 'label']]);
  });

  test('stays with whom a person chose, with nobody where they chose that, and with the opener where nobody cares for it', async () => {
    await open({ workOrderId: 'w1', labelId: 'late', owner: '小张', ownerBy: 'hand' });
    await open({ workOrderId: 'w2', labelId: 'late', owner: null, ownerBy: 'hand' });
    await open({ workOrderId: 'w3', labelId: 'presale', owner: '小张', ownerBy: 'opener' });
    await open({ workOrderId: 'w4', labelId: null, owner: '小张', ownerBy: 'opener' });
    // As versions before the table said it.
    await open({ workOrderId: 'w5', labelId: 'late', owner: '小张' });
    expect(await theirs()).toEqual([
      ['小张', 'hand'],
      [null, null],
      ['小张', 'opener'],
      ['小张', 'opener'],
      ['小张', 'hand'],
    ]);
  });

  test('in another shop goes by that one’s own table', async () => {
    await open({ shopId: 'another', labelId: 'late' });
    expect(await theirs()).toEqual([[null, null]]);
  });
});

describe('a label that comes later', () => {
  test('brings its owner, and an undo takes both back', async () => {
    await open();
    const eventId = await label('late');
    expect(await theirs()).toEqual([['物流专员', 'label']]);
    await undoEvent(db, eventId, (at += 1000));
    expect(await theirs()).toEqual([[null, null]]);
  });

  test('never takes it from whom a person chose; once nobody is chosen, the next one gives it', async () => {
    await open();
    await assign('小张');
    await label('late');
    expect(await theirs()).toEqual([['小张', 'hand']]);
    await assign(null);
    await label('lost');
    expect(await theirs()).toEqual([['小王', 'label']]);
    await assign('小张');
    await label('late');
    expect(await theirs()).toEqual([['小张', 'hand']]);
  });

  test('put right, moves what only a label had given; one that nobody cares for leaves it where it is', async () => {
    await open({ labelId: 'late' });
    await label('damaged');
    expect(await theirs()).toEqual([['小李', 'label']]);
    await label('presale');
    expect(await theirs()).toEqual([['小李', 'label']]);
  });

  test('of one that goes on for another comes before that one’s, and leaves whom a person chose for either', async () => {
    await open({ workOrderId: 'w1' });
    await open({ workOrderId: 'w2', labelId: 'late' });
    await note({ kind: 'workOrderMerged', workOrderId: 'w2', into: 'w1' });
    expect(await theirs()).toEqual([['物流专员', 'label']]);
    await label('presale');
    expect(await theirs()).toEqual([['物流专员', 'label']]);
    await label('damaged');
    expect(await theirs()).toEqual([['小李', 'label']]);
    await note({ kind: 'workOrderAssigned', workOrderId: 'w2', owner: '小张' });
    await label('lost');
    expect(await theirs()).toEqual([['小张', 'hand']]);
  });
});

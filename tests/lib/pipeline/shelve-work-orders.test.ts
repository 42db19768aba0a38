/** What was closed long ago is put away, and nothing is said differently for it: held against the whole log, after anything that people do. */
import { expect, test } from 'vitest';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { forgetCustomer } from '../../../lib/pipeline/forget/forget-customer.ts';
import { recordContact, undoEvent } from '../../../lib/pipeline/record-event.ts';
import { noteWorkOrder, openWorkOrder, settlePromise } from '../../../lib/pipeline/record-work-order.ts';
import { shelveWorkOrders } from '../../../lib/pipeline/shelve-work-orders.ts';
import { SHELVED_AFTER_MS } from '../../../lib/service/shelf.ts';
import { isOpen } from '../../../lib/service/work-order.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { readServiceDesk, type ServiceDesk } from '../../../lib/views/service/service-desk.ts';
import { readWorkOrderEvents } from '../../../lib/views/service/work-order-events.ts';
import fc from '../../support/fast-check.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeCustomerId } from '../../support/make-history.ts';
import { makeNewWorkOrder, OPENED_AT } from '../../support/make-work-order.ts';
import { makeOrder } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const LATER = OPENED_AT + 100 * DAY_MS;

async function close(db: LiukeDatabase, workOrderId: string, at: number): Promise<void> {
  for (const kind of ['workOrderTold', 'workOrderClosed'] as const) await noteWorkOrder(db, { kind, workOrderId }, at);
}

async function openShop() {
  const db = openTestDatabase();
  const open = (workOrderId: string, at: number, customer = 1) =>
    openWorkOrder(db, makeNewWorkOrder({ workOrderId, customerId: makeCustomerId(customer) }), at);
  const idsAt = async (now: number, reach?: 'all') =>
    (await readServiceDesk(db, now, reach)).workOrders.map(({ order }) => order.id).toSorted();
  return { db, open, idsAt };
}

test('what was closed long ago is counted and asked for, and read no more', async () => {
  const { db, open, idsAt } = await openShop();
  for (const [index, id] of ['old', 'new', 'open'].entries()) await open(id, OPENED_AT, index);
  await close(db, 'old', OPENED_AT + DAY_MS);
  await close(db, 'new', LATER - DAY_MS);
  await shelveWorkOrders(db, LATER);
  expect(await idsAt(LATER)).toEqual(['new', 'open']);
  expect((await readServiceDesk(db, LATER)).shelved).toEqual({ shop: 1 });
  expect(await idsAt(LATER, 'all')).toEqual(['new', 'old', 'open']);
  const { events } = await readWorkOrderEvents(db, 'inUse');
  expect(events.some(({ workOrderId }) => workOrderId === 'old')).toBe(false);
});

test('of a customer it is there with the rest', async () => {
  const { db, open } = await openShop();
  await open('theirs', OPENED_AT, 1);
  await open('others', OPENED_AT, 2);
  await close(db, 'theirs', OPENED_AT);
  await close(db, 'others', OPENED_AT);
  await shelveWorkOrders(db, LATER);
  const desk = await readServiceDesk(db, LATER, { customerId: makeCustomerId(1) });
  expect(desk.workOrders.map(({ order }) => order.id)).toEqual(['theirs']);
  expect(desk.shelved).toEqual({ shop: 1 });
});

test('reopened, it is back with what was merged into it', async () => {
  const { db, open } = await openShop();
  await open('w1', OPENED_AT);
  await open('w2', OPENED_AT);
  await noteWorkOrder(db, { kind: 'workOrderNoted', workOrderId: 'w2', text: '第二次来问' }, OPENED_AT);
  await noteWorkOrder(db, { kind: 'workOrderMerged', workOrderId: 'w2', into: 'w1' }, OPENED_AT);
  await close(db, 'w1', OPENED_AT);
  await shelveWorkOrders(db, LATER);
  expect((await readServiceDesk(db, LATER)).shelved).toEqual({ shop: 1 });
  await noteWorkOrder(db, { kind: 'workOrderReopened', workOrderId: 'w1' }, LATER);
  const { workOrders, shelved } = await readServiceDesk(db, LATER);
  expect(workOrders.map(({ order }) => [order.id, order.notes.length])).toEqual([['w1', 1]]);
  expect(shelved).toEqual({ shop: 0 });
});

test('who is forgotten is counted no more among those put away', async () => {
  const { db, ids, takeIn } = await openPipeline();
  const { state } = await takeIn(makeReport([makeOrder()]));
  const { customerId } = (await db.customers.toArray())[0]!;
  const workOrder = makeNewWorkOrder({ workOrderId: 'w1', shopId: state.shopId!, customerId });
  await openWorkOrder(db, workOrder, OPENED_AT);
  await close(db, 'w1', OPENED_AT);
  await shelveWorkOrders(db, LATER);
  expect((await readServiceDesk(db, LATER)).shelved).toEqual({ [state.shopId!]: 1 });
  await forgetCustomer(db, ids, customerId, LATER);
  expect(await readServiceDesk(db, LATER)).toMatchObject({ workOrders: [], shelved: {} });
});

test('a text that was taken back promises nothing after it, either', async () => {
  const { db } = await openShop();
  const promises = [{ what: 'act' as const, dueAt: LATER + DAY_MS }];
  await undoEvent(db, await recordContact(db, makeContact({ promises }), LATER), LATER);
  await shelveWorkOrders(db, LATER);
  expect((await readServiceDesk(db, LATER)).promises).toEqual([]);
});

test('is done anew after a day, or after many things happened, and not before', async () => {
  const { db, open } = await openShop();
  await open('w1', OPENED_AT);
  await shelveWorkOrders(db, LATER);
  await open('w2', LATER);
  await shelveWorkOrders(db, LATER + 1);
  expect(await db.meta.get('workOrderShelf')).toMatchObject({ computedAt: LATER });
  await shelveWorkOrders(db, LATER + DAY_MS);
  expect(await db.meta.get('workOrderShelf')).toMatchObject({ computedAt: LATER + DAY_MS });
});

/** As often as it takes for something to be put away and taken up again. */
const deeds = fc.record({
  what: fc.constantFrom(
    'open',
    'promise',
    'note',
    'finish',
    'finish',
    'reopened',
    'merge',
    'settle',
    'text',
    'undo',
    'shelve',
  ),
  of: fc.nat(2),
  other: fc.nat(2),
  days: fc.constantFrom(0, 1, 20, 40),
});

test('whatever people do and whenever it happens, the desk says what the whole log says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 20, maxLength: 50 }), async (all) => {
      const { db, open } = await openShop();
      const ids: string[] = [];
      const promised: string[] = [];
      let now = OPENED_AT;
      let opened = 0;
      const may = async (deed: Promise<string>) => {
        const id = await deed.catch(() => null);
        if (id !== null) ids.push(id);
        return id;
      };
      for (const { what, of, other, days } of all) {
        now += days * DAY_MS + 1000;
        const workOrderId = `w${of}`;
        const note = (deed: object) => may(noteWorkOrder(db, { workOrderId, ...deed } as never, now));
        if (what === 'open' || opened < 3) await may(open(`w${opened++}`, now, of % 2));
        if (what === 'promise')
          promised.push((await note({ kind: 'workOrderStepped', stepId: 'resend', dueAt: now + DAY_MS })) ?? 'none');
        if (what === 'note') await note({ kind: 'workOrderNoted', text: '说好了' });
        if (what === 'finish') for (const kind of ['workOrderTold', 'workOrderClosed']) await note({ kind });
        if (what === 'reopened') await note({ kind: 'workOrderReopened' });
        if (what === 'merge') await note({ kind: 'workOrderMerged', into: `w${other}` });
        if (what === 'text') {
          const promises = [{ what: 'act' as const, dueAt: now + 2 * DAY_MS }];
          const contact = makeContact({ customerId: makeCustomerId(of % 2), promises });
          promised.push((await may(recordContact(db, contact, now)))!);
        }
        if (what === 'settle' && promised.length > 0)
          await may(settlePromise(db, { promiseId: promised[other % promised.length]!, outcome: 'kept' }, now));
        if (what === 'undo' && ids.length > 0) await may(undoEvent(db, ids[(of * 7 + other) % ids.length]!, now));
        if (what === 'shelve') await shelveWorkOrders(db, now);
      }
      const [desk, whole] = [await readServiceDesk(db, now), await readServiceDesk(db, now, 'all')];
      const inUse = whole.workOrders.filter(
        ({ order }) => isOpen(order) || desk.workOrders.some((view) => view.order.id === order.id),
      );
      expect(desk.workOrders).toEqual(inUse);
      const recent = whole.workOrders.filter(({ order }) => !isOpen(order) && now - order.closedAt! < SHELVED_AFTER_MS);
      expect(desk.workOrders).toEqual(expect.arrayContaining(recent));
      const outcomes = ({ promises }: ServiceDesk) => promises.map(({ promiseId, outcome }) => [promiseId, outcome]);
      expect(outcomes(desk)).toEqual(outcomes(whole));
      expect(desk.workOrders.length + (desk.shelved['shop'] ?? 0)).toBe(whole.workOrders.length);
    }),
    { numRuns: 60 },
  );
});

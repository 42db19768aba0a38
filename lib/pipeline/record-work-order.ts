/** Writing down what is done with work orders, and what became of promises. */
import type { When } from '../model/command.ts';
import type { ShopHours } from '../model/service-hours.ts';
import type { ShopService } from '../model/service-settings.ts';
import type { NewWorkOrder, PromiseSettled, WorkOrderDeed } from '../model/work-order-event.ts';
import { doublesOf } from '../service/doubles.ts';
import { eventIdOf } from '../service/promises.ts';
import { workOrderKinds, workOrdersIn, type WorkOrder } from '../service/work-order.ts';
import type { EventRecord, LiukeDatabase } from '../store/database.ts';
import { append, appendAll, eventTables, type Stamp } from './append-event.ts';

/**
 * From the chat it begins when the buyer began to wait. About a case or an order of which one is open, it goes on in that one.
 * @returns the event's id, for an undo
 */
export async function openWorkOrder(db: LiukeDatabase, given: NewWorkOrder, when: When): Promise<string> {
  const { workOrderId, customerId } = given;
  return await db.transaction('rw', [...eventTables(db), db.waits], async () => {
    const wait = given.from === 'chat' && customerId !== null ? await db.waits.get(customerId) : undefined;
    const since = wait?.state === 'waiting' ? wait.since : null;
    const workOrder = { ...given, startedAt: given.startedAt ?? since };
    const about = customerId === null ? {} : { customerId };
    const sure = await sureDouble(db, workOrder);
    const [eventId] = await appendAll(db, when, [
      (stamp) => ({ ...stamp, kind: 'workOrderOpened', workOrder, workOrderId, ...about }),
      ...(sure === null
        ? []
        : [
            (stamp: Stamp): EventRecord => ({
              ...stamp,
              kind: 'workOrderMerged',
              workOrderId,
              into: sure,
              ...about,
            }),
          ]),
    ]);
    return eventId!;
  });
}

/** The open one about the same case or order; null for none. That a customer has two is no proof: both may be meant. */
async function sureDouble(db: LiukeDatabase, given: NewWorkOrder): Promise<string | null> {
  if (given.caseId === null && given.orderId === null) return null;
  const events = await db.events
    .where('kind')
    .anyOf([...workOrderKinds, 'undo'])
    .toArray();
  const doubles = doublesOf({ ...given, id: given.workOrderId }, workOrdersIn(events));
  return doubles.find(({ because }) => because !== 'customer')?.workOrder.id ?? null;
}

/**
 * @returns the event's id, for an undo
 * @throws Error where there is no such work order, or it cannot be done to it
 */
export async function noteWorkOrder(db: LiukeDatabase, deed: WorkOrderDeed, when: When): Promise<string> {
  const order = await readWorkOrder(db, deed.workOrderId);
  if (!order) throw new Error(`expected a work order that was opened, found none of the id ${deed.workOrderId}`);
  if (deed.kind === 'workOrderClosed' && order.toldAt === null)
    throw new Error('expected the customer to be told before the work order is closed: tick that first');
  const { customerId } = order;
  return await append(db, when, (stamp) => ({ ...stamp, ...deed, ...(customerId === null ? {} : { customerId }) }));
}

/** What became of a promise. @returns the event's id, for an undo */
export async function settlePromise(db: LiukeDatabase, settled: PromiseSettled, when: When): Promise<string> {
  const promised = await db.events.get(eventIdOf(settled.promiseId));
  const { customerId, workOrderId } = promised ?? {};
  return await append(db, when, (stamp: Stamp): EventRecord => ({
    ...stamp,
    ...settled,
    kind: 'promiseSettled',
    ...(customerId ? { customerId } : {}),
    ...(workOrderId ? { workOrderId } : {}),
  }));
}

/** When a shop answers, as a whole: the newest event holds. */
export async function recordShopHours(db: LiukeDatabase, hours: ShopHours, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, ...hours, kind: 'shopHours' }));
}

/** All of what a shop decided about its service: the newest event holds. */
export async function recordServiceSettings(db: LiukeDatabase, service: ShopService, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, ...service, kind: 'serviceSettings' }));
}

/** As its own events tell it. */
async function readWorkOrder(db: LiukeDatabase, workOrderId: string): Promise<WorkOrder | null> {
  const events = await db.events.where('workOrderId').equals(workOrderId).toArray();
  const order = workOrdersIn(events).find(({ id }) => id === workOrderId);
  return order ?? null;
}

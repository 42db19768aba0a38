/** Writing down what is done with work orders, and what became of promises. */
import type { When } from '../model/command.ts';
import type { ShopHours } from '../model/service-hours.ts';
import type { NewWorkOrder, PromiseSettled, WorkOrderDeed } from '../model/work-order-event.ts';
import { workOrdersIn, type WorkOrder } from '../service/work-order.ts';
import type { EventRecord, LiukeDatabase } from '../store/database.ts';
import { append, type Stamp } from './append-event.ts';

/** From the chat it begins when the buyer began to wait. @returns the event's id, for an undo */
export async function openWorkOrder(db: LiukeDatabase, given: NewWorkOrder, when: When): Promise<string> {
  const { workOrderId, customerId } = given;
  const wait = given.from === 'chat' && customerId !== null ? await db.waits.get(customerId) : undefined;
  const since = wait?.state === 'waiting' ? wait.since : null;
  const workOrder = { ...given, startedAt: given.startedAt ?? since };
  return await append(db, when, (stamp) => ({
    ...stamp,
    kind: 'workOrderOpened',
    workOrder,
    workOrderId,
    ...(customerId === null ? {} : { customerId }),
  }));
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
  const promised = await db.events.get(settled.promiseId);
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

/** As its own events tell it. */
async function readWorkOrder(db: LiukeDatabase, workOrderId: string): Promise<WorkOrder | null> {
  const events = await db.events.where('workOrderId').equals(workOrderId).toArray();
  const order = workOrdersIn(events).find(({ id }) => id === workOrderId);
  return order ?? null;
}

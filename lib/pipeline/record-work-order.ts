/** Writing down what is done with work orders, and what became of promises. */
import type { When } from '../model/command.ts';
import { RefusedError } from '../model/refused.ts';
import type { ShopHours } from '../model/service-hours.ts';
import type { ShopService } from '../model/service-settings.ts';
import type { NewWorkOrder, PromiseSettled, WorkOrderDeed } from '../model/work-order-event.ts';
import { reasonGroups } from '../rules/service.ts';
import { doublesAmong } from '../service/doubles.ts';
import { ownerByLabel } from '../service/label-owners.ts';
import { eventIdOf } from '../service/promises.ts';
import { mayMerge, workOrdersIn, type WorkOrder } from '../service/work-order.ts';
import type { EventRecord, LiukeDatabase } from '../store/database.ts';
import { readLabelOwners } from '../views/service/label-owners.ts';
import { readWorkOrderEvents } from '../views/service/work-order-events.ts';
import { append, appendAll, eventTables, type Stamp } from './append-event.ts';

/**
 * From the chat it begins when the buyer began to wait. About a case or an order of which one is open, it goes on in that one. Where no
 * owner was chosen, it is whom the shop's table gives its label to.
 * @returns the event's id, for an undo
 */
export async function openWorkOrder(db: LiukeDatabase, given: NewWorkOrder, when: When): Promise<string> {
  const { workOrderId, customerId } = given;
  return await db.transaction('rw', [...eventTables(db), db.waits], async () => {
    const wait = given.from === 'chat' && customerId !== null ? await db.waits.get(customerId) : undefined;
    const since = wait?.state === 'waiting' ? wait.since : null;
    const workOrder = { ...given, ...(await routed(db, given)), startedAt: given.startedAt ?? since };
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

/** Whom the label gives it to, unless somebody was chosen, or nobody on purpose. */
async function routed(db: LiukeDatabase, given: NewWorkOrder): Promise<Partial<NewWorkOrder>> {
  const ownerBy = given.ownerBy ?? (given.owner === null ? null : 'hand');
  const owner =
    ownerBy === 'hand' || given.labelId === null
      ? null
      : ownerByLabel([given.labelId], await readLabelOwners(db, given.shopId), reasonGroups);
  return owner === null ? {} : { owner, ownerBy: 'label' };
}

/** The open one about the same case or order; null for none. That a customer has two is no proof: both may be meant. */
async function sureDouble(db: LiukeDatabase, given: NewWorkOrder): Promise<string | null> {
  if (given.caseId === null && given.orderId === null) return null;
  const { events } = await readWorkOrderEvents(db, 'inUse');
  const doubles = doublesAmong(workOrdersIn(events))({ ...given, id: given.workOrderId });
  return doubles.find(({ because }) => because !== 'customer')?.workOrder.id ?? null;
}

/**
 * What two people do to one work order at the same time (both tell, both close) was done once, by the first. A label brings its owner
 * along where no person chose one: an undo takes both back.
 * @returns the event's id, for an undo; of what was done already, that of then
 * @throws RefusedError where there is no such work order, or it cannot be done to it
 */
export async function noteWorkOrder(db: LiukeDatabase, deed: WorkOrderDeed, when: When): Promise<string> {
  return await db.transaction('rw', eventTables(db), async () => {
    const orders = await readWorkOrders(
      db,
      deed.kind === 'workOrderMerged' ? [deed.workOrderId, deed.into] : [deed.workOrderId],
    );
    const order = orders.get(deed.workOrderId);
    if (!order)
      throw new RefusedError(
        'workOrderGone',
        `expected a work order that was opened, found none of the id ${deed.workOrderId}`,
      );
    const before = doneBefore(order, deed);
    if (before !== null) return before;
    const refusal = refusalOf(order, deed, orders);
    if (refusal !== null) throw refusal;
    const { customerId } = order;
    const owner = deed.kind === 'workOrderLabelled' ? await ownerFor(db, order, deed.labelId) : null;
    return await append(db, when, (stamp) => ({
      ...stamp,
      ...deed,
      ...(owner === null ? {} : { owner }),
      ...(customerId === null ? {} : { customerId }),
    }));
  });
}

/** To whom it goes by its new label; null where it stays with whom it is. */
async function ownerFor(db: LiukeDatabase, { id, shopId }: WorkOrder, labelId: string): Promise<string | null> {
  // With those that it goes on for: what was chosen for them was chosen for it.
  const orders = await readWorkOrders(db, [id, ...(await idsMergedInto(db, id))]);
  const { owner, ownerBy, mergedIds } = orders.get(id)!;
  if (ownerBy === 'hand') return null;
  const labelIds = [labelId, ...mergedIds.map((each) => orders.get(each)?.labelId ?? null)];
  const found = ownerByLabel(labelIds, await readLabelOwners(db, shopId), reasonGroups);
  return found === owner && ownerBy === 'label' ? null : found;
}

/** Of all that were merged into it, be it by way of others; also those of which that was undone. */
async function idsMergedInto(db: LiukeDatabase, workOrderId: string): Promise<string[]> {
  const merges = await db.events.where('kind').equals('workOrderMerged').toArray();
  const ids = new Set([workOrderId]);
  for (let before = 0; before < ids.size;) {
    before = ids.size;
    for (const event of merges) if (event.kind === 'workOrderMerged' && ids.has(event.into)) ids.add(event.workOrderId);
  }
  return [...ids].slice(1);
}

/** The event by which it is so already; null where it is not, or may be done again. */
function doneBefore(order: WorkOrder, deed: WorkOrderDeed): string | null {
  const isSo =
    (deed.kind === 'workOrderTold' && order.toldAt !== null) ||
    (deed.kind === 'workOrderClosed' && order.closedAt !== null) ||
    (deed.kind === 'workOrderReopened' && order.closedAt === null) ||
    (deed.kind === 'workOrderMerged' && order.mergedInto === deed.into);
  return isSo ? (order.history.findLast(({ kind }) => kind === deed.kind)?.id ?? null) : null;
}

/** Why it cannot be done, and what can; null where it can. */
function refusalOf(order: WorkOrder, deed: WorkOrderDeed, orders: ReadonlyMap<string, WorkOrder>): Error | null {
  switch (deed.kind) {
    case 'workOrderTold':
    case 'workOrderClosed':
    case 'workOrderReopened':
      if (order.mergedInto !== null)
        return new RefusedError(
          'workOrderMerged',
          `expected a work order that goes on by itself, found one merged into ${order.mergedInto}: do it there`,
        );
      if (deed.kind === 'workOrderReopened')
        return order.closedAt === null
          ? new RefusedError('workOrderOpen', 'expected a closed work order, found one that is open')
          : null;
      return deed.kind === 'workOrderClosed' && order.toldAt === null
        ? new RefusedError(
            'workOrderUntold',
            'expected the customer to be told before the work order is closed: tick that first',
          )
        : null;
    case 'workOrderMerged':
      return mayMerge(order, orders.get(deed.into), orders)
        ? null
        : new RefusedError(
            'workOrderInto',
            `expected an open work order to go on in, found ${deed.into} closed, gone or part of this one: reopen it first`,
          );
    default:
      return null;
  }
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

/** As their own events tell them, with those that they were merged into. */
async function readWorkOrders(db: LiukeDatabase, workOrderIds: readonly string[]): Promise<Map<string, WorkOrder>> {
  const events: EventRecord[] = [];
  const known = new Set<string>();
  for (let next = [...new Set(workOrderIds)]; next.length > 0;) {
    for (const id of next) known.add(id);
    const found = await db.events.where('workOrderId').anyOf(next).toArray();
    events.push(...found);
    next = [...new Set(found.flatMap((event) => (event.kind === 'workOrderMerged' ? event.into : [])))].filter(
      (id) => !known.has(id),
    );
  }
  return new Map(workOrdersIn(events).map((order) => [order.id, order]));
}

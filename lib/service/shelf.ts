/** Which events the work orders in use are made of: of tens of thousands that were closed long ago nobody is reminded. */
import type { LogEvent } from '../model/event.ts';
import { standing } from '../model/standing-events.ts';
import { DAY_MS } from '../model/shanghai-time.ts';
import { eventIdOf } from './promises.ts';
import { isOfWorkOrder, isOpen, rootOf, workOrdersIn, type WorkOrder, type WorkOrderEvent } from './work-order.ts';

/** Closed so long ago, a work order is put away. */
export const SHELVED_AFTER_MS = 30 * DAY_MS;

export interface Kept {
  /** What work orders in use, and promises in texts that may still be shown, are made of. */
  eventIds: string[];
  /** By shop: how many work orders are put away, those not counted that go on in others. */
  shelved: Record<string, number>;
}

/**
 * @param events of work orders, in any order, with the undoes that may be about them, and the texts whose promises may still be shown
 * @param now epoch ms
 */
export function keepInUse(events: readonly LogEvent[], now: number): Kept {
  const orders = workOrdersIn(events);
  const byId = new Map(orders.map((order) => [order.id, order]));
  const isInUse = (order: WorkOrder): boolean => {
    const root = rootOf(byId, order);
    return isOpen(root) || now - root.closedAt! < SHELVED_AFTER_MS;
  };
  const inUse = new Set(orders.filter(isInUse).map(({ id }) => id));
  const texts = new Set(events.flatMap(({ kind, id }) => (kind === 'contact' || kind === 'promiseHeard' ? [id] : [])));
  const standingNow = standing(events).filter(isOfWorkOrder);
  const steps = new Set(
    orders.flatMap((order) => (inUse.has(order.id) ? order.steps.map(({ eventId }) => eventId) : [])),
  );
  const isKept = (event: WorkOrderEvent) =>
    event.kind === 'promiseSettled'
      ? steps.has(event.promiseId) || texts.has(eventIdOf(event.promiseId))
      : inUse.has(event.kind === 'workOrderOpened' ? event.workOrder.workOrderId : event.workOrderId);
  const undoes = events.filter((event) => event.kind === 'undo' && texts.has(event.eventId));
  const shelved = Map.groupBy(
    orders.filter((order) => order.mergedInto === null && !isInUse(order)),
    ({ shopId }) => shopId,
  );
  return {
    eventIds: [...standingNow.filter(isKept), ...undoes].map(({ id }) => id),
    shelved: Object.fromEntries([...shelved].map(([shopId, { length }]) => [shopId, length])),
  };
}

/** The ledger of work orders (工单): a fold of the event log. The same events in any order make the same ledger. */
import type { LogEvent } from '../model/event.ts';
import { standing } from '../model/standing-events.ts';
import type {
  NewWorkOrder,
  OfferOutcome,
  PromiseSettled,
  WorkOrderDeed,
  WorkOrderSource,
} from '../model/work-order-event.ts';

/** Kinds of the events that work orders are made of. With them the undoes have to be read. */
export const workOrderKinds = [
  'workOrderOpened',
  'workOrderLabelled',
  'workOrderAssigned',
  'workOrderPriced',
  'workOrderStepped',
  'workOrderNoted',
  'workOrderOffered',
  'workOrderMerged',
  'workOrderTold',
  'workOrderClosed',
  'workOrderReopened',
  'promiseSettled',
] as const satisfies readonly (WorkOrderDeed['kind'] | 'workOrderOpened' | 'promiseSettled')[];

export type WorkOrderEvent = Extract<LogEvent, { kind: (typeof workOrderKinds)[number] }>;

/** Something done, or promised to be done until a time. */
export interface WorkOrderStep {
  /** The event that says it; what becomes of a promise names it. */
  eventId: string;
  /** Id of a step of `lib/rules/service`. */
  stepId: string;
  at: number;
  /** Null for what was done at once. */
  dueAt: number | null;
  /** When it was done; null as long as it is not. */
  doneAt: number | null;
  /** Somebody said that it was not kept. */
  isBroken: boolean;
}

export interface WorkOrderNote {
  eventId: string;
  at: number;
  text: string;
}

/** A step of a negotiation, each time something became of it. */
export interface WorkOrderOffer {
  eventId: string;
  at: number;
  /** Id of a negotiation step. */
  stepId: string;
  outcome: OfferOutcome;
}

export interface WorkOrder {
  id: string;
  shopId: string;
  customerId: string | null;
  orderId: string | null;
  caseId: string | null;
  from: WorkOrderSource;
  labelId: string | null;
  owner: string | null;
  amountFen: number | null;
  /** The oldest first, with those of the ones merged into it; notes and offers, too. */
  steps: WorkOrderStep[];
  notes: WorkOrderNote[];
  offers: WorkOrderOffer[];
  openedAt: number;
  /** From when its clocks run: the buyer came with it, or it was opened. Of those merged, the earliest. */
  startedAt: number;
  /** The customer was told what came of it; forgotten when it is reopened. */
  toldAt: number | null;
  closedAt: number | null;
  /** The one that goes on for this one, which is then neither open nor closed; null for its own. */
  mergedInto: string | null;
  /** Those that it goes on for. */
  mergedIds: string[];
  /** Its own events that hold, the oldest first. */
  history: WorkOrderEvent[];
}

/**
 * The work orders that a log tells, the oldest first.
 * @param events of any kind, in any order, with the undoes that may be about them
 */
export function workOrdersIn(events: readonly LogEvent[]): WorkOrder[] {
  const orders = new Map<string, WorkOrder>();
  const theirs = standing(events).filter(isOfWorkOrder);
  for (const event of theirs) {
    if (event.kind === 'workOrderOpened' && !orders.has(event.workOrder.workOrderId))
      orders.set(event.workOrder.workOrderId, opened(event.workOrder, event));
  }
  for (const event of theirs) if (event.kind !== 'workOrderOpened') take(orders, event);
  for (const order of orders.values()) if (order.mergedInto !== null) joinInto(rootOf(orders, order), order);
  return [...orders.values()];
}

/** Not closed, and no other one goes on for it. */
export function isOpen({ closedAt, mergedInto }: WorkOrder): boolean {
  return closedAt === null && mergedInto === null;
}

function isOfWorkOrder(event: LogEvent): event is WorkOrderEvent {
  return (workOrderKinds as readonly string[]).includes(event.kind);
}

function opened({ workOrderId, startedAt, ...given }: NewWorkOrder, event: WorkOrderEvent): WorkOrder {
  return {
    id: workOrderId,
    ...given,
    steps: [],
    notes: [],
    offers: [],
    openedAt: event.at,
    startedAt: startedAt ?? event.at,
    toldAt: null,
    closedAt: null,
    mergedInto: null,
    mergedIds: [],
    history: [event],
  };
}

type Later = Exclude<WorkOrderEvent, { kind: 'workOrderOpened' }>;

/** What is said of an order that was never opened, or whose opening was undone, is left aside. */
function take(orders: Map<string, WorkOrder>, event: Later): void {
  if (event.kind === 'promiseSettled') return settle(orders, event);
  const order = orders.get(event.workOrderId);
  const changes = order && changesBy(event, order, orders);
  if (order && changes) Object.assign(order, changes, { history: [...order.history, event] });
}

/** @returns null for what does not count: closing before the customer was told, merging in a circle */
function changesBy(
  event: Exclude<Later, PromiseSettled>,
  order: WorkOrder,
  orders: ReadonlyMap<string, WorkOrder>,
): Partial<WorkOrder> | null {
  const { at, id: eventId } = event;
  switch (event.kind) {
    case 'workOrderLabelled':
      return { labelId: event.labelId };
    case 'workOrderAssigned':
      return { owner: event.owner };
    case 'workOrderPriced':
      return { amountFen: event.amountFen };
    case 'workOrderStepped':
      return { steps: [...order.steps, stepOf(event)] };
    case 'workOrderNoted':
      return { notes: [...order.notes, { eventId, at, text: event.text }] };
    case 'workOrderOffered':
      return { offers: [...order.offers, { eventId, at, stepId: event.stepId, outcome: event.outcome }] };
    case 'workOrderMerged':
      return mayMerge(order, orders.get(event.into), orders) ? { mergedInto: event.into } : null;
    case 'workOrderTold':
      return { toldAt: order.toldAt ?? at };
    case 'workOrderClosed':
      return order.toldAt !== null && order.closedAt === null ? { closedAt: at } : null;
    case 'workOrderReopened':
      return order.closedAt === null ? null : { closedAt: null, toldAt: null };
    default:
      return null;
  }
}

function stepOf({ id: eventId, stepId, at, dueAt }: Extract<Later, { kind: 'workOrderStepped' }>): WorkOrderStep {
  return { eventId, stepId, at, dueAt, doneAt: dueAt === null ? at : null, isBroken: false };
}

function mayMerge(
  order: WorkOrder,
  into: WorkOrder | undefined,
  orders: ReadonlyMap<string, WorkOrder>,
): into is WorkOrder {
  return into !== undefined && order.mergedInto === null && rootOf(orders, into) !== order;
}

/** The newest word about a promise holds. */
function settle(orders: Map<string, WorkOrder>, event: Extract<Later, { kind: 'promiseSettled' }>): void {
  for (const order of orders.values()) {
    const step = order.steps.find(({ eventId }) => eventId === event.promiseId);
    if (!step) continue;
    step.doneAt = event.outcome === 'kept' ? event.at : null;
    step.isBroken = event.outcome === 'broken';
    order.history.push(event);
  }
}

function rootOf(orders: ReadonlyMap<string, WorkOrder>, order: WorkOrder): WorkOrder {
  let root = order;
  while (root.mergedInto !== null) root = orders.get(root.mergedInto)!;
  return root;
}

/** What was done and noted for either was done for both; what the one does not know, the other may. */
function joinInto(root: WorkOrder, order: WorkOrder): void {
  root.steps = [...root.steps, ...order.steps].toSorted(byTime);
  root.notes = [...root.notes, ...order.notes].toSorted(byTime);
  root.offers = [...root.offers, ...order.offers].toSorted(byTime);
  root.startedAt = Math.min(root.startedAt, order.startedAt);
  root.mergedIds.push(order.id);
  for (const name of ['customerId', 'orderId', 'caseId', 'labelId', 'owner'] as const) root[name] ??= order[name];
  root.amountFen ??= order.amountFen;
}

type Dated = Pick<WorkOrderNote, 'eventId' | 'at'>;

function byTime(a: Dated, b: Dated): number {
  return a.at - b.at || (a.eventId < b.eventId ? -1 : 1);
}

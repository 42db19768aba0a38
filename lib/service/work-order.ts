/** The ledger of work orders (工单): a fold of the event log. The same events in any order make the same ledger. */
import type { LogEvent } from '../model/event.ts';
import { standing } from '../model/standing-events.ts';
import type { NewWorkOrder, OfferOutcome, OwnerBy, WorkOrderDeed, WorkOrderSource } from '../model/work-order-event.ts';

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
  /** Null where there is no owner. */
  ownerBy: OwnerBy | null;
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
  /** Its events that hold, with those of the ones merged into it, the oldest first. */
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
  const promised = new Map<string, WorkOrder>();
  for (const event of theirs) {
    if (event.kind === 'promiseSettled') settle(promised, event);
    else if (event.kind !== 'workOrderOpened') take(orders, promised, event);
  }
  for (const order of orders.values()) if (order.mergedInto !== null) joinInto(rootOf(orders, order), order);
  return [...orders.values()];
}

/** Not closed, and no other one goes on for it. */
export function isOpen({ closedAt, mergedInto }: WorkOrder): boolean {
  return closedAt === null && mergedInto === null;
}

export function isOfWorkOrder(event: LogEvent): event is WorkOrderEvent {
  return (workOrderKinds as readonly string[]).includes(event.kind);
}

function opened({ workOrderId, startedAt, ...given }: NewWorkOrder, event: WorkOrderEvent): WorkOrder {
  return {
    id: workOrderId,
    ...given,
    ownerBy: given.owner === null ? null : (given.ownerBy ?? 'hand'),
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

type Later = Exclude<WorkOrderEvent, { kind: 'workOrderOpened' | 'promiseSettled' }>;

/**
 * What is said of an order that was never opened, or whose opening was undone, is left aside.
 * @param promised the order of each step, by the step's event
 */
function take(orders: Map<string, WorkOrder>, promised: Map<string, WorkOrder>, event: Later): void {
  const order = orders.get(event.workOrderId);
  const changes = order && changesBy(event, order, orders);
  if (!order || !changes) return;
  Object.assign(order, changes, { history: [...order.history, event] });
  if (event.kind === 'workOrderStepped') promised.set(event.id, order);
}

/** @returns null for what does not count: closing before the customer was told, merging in a circle or into what is closed */
function changesBy(event: Later, order: WorkOrder, orders: ReadonlyMap<string, WorkOrder>): Partial<WorkOrder> | null {
  const { at, id: eventId } = event;
  switch (event.kind) {
    case 'workOrderLabelled':
      return { labelId: event.labelId, ...routedBy(event, order) };
    case 'workOrderAssigned':
      return { owner: event.owner, ownerBy: event.owner === null ? null : 'hand' };
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

/** Whom a person chose stays, whatever the label: two may have done both at the same time. */
function routedBy({ owner }: Extract<Later, { kind: 'workOrderLabelled' }>, order: WorkOrder): Partial<WorkOrder> {
  return owner && order.ownerBy !== 'hand' ? { owner, ownerBy: 'label' } : {};
}

function stepOf({ id: eventId, stepId, at, dueAt }: Extract<Later, { kind: 'workOrderStepped' }>): WorkOrderStep {
  return { eventId, stepId, at, dueAt, doneAt: dueAt === null ? at : null, isBroken: false };
}

/** Whether that one can go on for this one: it is open, and not part of it. @param orders with all that either was merged into */
export function mayMerge(
  order: WorkOrder,
  into: WorkOrder | undefined,
  orders: ReadonlyMap<string, WorkOrder>,
): into is WorkOrder {
  if (into === undefined || order.mergedInto !== null) return false;
  const root = rootOf(orders, into);
  return root !== order && root.closedAt === null;
}

/** The newest word about a promise holds. */
function settle(
  promised: ReadonlyMap<string, WorkOrder>,
  event: Extract<WorkOrderEvent, { kind: 'promiseSettled' }>,
): void {
  const order = promised.get(event.promiseId);
  const step = order?.steps.find(({ eventId }) => eventId === event.promiseId);
  if (!order || !step) return;
  step.doneAt = event.outcome === 'kept' ? event.at : null;
  step.isBroken = event.outcome === 'broken';
  order.history.push(event);
}

/** The one that goes on for it, be it itself. @param orders with all that it was merged into */
export function rootOf(orders: ReadonlyMap<string, WorkOrder>, order: WorkOrder): WorkOrder {
  let root = order;
  while (root.mergedInto !== null) root = orders.get(root.mergedInto)!;
  return root;
}

/** What was done and noted for either was done for both; what the one does not know, the other may. */
function joinInto(root: WorkOrder, order: WorkOrder): void {
  root.steps = [...root.steps, ...order.steps].toSorted(byTime);
  root.notes = [...root.notes, ...order.notes].toSorted(byTime);
  root.offers = [...root.offers, ...order.offers].toSorted(byTime);
  root.history = [...root.history, ...order.history].toSorted(byLogicalTime);
  root.startedAt = Math.min(root.startedAt, order.startedAt);
  root.mergedIds.push(order.id);
  for (const name of ['customerId', 'orderId', 'caseId', 'labelId'] as const) root[name] ??= order[name];
  if (weightOf(order) > weightOf(root)) Object.assign(root, { owner: order.owner, ownerBy: order.ownerBy });
  root.amountFen ??= order.amountFen;
}

/** Of the owners of two that are one now, whom somebody chose goes before whom a label chose, and both before who only opened it. */
function weightOf({ ownerBy }: WorkOrder): number {
  return ownerBy === null ? 0 : { opener: 1, label: 2, hand: 3 }[ownerBy];
}

function byLogicalTime(a: WorkOrderEvent, b: WorkOrderEvent): number {
  return a.logicalTime < b.logicalTime ? -1 : 1;
}

type Dated = Pick<WorkOrderNote, 'eventId' | 'at'>;

function byTime(a: Dated, b: Dated): number {
  return a.at - b.at || (a.eventId < b.eventId ? -1 : 1);
}

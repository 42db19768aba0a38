/** What was promised to buyers, in texts and as planned steps, and what became of it. The newest word about a promise holds. */
import type { ContactPromise, LogEvent } from '../model/event.ts';
import { standing } from '../model/standing-events.ts';
import type { StepKinds } from './clocks.ts';
import { isOpen, type WorkOrder } from './work-order.ts';

export interface DuePromise extends ContactPromise {
  /** See `eventIdOf`. */
  promiseId: string;
  madeAt: number;
  customerId: string | null;
  /** Of a step that was planned; null for a text. */
  workOrderId: string | null;
  /** Read in the chat, in a text of the shop's own: it may be none after all. */
  isHeard: boolean;
  outcome: 'open' | 'kept' | 'broken';
}

/**
 * Of texts that were made ready (whether they were sent, we do not see), and of those that the chat showed.
 * @param events of any kind, in any order, with the undoes that may be about them
 */
export function promisesInTexts(events: readonly LogEvent[]): DuePromise[] {
  const outcomes = new Map<string, 'kept' | 'broken'>();
  const made = standing(events).flatMap((event): DuePromise[] => {
    if (event.kind === 'promiseSettled') outcomes.set(event.promiseId, event.outcome);
    if (event.kind !== 'contact' && event.kind !== 'promiseHeard') return [];
    const isHeard = event.kind === 'promiseHeard';
    const { customerId } = isHeard ? event : event.contact;
    const told = { madeAt: event.at, customerId, workOrderId: null, isHeard, outcome: 'open' as const };
    return promisesOfEvent(event).map((promise, at) => ({ ...promise, ...told, promiseId: promiseIdOf(event.id, at) }));
  });
  return made.map((promise) => ({ ...promise, outcome: outcomes.get(promise.promiseId) ?? 'open' }));
}

/** What a text promised, the first to keep first. Events of before there could be several have the first alone. */
export function promisesOfEvent(event: LogEvent): readonly ContactPromise[] {
  if (event.kind === 'promiseHeard') return [event.promise];
  if (event.kind !== 'contact') return [];
  const { promises, promise } = event.contact;
  return promises ?? (promise ? [promise] : []);
}

/** The first goes by the id of its event, those after it by their place as well. */
function promiseIdOf(eventId: string, at: number): string {
  return at === 0 ? eventId : `${eventId}#${at}`;
}

/** The event in which a promise was made. */
export function eventIdOf(promiseId: string): string {
  return promiseId.replace(/#\d+$/, '');
}

/** The planned steps of one that is open: what is closed promises nothing any more. */
export function promisesOf(order: WorkOrder, steps: StepKinds): DuePromise[] {
  return isOpen(order) ? stepPromisesOf(order, steps) : [];
}

/** All planned steps, whatever became of the work order. */
export function stepPromisesOf(order: WorkOrder, steps: StepKinds): DuePromise[] {
  return order.steps.flatMap(({ eventId, stepId, at, dueAt, doneAt, isBroken }): DuePromise[] => {
    if (dueAt === null) return [];
    const outcome = doneAt !== null ? 'kept' : isBroken ? 'broken' : 'open';
    const { customerId, id } = order;
    const what = steps.get(stepId) ?? 'act';
    return [{ promiseId: eventId, what, dueAt, madeAt: at, customerId, workOrderId: id, isHeard: false, outcome }];
  });
}

export function isLate({ outcome, dueAt }: DuePromise, now: number): boolean {
  return outcome === 'open' && now > dueAt;
}

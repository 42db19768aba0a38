/** Events of work orders, each a second after the one before. */
import type { LogEvent } from '../../lib/model/event.ts';
import { eventSchema } from '../../lib/model/event.ts';
import { nextLogicalTime } from '../../lib/model/logical-time.ts';
import type { NewWorkOrder, PromiseSettled, WorkOrderDeed } from '../../lib/model/work-order-event.ts';
import { makeCustomerId } from './make-history.ts';

export const OPENED_AT = Date.parse('2026-08-06T10:00:00+08:00');

export function makeNewWorkOrder(changes: Partial<NewWorkOrder> = {}): NewWorkOrder {
  return {
    workOrderId: 'w1',
    shopId: 'shop',
    customerId: makeCustomerId(1),
    orderId: null,
    caseId: null,
    from: 'chat',
    labelId: null,
    owner: null,
    amountFen: null,
    startedAt: null,
    ...changes,
  };
}

type Said =
  | { kind: 'workOrderOpened'; workOrder: NewWorkOrder }
  | WorkOrderDeed
  /** With whom the label brought along. */
  | { kind: 'workOrderLabelled'; workOrderId: string; labelId: string; owner: string }
  | ({ kind: 'promiseSettled' } & PromiseSettled)
  | { kind: 'undo'; eventId: string };

/** The log of what was said, with ids e0, e1, …; checked as the store would. */
export function makeLog(said: readonly Said[], startAt = OPENED_AT): LogEvent[] {
  let logicalTime: string | null = null;
  return said.map((each, index) => {
    const at = startAt + index * 1000;
    logicalTime = nextLogicalTime(logicalTime, at, 'seat-1');
    return eventSchema.parse({ ...each, id: `e${index}`, device: 'seat-1', at, logicalTime });
  });
}

/** Commands about work orders and promises. */
import type { FromUi, Handlers } from '../../lib/messaging/protocol.ts';
import { noteWorkOrder, openWorkOrder, settlePromise } from '../../lib/pipeline/record-work-order.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';

type ServiceCommands = Pick<FromUi, 'openWorkOrder' | 'noteWorkOrder' | 'settlePromise'>;

/** @param noted is told of every event that was written */
export function serviceHandlers(
  db: LiukeDatabase,
  noted: (eventId: string) => { eventId: string },
): Handlers<ServiceCommands> {
  return {
    openWorkOrder: async (workOrder) => noted(await openWorkOrder(db, workOrder, Date.now())),
    noteWorkOrder: async (deed) => noted(await noteWorkOrder(db, deed, Date.now())),
    settlePromise: async (settled) => noted(await settlePromise(db, settled, Date.now())),
  };
}

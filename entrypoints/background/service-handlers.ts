/** Commands about work orders, promises and the hours of a shop. */
import type { FromUi, Handlers } from '../../lib/messaging/protocol.ts';
import {
  noteWorkOrder,
  openWorkOrder,
  recordServiceSettings,
  recordShopHours,
  settlePromise,
} from '../../lib/pipeline/record-work-order.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import type { Clocks } from './clock-watch.ts';

type ServiceCommands = Pick<
  FromUi,
  'openWorkOrder' | 'noteWorkOrder' | 'settlePromise' | 'setShopHours' | 'setServiceSettings' | 'seeMissed'
>;

/** @param noted is told of every event that was written */
export function serviceHandlers(
  db: LiukeDatabase,
  clocks: Clocks,
  noted: (eventId: string) => { eventId: string },
): Handlers<ServiceCommands> {
  return {
    openWorkOrder: async (workOrder) => noted(await openWorkOrder(db, workOrder, Date.now())),
    noteWorkOrder: async (deed) => noted(await noteWorkOrder(db, deed, Date.now())),
    settlePromise: async (settled) => noted(await settlePromise(db, settled, Date.now())),
    setShopHours: async (hours) => noted(await recordShopHours(db, hours, Date.now())),
    setServiceSettings: async (service) => noted(await recordServiceSettings(db, service, Date.now())),
    seeMissed: async () => await clocks.seeMissed(),
  };
}

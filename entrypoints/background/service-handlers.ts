/** Commands about work orders, promises and the hours of a shop. */
import type { FromUi, Handlers } from '../../lib/messaging/protocol.ts';
import {
  noteWorkOrder,
  openWorkOrder,
  recordServiceSettings,
  recordShopHours,
  settlePromise,
} from '../../lib/pipeline/record-work-order.ts';
import { recordLabelOwners } from '../../lib/pipeline/record-label-owners.ts';
import { recordMend, recordMendTold } from '../../lib/pipeline/record-mend.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import type { Clocks } from './clock-watch.ts';

type ServiceCommands = Pick<
  FromUi,
  | 'openWorkOrder'
  | 'noteWorkOrder'
  | 'settlePromise'
  | 'noteMend'
  | 'noteMendTold'
  | 'setShopHours'
  | 'setServiceSettings'
  | 'setLabelOwners'
  | 'seeMissed'
>;

/** @param noted is told of every event that was written */
export function serviceHandlers(
  db: LiukeDatabase,
  clocks: Clocks,
  noted: (eventId: string) => { eventId: string },
): Handlers<ServiceCommands> {
  return {
    openWorkOrder: async (workOrder, _, command) => noted(await openWorkOrder(db, workOrder, command)),
    noteWorkOrder: async (deed, _, command) => noted(await noteWorkOrder(db, deed, command)),
    settlePromise: async (settled, _, command) => noted(await settlePromise(db, settled, command)),
    noteMend: async (mend, _, command) => noted(await recordMend(db, mend, command)),
    async noteMendTold(told, _, command) {
      const eventIds = await recordMendTold(db, told, command);
      noted(eventIds[0]!);
      return { eventIds };
    },
    setShopHours: async (hours, _, command) => noted(await recordShopHours(db, hours, command)),
    setServiceSettings: async (service, _, command) => noted(await recordServiceSettings(db, service, command)),
    setLabelOwners: async (set, _, command) => noted(await recordLabelOwners(db, set, command)),
    seeMissed: async () => await clocks.seeMissed(),
  };
}

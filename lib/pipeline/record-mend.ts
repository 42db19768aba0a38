/** Writing down that a cause was mended, and who was told. */
import type { When } from '../model/command.ts';
import type { Mend, MendTold } from '../model/mend-event.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { append, appendAll } from './append-event.ts';

/** @returns the event's id, for an undo */
export async function recordMend(db: LiukeDatabase, mend: Mend, when: When): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'causeMended', mend }));
}

/** Whoever is told is turned to: that counts among the contacts. @returns the events' ids, for an undo of both */
export async function recordMendTold(db: LiukeDatabase, told: MendTold, when: When): Promise<string[]> {
  const { customerId } = told;
  return await appendAll(db, when, [
    (stamp) => ({ ...stamp, ...told, kind: 'mendTold' }),
    (stamp) => ({
      ...stamp,
      kind: 'contact',
      customerId,
      contact: {
        customerId,
        channel: 'chat',
        how: 'noted',
        templateId: null,
        playbookId: null,
        isOffer: false,
        overrides: null,
      },
    }),
  ]);
}

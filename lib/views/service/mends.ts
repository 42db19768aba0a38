/** Causes that were mended, of all shops: whom to tell, and what came again. */
import type { Mend } from '../../model/mend-event.ts';
import { attributionRules } from '../../rules/service.ts';
import { mendStates, type MendState, type Told } from '../../service/mends.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readUndisturbed } from '../customers/do-not-disturb.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { standing } from '../standing-events.ts';
import { readTroubles } from './troubles.ts';

/** @returns the newest of each shop first; who asked for quiet is not told */
export async function readMends(db: LiukeDatabase): Promise<MendState[]> {
  const events = standing(await db.events.where('kind').anyOf('causeMended', 'mendTold', 'undo').toArray());
  const mends = events.flatMap((event) => (event.kind === 'causeMended' ? [event.mend] : []));
  if (mends.length === 0) return [];
  const noted = events.flatMap((event) => (event.kind === 'mendTold' ? [event] : []));
  const idsNow = await readCustomerIdsNow(db, [...new Set(noted.map(({ customerId }) => customerId))]);
  const told = noted.map(({ mendId, customerId, at }): Told => ({
    mendId,
    customerId: idsNow.get(customerId) ?? customerId,
    at,
  }));
  const states = await Promise.all(
    [...Map.groupBy(mends, ({ shopId }) => shopId)].map(async ([shopId, theirs]: [string, Mend[]]) =>
      mendStates(theirs, told, await readTroubles(db, shopId), attributionRules),
    ),
  );
  const all = states.flat();
  const undisturbed = await readUndisturbed(db, [...new Set(all.flatMap(({ toTell }) => toTell))]);
  return all.map((state) => ({ ...state, toTell: state.toTell.filter((id) => !undisturbed.has(id)) }));
}

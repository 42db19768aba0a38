/** Causes that were mended, of all shops: whom to tell, and what came again. */
import { mendState, newestMends, type MendState } from '../../service/mends.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readUndisturbed } from '../customers/do-not-disturb.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { readStanding } from '../standing-events.ts';

/** Those that hold and who was told, the oldest first. */
export async function readStandingMends(db: LiukeDatabase) {
  const events = await readStanding(db, 'causeMended', 'mendTold');
  return {
    mends: newestMends(events.flatMap((event) => (event.kind === 'causeMended' ? [event.mend] : []))),
    told: events.flatMap((event) => (event.kind === 'mendTold' ? [event] : [])),
  };
}

/**
 * As their troubles were counted last (`countMended`): to go through all of a shop takes longer than a screen may wait.
 * @returns the newest first, without those that were not counted yet; who asked for quiet is not told
 */
export async function readMends(db: LiukeDatabase): Promise<MendState[]> {
  const { mends, told } = await readStandingMends(db);
  if (mends.length === 0) return [];
  const counted = await db.mendedTroubles.bulkGet(mends.map(({ mendId }) => mendId));
  const people = [...told, ...counted.flatMap((record) => record?.troubles ?? [])].flatMap(
    ({ customerId }) => customerId ?? [],
  );
  const [idsNow, undisturbed] = await Promise.all([readCustomerIdsNow(db, [...new Set(people)]), readUndisturbed(db)]);
  const asNow = <Person extends { customerId: string | null }>(person: Person): Person => ({
    ...person,
    customerId: person.customerId && (idsNow.get(person.customerId) ?? person.customerId),
  });
  const states = mends.flatMap((mend, index) => {
    const record = counted[index];
    return record ? mendState(mend, told.map(asNow), record.troubles.map(asNow)) : [];
  });
  return states.toReversed().map((state) => ({ ...state, toTell: state.toTell.filter((id) => !undisturbed.has(id)) }));
}

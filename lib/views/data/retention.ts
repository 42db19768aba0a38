/** How long records are kept: the newest choice that was not undone, else the usual terms. */
import { usualRetention, type Retention } from '../../model/retention.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

export async function readRetention(db: LiukeDatabase): Promise<Retention> {
  const events = await readStanding(db, 'retentionSet');
  const chosen = events.flatMap((event) => (event.kind === 'retentionSet' ? [event.retention] : []));
  return { ...usualRetention, ...chosen.at(-1) };
}

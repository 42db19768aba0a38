/** Who cares for which label in a shop: the newest that was not undone. */
import type { LabelOwners } from '../../model/label-owners.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

const nobody: LabelOwners = { labels: {}, groups: {} };

export async function readLabelOwners(db: LiukeDatabase, shopId: string): Promise<LabelOwners> {
  const events = await readStanding(db, 'labelOwnersSet');
  const theirs = events.flatMap((event) =>
    event.kind === 'labelOwnersSet' && event.shopId === shopId ? [event.owners] : [],
  );
  return theirs.at(-1) ?? nobody;
}

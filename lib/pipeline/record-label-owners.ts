/** Writing down who cares for which label in a shop. */
import type { When } from '../model/command.ts';
import type { ShopLabelOwners } from '../model/label-owners.ts';
import { reasonGroups } from '../rules/service.ts';
import { unknownLabels } from '../service/label-owners.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { append } from './append-event.ts';

/**
 * The whole table of a shop: the newest event holds.
 * @returns the event's id, for an undo
 * @throws RangeError of a label or group that there is not
 */
export async function recordLabelOwners(db: LiukeDatabase, set: ShopLabelOwners, when: When): Promise<string> {
  const unknown = unknownLabels(set.owners, reasonGroups);
  if (unknown.length > 0)
    throw new RangeError(`expected ids of labels and of groups of them, found ${unknown.join(', ')}: leave those out`);
  return await append(db, when, (stamp) => ({ ...stamp, ...set, kind: 'labelOwnersSet' }));
}

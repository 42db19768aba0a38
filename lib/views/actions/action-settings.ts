/** What a shop decided about its offers: the newest that was not undone. */
import type { ActionSettings } from '../../model/action-settings.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

export const presetActionSettings: ActionSettings = { marginFloorShare: null, holdOutShares: {} };

export async function readActionSettings(db: LiukeDatabase, shopId: string): Promise<ActionSettings> {
  const events = await readStanding(db, 'actionSettings');
  const theirs = events.flatMap((event) =>
    event.kind === 'actionSettings' && event.shopId === shopId ? [event.settings] : [],
  );
  return theirs.at(-1) ?? presetActionSettings;
}

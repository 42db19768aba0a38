/** What a shop decided about its service: the newest that was not undone. */
import type { ServiceSettings } from '../../model/service-settings.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

export const presetServiceSettings: ServiceSettings = {
  authorityFen: null,
  freightFen: { out: null, back: null },
  kpiTargets: {},
};

export async function readServiceSettings(db: LiukeDatabase, shopId: string): Promise<ServiceSettings> {
  const events = await readStanding(db, 'serviceSettings');
  const theirs = events.flatMap((event) =>
    event.kind === 'serviceSettings' && event.shopId === shopId ? [event.settings] : [],
  );
  return theirs.at(-1) ?? presetServiceSettings;
}

/** The database of the guided tour: beside the shop's own, so that nothing of one is ever in the other. */
import { LiukeDatabase } from './database.ts';

const NAME = 'liuke-sample';

export function sampleDatabase(): LiukeDatabase {
  return new LiukeDatabase(NAME);
}

/** Whether there is one: opening it would make one. */
export async function hasSample(): Promise<boolean> {
  return await LiukeDatabase.exists(NAME);
}

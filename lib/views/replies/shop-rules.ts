/** A shop's own compliance rules: the newest of them that were not undone. */
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

/** @returns the file's text, or null where the shop has none */
export async function readShopRules(db: LiukeDatabase, shopId: string): Promise<string | null> {
  const events = await readStanding(db, 'shopRules');
  const theirs = events.flatMap((event) =>
    event.kind === 'shopRules' && event.shopId === shopId ? [event.content] : [],
  );
  return theirs.at(-1) ?? null;
}

/** When somebody last did something. */
import type { LiukeDatabase } from '../store/database.ts';

/** @returns logical time of the newest event of the log, null before any; pages do not change it */
export async function readLastEvent(db: LiukeDatabase): Promise<string | null> {
  const newest = await db.meta.get('logicalTime');
  return newest ? String(newest.value) : null;
}

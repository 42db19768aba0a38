/** What somebody did last: pages and files do not change it. */
import type { LiukeDatabase } from '../store/database.ts';

/** @returns another text after every event of the log, and after whatever the audit list names, such as that somebody was forgotten */
export async function readLastDeed(db: LiukeDatabase): Promise<string> {
  const [event, audit] = await Promise.all([db.meta.get('logicalTime'), db.audit.orderBy(':id').last()]);
  return `${event?.value ?? ''} ${audit?.id ?? ''}`;
}

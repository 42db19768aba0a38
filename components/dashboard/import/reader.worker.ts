/** The thread in which files are read. It has nothing of the browser's own: the key of an open lock comes with the question. */
import type { LockSession } from '../../../lib/model/lock.ts';
import { LiukeDatabase } from '../../../lib/store/database.ts';
import { readOnly } from '../../../lib/store/read-only.ts';
import { serveReader } from './serve-reader.ts';

let held: LockSession | null = null;
const database = readOnly(new LiukeDatabase('liuke', { read: async () => held }));

serveReader(globalThis, database, async (session) => {
  held = session;
  await database.takeLock();
});

/** The store as the interface sees it: one connection per page, for reading only. The background alone writes. */
import { lockMemory } from '../../lib/browser/lock-memory.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import { readOnly } from '../../lib/store/read-only.ts';
import { sampleDatabase } from '../../lib/store/sample-store.ts';

/** The page of the guided tour looks at sample data, and so do all screens in it. */
export const isOfSample = location.pathname === '/tour.html';

export const database = readOnly(isOfSample ? sampleDatabase() : new LiukeDatabase('liuke', lockMemory));

/** That nothing more fits on the disk, for every screen to say. Kept in memory: on the disk there is no room for it. */
import { storedItem } from './stored-item.ts';

/** What could not be stored: rows of a page, what a person did, a file, a backup, or what is worked out from them. */
export type Unstored = 'page' | 'event' | 'import' | 'restore' | 'derived';

/** The last of it, and when (epoch ms); null when all of it fits. */
export const storageFullItem = storedItem<{ what: Unstored; at: number } | null>('session', 'storageFull', null);

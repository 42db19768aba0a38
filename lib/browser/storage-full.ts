/** That nothing more fits on the disk, for every screen to say. Kept in memory: on the disk there is no room for it. */
import { storedItem, type StoredItem } from './stored-item.ts';

/** What could not be stored: rows of a page, what a person did, a file, a backup, or what is worked out from them. */
export const unstoredKinds = ['page', 'event', 'import', 'restore', 'derived'] as const;
export type Unstored = (typeof unstoredKinds)[number];

/**
 * Of each kind when it did not fit last (epoch ms); null when it does. One item a kind: on a full disk several fail within a moment, and
 * none may take the place of another.
 */
export const storageFullItems: Readonly<Record<Unstored, StoredItem<number | null>>> = {
  page: itemOf('page'),
  event: itemOf('event'),
  import: itemOf('import'),
  restore: itemOf('restore'),
  derived: itemOf('derived'),
};

function itemOf(what: Unstored): StoredItem<number | null> {
  return storedItem<number | null>('session', `storageFull_${what}`, null);
}

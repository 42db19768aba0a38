/** The browser's IndexedDB, less what must not happen to a store that a newer version wrote. */
import { passOnHeld } from './held-news.ts';

/**
 * Dexie opens a store that is newer than it was told as it is, and where that one has not all of its tables it raises the version once
 * more and makes them. A store that is too new is therefore closed before Dexie gets hold of it: it finds nothing that it could ask or
 * change, and what it found is told when it is ready.
 * @param isTooNew of the native version
 * @param hearHeld called where an older page holds the store open, and whoever heard of it first was another page of ours
 */
export function guardedFactory(
  own: IDBFactory,
  isTooNew: (nativeVersion: number) => boolean,
  hearHeld: () => void,
): IDBFactory {
  return {
    open(name, version) {
      const opening = version === undefined ? own.open(name) : own.open(name, version);
      // Heard before Dexie does: it listens from when this returns.
      opening.addEventListener('success', () => {
        if (isTooNew(opening.result.version)) opening.result.close();
      });
      passOnHeld(opening, name, hearHeld);
      return opening;
    },
    deleteDatabase: (name) => own.deleteDatabase(name),
    databases: async () => await own.databases(),
    cmp: (first, second) => own.cmp(first, second),
  };
}

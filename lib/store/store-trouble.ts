/** What can keep the store from being used, and how errors tell of it. */

/**
 * `newerStore`: a newer version of the extension has written it. `olderPage`: this page is of an older version than another one that
 * wants the store. `heldOpen`: an older page keeps the store from being brought up to date.
 */
export type StoreTrouble = 'newerStore' | 'olderPage' | 'heldOpen';

/** The store was written by a newer version: reading it would be a guess, writing it would lose what is new. */
export class NewerStoreError extends Error {
  constructor(known: number, found: number) {
    super(
      `expected a store of version ${known} or older, found version ${found}: install the newer version of the extension again; nothing was changed`,
    );
    this.name = 'NewerStoreError';
  }
}

export function isNewerStore(error: unknown): boolean {
  return isOrHolds(error, 'NewerStoreError');
}

/** As the browser names it, so that it is known again behind a message, of which the text alone arrives. */
const FULL = 'QuotaExceededError';

export class StorageFullError extends Error {
  constructor(cause: unknown) {
    super(`expected room on the disk, could not write (${FULL}): free some, then try again; what is stored stays`, {
      cause,
    });
    this.name = FULL;
  }
}

/**
 * Nothing more can be written. A browser that has used up what it allows itself says so; on a disk that is really full Chromium ends the
 * transaction without a reason, and then cannot even open the store.
 */
export function isStorageFull(error: unknown): boolean {
  const isSaid = error instanceof Error && error.message.includes(FULL);
  return isSaid || [FULL, 'UnknownError', 'AbortError'].some((name) => isOrHolds(error, name));
}

/** Dexie wraps the browser's own error, and those of many writes in one. */
function isOrHolds(error: unknown, name: string): boolean {
  if (!(error instanceof Error)) return false;
  const causes = [
    'inner' in error && error.inner,
    error.cause,
    ...('failures' in error ? (error.failures as unknown[]) : []),
  ];
  return error.name === name || causes.some((cause) => isOrHolds(cause, name));
}

/** What cannot be done while the store is locked. */

const NAME = 'LockedError';

export class LockedError extends Error {
  constructor() {
    super('expected an unlocked store, found one that is locked: unlock it, then try again; nothing was changed');
    this.name = NAME;
  }
}

/** Known by its text, too: of an error behind a message the text alone arrives. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && (error.name === NAME || error.message.includes('expected an unlocked store'));
}

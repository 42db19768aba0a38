/** For whoever only reads: the background alone writes. */
import type { LiukeDatabase } from './database.ts';

/** @returns the same database, which throws an Error at whatever would write to it */
export function readOnly(db: LiukeDatabase): LiukeDatabase {
  db.use({
    stack: 'dbcore',
    name: 'read-only',
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        if (mode === 'readwrite')
          throw new Error('expected the interface to read only; send a command to the background instead');
        return core.transaction(stores, mode, options);
      },
    }),
  });
  return db;
}

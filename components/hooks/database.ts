/** The store as the interface sees it: one connection per page, for reading only. The background alone writes. */
import { LiukeDatabase } from '../../lib/store/database.ts';

export const database = new LiukeDatabase();

database.use({
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

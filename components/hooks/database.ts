/** The store as the interface sees it: one connection per page, for reading only. The background alone writes. */
import { lockMemory } from '../../lib/browser/lock-memory.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';

export const database = new LiukeDatabase('liuke', lockMemory);

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

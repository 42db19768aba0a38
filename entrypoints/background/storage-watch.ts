/** A full disk, told on every screen: what could not be stored last, until something of its kind could be again. */
import { storageFullItem, type Unstored } from '../../lib/browser/storage-full.ts';
import type { Service } from '../../lib/messaging/server.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { isStorageFull, StorageFullError } from '../../lib/store/store-trouble.ts';

const kinds: Readonly<Record<string, Unstored>> = {
  reportPage: 'page',
  beginImport: 'import',
  importPortion: 'import',
  endImport: 'import',
  undoImport: 'import',
  beginRestore: 'restore',
  restorePortion: 'restore',
  endRestore: 'restore',
  rebuildColumns: 'derived',
};

/** The same services; what the disk had no room for is noted, and a store that failed is opened again for the next message. */
export function watchStorage(services: readonly Service[], db: LiukeDatabase): Service[] {
  return services.map((service) => ({
    ...service,
    handlers: Object.fromEntries(
      Object.entries(service.handlers).map(([name, handle]) => [
        name,
        async (input, sender) => {
          db.recover();
          return await noteStorage(kinds[name] ?? 'event', async () => await handle(input, sender));
        },
      ]),
    ),
  }));
}

/** @throws StorageFullError when the disk was full, and whatever else the work throws */
export async function noteStorage<Result>(what: Unstored, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    if ((await storageFullItem.getValue())?.what === what) await storageFullItem.setValue(null);
    return result;
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    await storageFullItem.setValue({ what, at: Date.now() });
    throw new StorageFullError(error);
  }
}

/** A full disk, told on every screen: what could not be stored last, until something of its kind could be again. */
import { storageFullItems, type Unstored } from '../../lib/browser/storage-full.ts';
import type { FromPage, FromUi } from '../../lib/messaging/protocol.ts';
import type { Service } from '../../lib/messaging/server.ts';
import type { PageReport } from '../../lib/model/capture.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import type { Puts } from '../../lib/store/puts.ts';
import { isStorageFull, StorageFullError } from '../../lib/store/store-trouble.ts';

/** What a message has stored, where it is not what a person did. Null: nothing, so that it neither tells of room nor of none. */
const kinds: Partial<Record<keyof FromPage | keyof FromUi, Unstored | null>> = {
  beginImport: 'import',
  importPortion: 'import',
  endImport: 'import',
  undoImport: 'import',
  beginRestore: 'restore',
  restorePortion: 'restore',
  endRestore: 'restore',
  rebuildColumns: 'derived',
  bringTypedCheck: null,
  lintTyped: null,
  lint: null,
  setOverlay: null,
  setPreciseMode: null,
  findPossibleLinks: null,
  checkShopRules: null,
  readShippedRules: null,
  readReplies: null,
  hearBuyer: null,
  readPaste: null,
  searchReplies: null,
  seeMissed: null,
  unlock: null,
  lockNow: null,
  countExpired: null,
};

function kindOf(name: string, input: unknown): Unstored | null {
  if (name === 'reportPage') return isStored(input as PageReport) ? 'page' : null;
  const kind = kinds[name as keyof typeof kinds];
  return kind === undefined ? 'event' : kind;
}

/** Of other pages nothing is stored. */
function isStored({ platform, page }: PageReport): boolean {
  return platform !== null && page !== 'blocked' && page !== 'unknown';
}

/** The same services; what the disk had no room for is noted, and a store that failed is opened again for the next message. */
export function watchStorage(services: readonly Service[], db: LiukeDatabase, puts: Puts): Service[] {
  return services.map((service) => ({
    ...service,
    handlers: Object.fromEntries(
      Object.entries(service.handlers).map(([name, handle]) => [
        name,
        async (input: never, ...others) => {
          db.recover();
          return await noteStorage(puts, kindOf(name, input), async () => await handle(input, ...others));
        },
      ]),
    ),
  }));
}

/**
 * Work that had nothing to write tells of no room.
 * @param what is stored by the work; null for nothing
 * @throws StorageFullError when the disk was full, and whatever else the work throws
 */
export async function noteStorage<Result>(
  puts: Puts,
  what: Unstored | null,
  work: () => Promise<Result>,
): Promise<Result> {
  const item = what === null ? null : storageFullItems[what];
  const before = puts.count(what === 'derived');
  try {
    const result = await work();
    const isAnyPut = puts.count(what === 'derived') > before;
    if (item !== null && isAnyPut && (await item.getValue()) !== null) await item.setValue(null);
    return result;
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    await item?.setValue(Date.now());
    throw new StorageFullError(error);
  }
}

/** A backup into the store: looked through first, then sent to the writer, then read back and compared. */
import { toBackground } from '../../../lib/browser/send.ts';
import type { BackupSource } from '../../../lib/files/backup/frames.ts';
import { readBackup, type BackupReport } from '../../../lib/files/backup/read-backup.ts';
import { FileError } from '../../../lib/files/file-error.ts';
import { ownIdOf } from '../../../lib/model/link.ts';
import { RESTORE_RECORDS } from '../../../lib/model/restore.ts';
import { STORE_VERSION } from '../../../lib/store/database.ts';
import { LockedError } from '../../../lib/store/lock-trouble.ts';
import { sourceTables } from '../../../lib/store/source-tables.ts';
import { database } from '../../hooks/database.ts';
import { stubborn } from '../import/send-table.ts';

export interface Examined {
  report: BackupReport;
  /** Null when the block that holds it is lost: then nothing can be restored. */
  identitySecret: string | null;
}

export interface Restored {
  /** Tables of which the store lacks records of the backup, or has others where it had none; none when all was compared and is there. */
  unlike: string[];
  /** Records that were left in the backup: of customers who were forgotten since. */
  forgotten: number;
}

/** Reads the whole backup and writes nothing. @throws FileError of a wrong passphrase or another file */
export async function examineBackup(file: BackupSource, passphrase: string): Promise<Examined> {
  let identitySecret: string | null = null;
  const report = await readBackup(file, passphrase, ({ table, records }) => {
    if (table !== 'meta') return;
    const secret = (records as { name: string; value: unknown }[]).find(({ name }) => name === 'identitySecret');
    identitySecret = secret === undefined ? null : String(secret.value);
  });
  const { storeVersion } = report.header;
  if (storeVersion > STORE_VERSION)
    throw new FileError(
      `expected a backup of a store of version ${STORE_VERSION} or older, found version ${storeVersion}: update the extension, then restore`,
      'newerBackup',
    );
  return { report, identitySecret };
}

/**
 * @param onRecords told how many records are there by now
 * @throws FileError when the store is another installation's, LockedError while names cannot be read back
 */
export async function restoreBackup(
  file: BackupSource,
  passphrase: string,
  { report, identitySecret }: Examined,
  onRecords: (records: number) => void,
): Promise<Restored> {
  if (identitySecret === null)
    throw new FileError(
      'expected the key of the customers in the backup, found none: it is damaged there',
      'noIdentity',
    );
  await database.open();
  if (database.seal.isLocked) throw new LockedError();
  const { isPossible } = await stubborn(async () => await toBackground.beginRestore({ identitySecret }));
  if (!isPossible)
    throw new FileError('expected an empty store, or the one that this backup was made of', 'otherStore');
  const own: Record<string, number> = {};
  let count = 0;
  await readBackup(file, passphrase, async ({ table, records }) => {
    for (const portion of inPortions(records)) {
      const { taken } = await stubborn(async () => await toBackground.restorePortion({ table, records: portion }));
      own[table] = (own[table] ?? 0) + portion.length - taken;
      count += portion.length;
      onRecords(count);
    }
  });
  const { left } = await stubborn(async () => await toBackground.endRestore({}));
  // Locked by itself meanwhile: restored again after it was unlocked it is compared, and writes nothing twice.
  if (database.seal.isLocked) throw new LockedError();
  const differences = await compared(file, passphrase);
  const isUnlike = (table: string) => {
    const { missing, other } = differences[table] ?? { missing: 0, other: 0 };
    const forgotten = left[table] ?? 0;
    // Days are counted anew from the orders, and added to those that the store knew.
    const isRecounted = table === 'coverage' && (!report.isWhole || Object.values(own).some((records) => records > 0));
    return missing > forgotten || (!isRecounted && other > (own[table] ?? 0) - forgotten);
  };
  return {
    unlike: sourceTables.filter(isUnlike),
    forgotten: Object.values(left).reduce((sum, one) => sum + one, 0),
  };
}

function* inPortions(records: readonly unknown[]): Generator<SavedRecord[]> {
  for (let at = 0; at < records.length; at += RESTORE_RECORDS)
    yield records.slice(at, at + RESTORE_RECORDS) as SavedRecord[];
}

type SavedRecord = Record<string, unknown>;

/**
 * Both read again, record by record. Pages may have been seen meanwhile: what the store has besides, or has seen later, is no difference.
 * @returns by table, how many records the store lacks, and how many it has otherwise
 */
async function compared(
  file: BackupSource,
  passphrase: string,
): Promise<Record<string, { missing: number; other: number }>> {
  const differences: Record<string, { missing: number; other: number }> = {};
  await readBackup(file, passphrase, async ({ table, records }) => {
    const name = sourceTables.find((known) => known === table);
    if (name === undefined || name === 'meta') return;
    const found = (differences[table] ??= { missing: 0, other: 0 });
    const keyName = database.table(name).schema.primKey.name;
    for (const portion of inPortions(records)) {
      const stored = await database.table(name).bulkGet(portion.map((record) => record[keyName] as string));
      for (const [index, record] of portion.entries()) {
        const held = stored[index] as SavedRecord | undefined;
        if (held === undefined) found.missing += 1;
        else if (!isSeenLater(held, record) && textOf(name, held) !== textOf(name, record)) found.other += 1;
      }
    }
  });
  return differences;
}

function isSeenLater(held: SavedRecord, saved: SavedRecord): boolean {
  return typeof held.seenAt === 'number' && typeof saved.seenAt === 'number' && held.seenAt > saved.seenAt;
}

/** Whose purchase an order counts as follows from the links of both. */
function textOf(table: string, record: SavedRecord): string {
  if (table !== 'orders') return JSON.stringify(record);
  const order = record as { customerId: string | null; ownId?: string | null };
  return JSON.stringify({ ...order, customerId: ownIdOf(order), ownId: undefined });
}

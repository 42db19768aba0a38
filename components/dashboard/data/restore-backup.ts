/** A backup into the store: looked through first, then sent to the writer, then read back and compared. */
import { toBackground } from '../../../lib/browser/send.ts';
import { Digest } from '../../../lib/files/backup/digest.ts';
import type { BackupSource } from '../../../lib/files/backup/frames.ts';
import { readBackup, type BackupReport } from '../../../lib/files/backup/read-backup.ts';
import { FileError } from '../../../lib/files/file-error.ts';
import { RESTORE_RECORDS } from '../../../lib/model/restore.ts';
import { STORE_VERSION } from '../../../lib/store/database.ts';
import { portionsOf, sourceTables } from '../../../lib/store/source-tables.ts';
import { database } from '../../hooks/database.ts';
import { stubborn } from '../import/send-table.ts';

export interface Examined {
  report: BackupReport;
  /** Null when the block that holds it is lost: then nothing can be restored. */
  identitySecret: string | null;
}

export interface Restored {
  /** Tables of which the store has fewer records than the backup, or others; none when it was compared and is the same. */
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
 * @throws FileError when the store is another installation's
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
  const { isPossible } = await stubborn(async () => await toBackground.beginRestore({ identitySecret }));
  if (!isPossible)
    throw new FileError('expected an empty store, or the one that this backup was made of', 'otherStore');
  let count = 0;
  await readBackup(file, passphrase, async ({ table, records }) => {
    for (let at = 0; at < records.length; at += RESTORE_RECORDS) {
      const portion = records.slice(at, at + RESTORE_RECORDS) as Record<string, unknown>[];
      await stubborn(async () => await toBackground.restorePortion({ table, records: portion }));
      count += portion.length;
      onRecords(count);
    }
  });
  const { left } = await stubborn(async () => await toBackground.endRestore({}));
  return { unlike: await differences(report, left), forgotten: Object.values(left).reduce((sum, one) => sum + one, 0) };
}

/** Pages may have been seen meanwhile: what is more than the backup is no difference. */
async function differences(
  { found, isWhole: isAllThere }: BackupReport,
  left: Readonly<Record<string, number>>,
): Promise<string[]> {
  const unlike: string[] = [];
  // Days are counted anew from the orders: where some are missing they differ from what was saved.
  const isRecounted = (table: string) => table === 'coverage' && (!isAllThere || left.orders !== undefined);
  for (const table of sourceTables) {
    const wanted = found[table];
    if (wanted === undefined || table === 'meta') continue;
    const digest = new Digest();
    for await (const records of portionsOf(database, table))
      for (const record of records) digest.add(JSON.stringify(record));
    const expected = wanted.count - (left[table] ?? 0);
    const isWhole = left[table] === undefined && digest.count === expected && !isRecounted(table);
    if (digest.count < expected || (isWhole && digest.toString() !== wanted.digest)) unlike.push(table);
  }
  return unlike;
}

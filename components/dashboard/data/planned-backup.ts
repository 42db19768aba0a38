/** A backup into the folder of the plan: written beside what is there, read back from the disk, and compared, before it counts. */
import { keepBackupPlan, type BackupFolder, type BackupPlan } from '../../../lib/browser/backup-plan.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { lastBackupSetting } from '../../../lib/browser/settings.ts';
import { readBackup } from '../../../lib/files/backup/read-backup.ts';
import { intoBox, type Sealing } from '../../../lib/files/backup/sealing.ts';
import { FileError } from '../../../lib/files/file-error.ts';
import { dayOf, DAY_MS, formatDay } from '../../../lib/model/shanghai-time.ts';
import { LockedError } from '../../../lib/store/lock-trouble.ts';
import { database } from '../../hooks/database.ts';
import { pourInto } from './save-backup.ts';

export function isPlanDue({ lastAt, everyDays }: BackupPlan, now: number): boolean {
  // A backup of tomorrow was made by a clock that was wrong.
  return lastAt === null || lastAt > now || dayOf(now) - dayOf(lastAt) >= everyDays;
}

/**
 * It leaves a line in the audit list, as one does that a person saves.
 * @param now epoch ms
 * @returns its bytes
 * @throws FileError when what was read back is not what was written, LockedError while names cannot be read; whatever the browser says of
 *   the folder
 */
export async function makePlannedBackup(plan: BackupPlan, now: number): Promise<number> {
  const sealing = await intoBox(plan.box);
  await database.open();
  // Looked at before there is a file: nothing in the folder may look like a backup and be none.
  if (database.seal.isLocked) throw new LockedError();
  const file = await written(plan.folder, backupName(now), sealing);
  const { isWhole } = await readBackup(file, sealing, () => {});
  if (!isWhole)
    throw new FileError(
      'expected the backup as it was written, read back another one: choose another disk',
      'unlikeBackup',
    );
  await keepBackupPlan({ ...plan, lastAt: now });
  await lastBackupSetting.setValue(now);
  await toBackground.noteExport({ kind: 'backupSaved', bytes: file.size });
  return file.size;
}

async function written(folder: BackupFolder, name: string, sealing: Sealing): Promise<File> {
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    // Chromium writes aside and puts the whole in place at the end: a stop on the way leaves the file of before.
    await pourInto(await handle.createWritable(), sealing, () => {});
  } catch (error) {
    if ((await handle.getFile()).size === 0) await folder.removeEntry(name);
    throw error;
  }
  return await handle.getFile();
}

export function backupName(now: number): string {
  return `liuke-${formatDay(dayOf(now))}.liuke`;
}

/** When the next one is due, epoch ms. */
export function nextPlanned({ lastAt, everyDays }: BackupPlan, now: number): number {
  return lastAt === null ? now : Math.max(now, lastAt + everyDays * DAY_MS);
}

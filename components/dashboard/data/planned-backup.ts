/** A backup into the folder of the plan: written beside what is there, read back from the disk, and compared, before it counts. */
import { keepBackupPlan, type BackupPlan } from '../../../lib/browser/backup-plan.ts';
import { lastBackupSetting } from '../../../lib/browser/settings.ts';
import { readBackup } from '../../../lib/files/backup/read-backup.ts';
import { intoBox } from '../../../lib/files/backup/sealing.ts';
import { FileError } from '../../../lib/files/file-error.ts';
import { dayOf, DAY_MS, formatDay } from '../../../lib/model/shanghai-time.ts';
import { pourInto } from './save-backup.ts';

export function isPlanDue({ lastAt, everyDays }: BackupPlan, now: number): boolean {
  // A backup of tomorrow was made by a clock that was wrong.
  return lastAt === null || lastAt > now || dayOf(now) - dayOf(lastAt) >= everyDays;
}

/**
 * @param now epoch ms
 * @returns its bytes
 * @throws FileError when what was read back is not what was written; whatever the browser says of the folder
 */
export async function makePlannedBackup(plan: BackupPlan, now: number): Promise<number> {
  const sealing = await intoBox(plan.box);
  const handle = await plan.folder.getFileHandle(backupName(now), { create: true });
  // Chromium writes aside and puts the whole in place at the end: a stop on the way leaves the file of before.
  await pourInto(await handle.createWritable(), sealing, () => {});
  const file = await handle.getFile();
  const { isWhole } = await readBackup(file, sealing, () => {});
  if (!isWhole)
    throw new FileError(
      'expected the backup as it was written, read back another one: choose another disk',
      'unlikeBackup',
    );
  await keepBackupPlan({ ...plan, lastAt: now });
  await lastBackupSetting.setValue(now);
  return file.size;
}

export function backupName(now: number): string {
  return `liuke-${formatDay(dayOf(now))}.liuke`;
}

/** When the next one is due, epoch ms. */
export function nextPlanned({ lastAt, everyDays }: BackupPlan, now: number): number {
  return lastAt === null ? now : Math.max(now, lastAt + everyDays * DAY_MS);
}

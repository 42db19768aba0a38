/** What stands against a file, in words for the person who chose it. */
import { t } from '../../lib/browser/i18n.ts';
import { FileError, type FileProblem } from '../../lib/files/file-error.ts';
import { isLocked } from '../../lib/store/lock-trouble.ts';
import { isStorageFull } from '../../lib/store/store-trouble.ts';

export function fileProblemText({ kind, values }: FileProblem): string {
  return t(`file_${kind}`, ...values);
}

/** Of whatever went wrong with a file; what is no problem of the file is said as it came. */
export function fileErrorText(error: unknown): string {
  if (error instanceof FileError) return fileProblemText(error.problem);
  if (isLocked(error)) return t('lockedBackup');
  if (isStorageFull(error)) return t('storageFull');
  return error instanceof Error ? error.message : String(error);
}

/** What went wrong, with a file above all, in words for the person who is to go on. */
import { t } from '../../lib/browser/i18n.ts';
import { FileError, type FileProblem } from '../../lib/files/file-error.ts';
import { refusalIn } from '../../lib/model/refused.ts';
import { isLocked } from '../../lib/store/lock-trouble.ts';
import { isStorageFull } from '../../lib/store/store-trouble.ts';

export function fileProblemText({ kind, values }: FileProblem): string {
  return t(`file_${kind}`, ...values);
}

/** Its message is in the words of the interface already. */
export class SaidError extends Error {
  override name = 'SaidError';
}

/** Of whatever went wrong; what nobody foresaw is said to be just that, with its own words for whoever is asked for help. */
export function errorText(error: unknown): string {
  if (error instanceof SaidError) return error.message;
  if (error instanceof FileError) return fileProblemText(error.problem);
  const refusal = refusalIn(error);
  if (refusal) return t(`refused_${refusal}`);
  if (isLocked(error)) return t('lockedBackup');
  if (isStorageFull(error)) return t('storageFull');
  return t('unforeseen', error instanceof Error ? error.message : String(error));
}

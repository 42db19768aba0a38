import { t } from '../../lib/browser/i18n.ts';
import { MIN_PASSPHRASE_CHARS } from '../../lib/lock/passphrase.ts';
import type { Unlocked } from '../../lib/model/lock.ts';
import { Note } from '../ui/Note.tsx';
import styles from './lock.module.css';

interface Props {
  answer: Unlocked | null;
  waitingSeconds: number;
}

/** Why a passphrase was not taken. */
export function LockProblem({ answer, waitingSeconds }: Props) {
  if (!answer || answer.ok) return null;
  return (
    <div className={styles.problem}>
      <Note tone="risk" isLive>
        {answer.because === 'shortPassphrase' ? t('backupShort', MIN_PASSPHRASE_CHARS) : t(`lock_${answer.because}`)}
        {waitingSeconds > 0 && <> {t('lockWait', waitingSeconds)}</>}
      </Note>
    </div>
  );
}

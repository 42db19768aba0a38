import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useLock } from '../hooks/useLock.ts';
import { Button } from '../ui/Button.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import styles from './lock.module.css';

/** In panel, popup and companion window, while it is locked: what cannot be seen, and the way to it. Nothing without a lock, or with an open one. */
export function LockLine() {
  const lock = useLock();
  const [isAsking, setAsking] = useState(false);
  if (!lock?.isLocked) return null;
  return (
    <section className={styles.line} aria-label={t('lock')}>
      <p>{t('lockedLine')}</p>
      {isAsking ? (
        <UnlockForm />
      ) : (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('lockOpen')}
        </Button>
      )}
    </section>
  );
}

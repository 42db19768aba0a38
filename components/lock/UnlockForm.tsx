import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { Unlocked } from '../../lib/model/lock.ts';
import { useSecondsUntil } from '../hooks/useLock.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { LockProblem } from './LockProblem.tsx';
import styles from './lock.module.css';

/** Names and notes again, for the passphrase; a wrong one is said, with how long to wait. */
export function UnlockForm() {
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Unlocked | null>(null);
  const waiting = useSecondsUntil(answer && 'waitUntil' in answer ? answer.waitUntil : 0);
  const open = async () => {
    setBusy(true);
    try {
      setAnswer(await toBackground.unlock({ passphrase }));
    } finally {
      setBusy(false);
      setPassphrase('');
    }
  };
  return (
    <form
      className={styles.unlock}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <TextField
        label={t('lockPassphrase')}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button type="submit" look="primary" disabled={passphrase === '' || isBusy || waiting > 0}>
        {t('lockOpen')}
      </Button>
      <LockProblem answer={answer} waitingSeconds={waiting} />
    </form>
  );
}

import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { useLock } from '../hooks/useLock.ts';
import { Button } from '../ui/Button.tsx';

/** Closes the lock at once, for who leaves the desk. Nothing without a lock, or with one that is closed. */
export function LockButton() {
  const lock = useLock();
  if (!lock || lock.isLocked) return null;
  return (
    <Button look="plain" title={t('command_lock')} onClick={() => void toBackground.lockNow({})}>
      {t('lockNow')}
    </Button>
  );
}

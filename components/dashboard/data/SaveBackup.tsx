import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { lastBackupSetting } from '../../../lib/browser/settings.ts';
import { MIN_PASSPHRASE_CHARS } from '../../../lib/lock/passphrase.ts';
import { dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { errorText } from '../../words/files.ts';
import { DashSection } from '../DashSection.tsx';
import { bytesText } from './bytes-text.ts';
import { saveBackup } from './save-backup.ts';
import styles from './data.module.css';

type Saving =
  | { kind: 'idle' }
  | { kind: 'busy'; bytes: number }
  | { kind: 'done'; bytes: number }
  | { kind: 'failed'; why: string };

/** All that was seen and done, as one file under a passphrase of the person's own. */
export function SaveBackup({ lastText }: { lastText: string }) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const isShort = passphrase.length < MIN_PASSPHRASE_CHARS;
  const isOther = again !== passphrase;
  const save = async () => {
    let written = 0;
    setSaving({ kind: 'busy', bytes: 0 });
    try {
      await saveBackup(passphrase, `liuke-${formatDay(dayOf(Date.now()))}.liuke`, (bytes) => {
        written = bytes;
        setSaving({ kind: 'busy', bytes });
      });
      await lastBackupSetting.setValue(Date.now());
      await toBackground.noteExport({ kind: 'backupSaved', bytes: written });
      setSaving({ kind: 'done', bytes: written });
      setPassphrase('');
      setAgain('');
    } catch (error) {
      const isClosed = error instanceof DOMException && error.name === 'AbortError';
      setSaving(isClosed ? { kind: 'idle' } : { kind: 'failed', why: errorText(error) });
    }
  };
  return (
    <DashSection title={t('backup')} definition={t('backupMeans')} ground={lastText}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={t('backupPassphrase')} type="password" value={passphrase} onChange={setPassphrase} />
        <TextField label={t('backupAgain')} type="password" value={again} onChange={setAgain} />
        <p className={styles.hint}>
          {passphrase !== '' && isShort
            ? t('backupShort', MIN_PASSPHRASE_CHARS)
            : again !== '' && isOther
              ? t('backupUnlike')
              : t('backupForget')}
        </p>
        <Button type="submit" look="primary" disabled={isShort || isOther || saving.kind === 'busy'}>
          {t('backupSave')}
        </Button>
      </form>
      {saving.kind === 'busy' && (
        <Note tone="calm" isLive>
          {t('backupSaving', bytesText(saving.bytes))}
        </Note>
      )}
      {saving.kind === 'done' && (
        <Note tone="good" isLive>
          {t('backupSaved', bytesText(saving.bytes))}
        </Note>
      )}
      {saving.kind === 'failed' && (
        <Note tone="risk" isLive>
          {t('backupFailed', saving.why)}
        </Note>
      )}
    </DashSection>
  );
}

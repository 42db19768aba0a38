import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { useNow } from '../../hooks/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { fileErrorText } from '../../words/files.ts';
import { minuteText } from '../../words/times.ts';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { examineBackup, restoreBackup, type Examined } from './restore-backup.ts';
import styles from './data.module.css';

type Restoring =
  | { kind: 'choosing' }
  | { kind: 'reading' }
  | { kind: 'examined'; examined: Examined }
  | { kind: 'restoring'; records: number; of: number }
  | { kind: 'done'; unlike: string[]; forgotten: number; records: number }
  | { kind: 'failed'; why: string };

/** A backup back into the store: looked through first, restored on a second click, compared at the end. */
export function RestoreBackup() {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<Restoring>({ kind: 'choosing' });
  const attempt = async (run: () => Promise<Restoring>) => {
    try {
      setState(await run());
    } catch (error) {
      setState({ kind: 'failed', why: fileErrorText(error) });
    }
  };
  const examine = async (): Promise<Restoring> => {
    setState({ kind: 'reading' });
    return { kind: 'examined', examined: await examineBackup(file!, passphrase) };
  };
  const restore = async (examined: Examined): Promise<Restoring> => {
    const of = recordsIn(examined);
    setState({ kind: 'restoring', records: 0, of });
    const restored = await restoreBackup(file!, passphrase, examined, (records) =>
      setState({ kind: 'restoring', records, of }),
    );
    return { kind: 'done', ...restored, records: of - restored.forgotten };
  };
  return (
    <DashSection title={t('restore')} definition={t('restoreMeans')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(examine);
        }}
      >
        <div className={styles.file}>
          <label htmlFor={id}>{t('restoreFile')}</label>
          <input
            id={id}
            type="file"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setState({ kind: 'choosing' });
            }}
          />
        </div>
        <TextField label={t('backupPassphrase')} type="password" value={passphrase} onChange={setPassphrase} />
        <Button type="submit" disabled={file === null || passphrase === '' || state.kind === 'reading'}>
          {t('restoreExamine')}
        </Button>
      </form>
      <RestoreState state={state} onRestore={(examined) => void attempt(() => restore(examined))} />
    </DashSection>
  );
}

function RestoreState({ state, onRestore }: { state: Restoring; onRestore: (examined: Examined) => void }) {
  switch (state.kind) {
    case 'reading':
      return (
        <Note tone="calm" isLive>
          {t('restoreReading')}
        </Note>
      );
    case 'examined':
      return <WhatIsIn examined={state.examined} onRestore={() => onRestore(state.examined)} />;
    case 'restoring':
      return (
        <>
          <progress className={styles.progress} value={state.records} max={state.of} aria-label={t('restore')} />
          <Note tone="calm" isLive>
            {t('restoreRunning', countText(state.records), countText(state.of))}
          </Note>
        </>
      );
    case 'done':
      return state.unlike.length === 0 ? (
        <Note tone="good" isLive>
          {t('restoreDone', countText(state.records))}
          {state.forgotten > 0 && t('restoreForgotten', countText(state.forgotten))}
        </Note>
      ) : (
        <Note tone="risk" isLive>
          {t('restoreUnlike', state.unlike.join(t('listComma')))}
        </Note>
      );
    case 'failed':
      return (
        <Note tone="risk" isLive>
          {t('restoreFailed', state.why)}
        </Note>
      );
    default:
      return null;
  }
}

function WhatIsIn({ examined, onRestore }: { examined: Examined; onRestore: () => void }) {
  const { header, found, isWhole, damagedBlocks, promised } = examined.report;
  const now = useNow();
  const of = (table: string) => countText(found[table]?.count ?? 0);
  return (
    <>
      <Note tone={isWhole ? 'good' : 'risk'} isLive>
        {isWhole
          ? t('restoreWhole', minuteText(header.madeAt, now))
          : promised === null
            ? t('restoreEndLost')
            : t('restoreDamaged', damagedBlocks)}
      </Note>
      <p className={styles.hint}>{t('restoreHolds', of('orders'), of('customers'), of('events'))}</p>
      <Button look="primary" disabled={examined.identitySecret === null} onClick={onRestore}>
        {t(isWhole ? 'restoreNow' : 'restoreRest')}
      </Button>
    </>
  );
}

function recordsIn({ report }: Examined): number {
  return Object.values(report.found).reduce((sum, { count }) => sum + count, 0);
}

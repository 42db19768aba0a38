import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { lossesIn, type BackupReport } from '../../../lib/files/backup/read-backup.ts';
import { FileError } from '../../../lib/files/file-error.ts';
import { useNow } from '../../hooks/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { countedLabel } from '../../words/audit.ts';
import { errorText } from '../../words/files.ts';
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
  | { kind: 'done'; unlike: string[]; forgotten: number; records: number; report: BackupReport }
  | { kind: 'failed'; why: string; isOtherStore: boolean };

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
      const isOtherStore = error instanceof FileError && error.problem.kind === 'otherStore';
      setState({ kind: 'failed', why: errorText(error), isOtherStore });
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
    return { kind: 'done', ...restored, records: of - restored.forgotten, report: examined.report };
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
        <Note tone={state.report.isWhole ? 'good' : 'watch'} isLive>
          {t('restoreDone', countText(state.records))}
          {state.forgotten > 0 && t('restoreForgotten', countText(state.forgotten))}
          {!state.report.isWhole && t('restoreOnlyPart', lossesText(state.report))}
        </Note>
      ) : (
        <Note tone="risk" isLive>
          {t('restoreUnlike', state.unlike.map(countedLabel).join(t('listComma')))}
        </Note>
      );
    case 'failed':
      return (
        <Note tone="risk" isLive>
          {t('restoreFailed', state.why)}
          {state.isOtherStore && (
            <>
              {' '}
              <a href="#privacy">{t('restoreToDelete')}</a>
            </>
          )}
        </Note>
      );
    default:
      return null;
  }
}

function WhatIsIn({ examined, onRestore }: { examined: Examined; onRestore: () => void }) {
  const { report, identitySecret } = examined;
  const { header, found, isWhole } = report;
  const now = useNow();
  const of = (table: string) => countText(found[table]?.count ?? 0);
  return (
    <>
      <Note tone={isWhole ? 'good' : 'risk'} isLive>
        {isWhole ? t('restoreWhole', minuteText(header.madeAt, now)) : damageText(report)}
      </Note>
      <p className={styles.hint}>{t('restoreHolds', of('orders'), of('customers'), of('events'))}</p>
      {identitySecret === null ? (
        <Note tone="risk">{t('restoreFailed', t('file_noIdentity'))}</Note>
      ) : (
        <Button look="primary" onClick={onRestore}>
          {t(isWhole ? 'restoreNow' : 'restoreRest')}
        </Button>
      )}
    </>
  );
}

function damageText(report: BackupReport): string {
  return report.promised === null ? t('restoreEndLost') : t('restoreDamaged', report.damagedBlocks, lossesText(report));
}

/** "订单 9,812 / 10,000，客户 8 / 9"; of a backup without its end, that nobody knows. */
function lossesText(report: BackupReport): string {
  if (report.promised === null) return t('restoreLossUnknown');
  return lossesIn(report)
    .map(({ table, found, promised }) => t('restoreLoss', countedLabel(table), countText(found), countText(promised)))
    .join(t('listSeparator'));
}

function recordsIn({ report }: Examined): number {
  return Object.values(report.found).reduce((sum, { count }) => sum + count, 0);
}

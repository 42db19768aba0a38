import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ImportJobRecord } from '../../../lib/store/records.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { errorText } from '../../words/files.ts';
import { importKindText } from '../../words/imports.ts';
import { countText } from '../numbers.ts';
import { Facts } from './Facts.tsx';
import { RefusalList } from './RefusalList.tsx';
import { stubborn } from './send-table.ts';
import styles from './import.module.css';

interface Props {
  jobs: readonly ImportJobRecord[];
  /** The one that runs on this page: its progress stands above. */
  activeId: string | null;
  /** One of them was kept, taken back, or finished with. */
  onSettled: () => void;
}

/** Imports that are done, or were stopped: to be kept, taken back, or gone on with by choosing the file again. */
export function ImportJobs({ jobs, activeId, onSettled }: Props) {
  const shown = jobs.filter(({ importId, state }) => importId !== activeId && state !== 'ending');
  return (
    <>
      {shown.map((job) => (
        <Job key={job.importId} job={job} onSettled={onSettled} />
      ))}
    </>
  );
}

function Job({ job, onSettled }: { job: ImportJobRecord; onSettled: () => void }) {
  const { importId, file, state, counts, rows, refusals, shopName } = job;
  const [failure, setFailure] = useState<string | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  const settle = async (work: () => Promise<unknown>) => {
    try {
      await work();
      onSettled();
    } catch (error) {
      setFailure(errorText(error));
    }
  };
  const undo = async () => {
    for (;;) {
      const answer = await stubborn(async () => await toBackground.undoImport({ importId }));
      setLeft(answer.left);
      if (answer.left === 0) return;
    }
  };
  const isWhole = rows >= file.rows;
  const isUndoing = state === 'undoing' || left !== null;
  return (
    <section className={styles.file} aria-label={t('importOf', file.table)}>
      <header className={styles.head}>
        <h3 className={styles.name} title={file.table}>
          {file.table}
        </h3>
        <span className={styles.hint}>
          {importKindText(job)} · {shopName ?? t('unnamedShop')}
        </span>
      </header>
      {isUndoing ? (
        <Note tone="calm" isLive>
          {t('importUndoing')}
        </Note>
      ) : state === 'done' ? (
        <Note tone={isWhole ? 'good' : 'watch'} isLive>
          {isWhole ? t('importDone', countText(rows)) : t('importKeptPart', countText(rows), countText(file.rows))}
        </Note>
      ) : (
        <Note tone="watch">{t('importBrokenOff', countText(rows), countText(file.rows))}</Note>
      )}
      <Facts
        facts={[
          [t('importFresh'), countText(counts.fresh)],
          [t('importNewer'), countText(counts.newer)],
          [t('importSame'), countText(counts.same)],
          [t('importRefused'), countText(counts.refused)],
        ]}
      />
      <RefusalList refusals={refusals} />
      {!isUndoing && (
        <div className={styles.actions}>
          {state === 'done' ? (
            <Button onClick={() => void settle(() => toBackground.dismissImport({ importId }))}>
              {t('importDismiss')}
            </Button>
          ) : (
            <Button onClick={() => void settle(() => toBackground.endImport({ importId }))}>{t('importKeep')}</Button>
          )}
          <Button onClick={() => void settle(undo)}>{t('importUndo')}</Button>
        </div>
      )}
      {failure !== null && (
        <Note tone="risk" isLive>
          {t('importFailed', failure)}
        </Note>
      )}
    </section>
  );
}

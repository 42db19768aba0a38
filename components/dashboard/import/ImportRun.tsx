import { t } from '../../../lib/browser/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { durationText } from '../../words/times.ts';
import { countText } from '../numbers.ts';
import type { Run } from './useImport.ts';
import styles from './import.module.css';

interface Props {
  run: Run;
  onPause: () => void;
  onGoOn: () => void;
  onStop: () => void;
  onRestart: () => void;
}

/** The import under way: how far, how fast, how long still; to be paused and stopped. */
export function ImportRun({ run, onPause, onGoOn, onStop, onRestart }: Props) {
  if (run.kind === 'none' || run.kind === 'done') return null;
  const rows = run.rowsBefore + (run.progress?.rows ?? 0);
  const left = run.rate > 0 ? Math.max(0, run.rowsInAll - rows) / run.rate : null;
  return (
    <section className={styles.run} aria-label={t('importRunning')}>
      <p className={styles.name}>{run.file}</p>
      <progress
        className={styles.progress}
        value={rows}
        max={Math.max(1, run.rowsInAll)}
        aria-label={t('importRunning')}
      />
      <p>
        {t('importRowsOf', countText(rows), countText(run.rowsInAll))}
        {run.kind === 'running' && run.rate > 0 && (
          <span className={styles.hint}>
            {' '}
            {t('importRate', countText(run.rate))}
            {left !== null && t('importLeft', durationText(left))}
          </span>
        )}
      </p>
      {run.kind === 'running' && <p className={styles.hint}>{t('importKeepOpen')}</p>}
      {run.kind === 'running' && run.isFull && (
        <Note tone="risk" isLive>
          {t('importWaitsForRoom')}
        </Note>
      )}
      {run.kind === 'paused' && (
        <Note tone="calm" isLive>
          {t('importPaused')}
        </Note>
      )}
      {run.kind === 'stopped' && (
        <Note tone="watch" isLive>
          {t('importStopped')}
        </Note>
      )}
      {run.kind === 'failed' && (
        <Note tone="risk" isLive>
          {t('importFailed', run.why)}
        </Note>
      )}
      <div className={styles.actions}>
        {run.kind === 'running' && <Button onClick={onPause}>{t('importPause')}</Button>}
        {run.kind === 'paused' && (
          <Button look="primary" onClick={onGoOn}>
            {t('importGoOn')}
          </Button>
        )}
        {(run.kind === 'running' || run.kind === 'paused') && <Button onClick={onStop}>{t('importStop')}</Button>}
        {(run.kind === 'stopped' || run.kind === 'failed') && (
          <Button look="primary" onClick={onRestart}>
            {t('importGoOn')}
          </Button>
        )}
      </div>
    </section>
  );
}

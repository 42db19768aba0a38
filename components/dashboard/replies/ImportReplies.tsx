import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { readFile, takeIn, type ReadFile } from './import-file.ts';
import { errorText } from '../../words/files.ts';
import { FindingList } from '../../reply/FindingList.tsx';
import { useLibrary } from '../../reply/library-context.ts';
import styles from './ImportReplies.module.css';

type State =
  | { kind: 'none' }
  | { kind: 'failed'; message: string }
  | { kind: 'done' | 'undone'; count: number; batchId: string }
  | ReadFile;

const SHOWN = 20;

/**
 * Bringing replies in: what the file holds is shown first, row by row, with what stands against it. What was brought in goes again by
 * one click.
 */
export function ImportReplies({ shopId, onDone }: { shopId: string | null; onDone: () => void }) {
  const { scenes } = useLibrary();
  const id = useId();
  const warnedId = useId();
  const [state, setState] = useState<State>({ kind: 'none' });
  const settle = (work: Promise<State>) =>
    void work.catch((error: unknown) => ({ kind: 'failed' as const, message: errorText(error) })).then(setState);
  return (
    <section className={styles.import} aria-label={t('libImport')}>
      <label htmlFor={id}>{t('libFile')}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.json,text/csv,application/json"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) settle(readFile(file, { scenes, tiers }, shopId));
        }}
      />
      <p className={styles.hint}>{t('libFileColumns')}</p>
      {state.kind === 'failed' && (
        <Note tone="risk" isLive>
          {state.message}
        </Note>
      )}
      {(state.kind === 'done' || state.kind === 'undone') && (
        <Note tone="good" isLive>
          {t(state.kind === 'done' ? 'libImported' : 'libImportUndone', state.count)}
          {state.kind === 'done' && (
            <Button
              look="plain"
              onClick={() =>
                settle(
                  toBackground
                    .undoEvent({ eventId: state.batchId })
                    .then(() => ({ ...state, kind: 'undone' as const })),
                )
              }
            >
              {t('libImportUndo')}
            </Button>
          )}
          <Button look="plain" onClick={onDone}>
            {t('libCancel')}
          </Button>
        </Note>
      )}
      {state.kind === 'read' && (
        <>
          <output>{t('libPreview', state.good.length, state.bad.length)}</output>
          <ul className={styles.bad}>
            {state.bad.slice(0, SHOWN).map(({ line, why }) => (
              <li key={line}>
                <strong>{t('libRow', line)}</strong> {why}
              </li>
            ))}
          </ul>
          {state.expected.map((text) => (
            <p key={text} className={styles.hint}>
              {text}
            </p>
          ))}
          {state.warned.length > 0 && (
            <>
              <p id={warnedId}>{t('libPreviewWarned', state.warned.length)}</p>
              <ul className={styles.warned} aria-labelledby={warnedId}>
                {state.warned.slice(0, SHOWN).map(({ line, text, findings }) => (
                  <li key={line}>
                    <strong>{t('libRow', line)}</strong>
                    <FindingList text={text} findings={findings} />
                  </li>
                ))}
              </ul>
              {state.warned.length > SHOWN && (
                <p className={styles.hint}>{t('libMoreRows', state.warned.length - SHOWN)}</p>
              )}
              <p className={styles.hint}>{t('notLegalAdvice')}</p>
            </>
          )}
          {state.good.length > 0 && (
            <Button
              look="primary"
              onClick={() => settle(takeIn(state.good, shopId).then((taken) => ({ kind: 'done', ...taken })))}
            >
              {t('libImportGood', state.good.length)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

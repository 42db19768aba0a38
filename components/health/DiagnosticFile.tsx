import { t } from '../../lib/browser/i18n.ts';
import buttonStyles from '../ui/Button.module.css';
import { Button } from '../ui/Button.tsx';
import { useDiagnosticFile, type DiagnosticState } from './useDiagnosticFile.ts';
import styles from './DiagnosticFile.module.css';

/** More of a file than a person would scroll through. */
const MAX_SHOWN_CHARS = 40_000;

/** A file of the page's structure for whoever mends the reader: made on a click, shown, and saved by a second one. */
export function DiagnosticFile({ tabId }: { tabId: number }) {
  const { state, make, discard } = useDiagnosticFile(tabId);
  if (state.kind === 'made') return <Preview {...state} onDiscard={discard} />;
  return (
    <p className={styles.line}>
      <Button disabled={state.kind === 'making'} onClick={() => void make()}>
        {t(state.kind === 'making' ? 'diagnosing' : 'diagnose')}
      </Button>
      {state.kind === 'failed' && <output>{t('diagnoseFailed')}</output>}
      {state.kind === 'silent' && <output>{t('diagnoseSilent')}</output>}
    </p>
  );
}

type Made = Extract<DiagnosticState, { kind: 'made' }>;

function Preview({ file, url, name, onDiscard }: Omit<Made, 'kind'> & { onDiscard: () => void }) {
  return (
    <section className={styles.preview} aria-label={t('diagnoseTitle')}>
      <ul className={styles.said}>
        <li>{t('diagnoseHolds')}</li>
        <li>{t('diagnoseKeeps')}</li>
        <li>{t('diagnoseLocal')}</li>
      </ul>
      <p className={styles.line}>
        <a className={`${buttonStyles.button} ${buttonStyles.quiet} ${styles.save}`} href={url} download={name}>
          {t('diagnoseSave')}
        </a>
        <Button look="plain" onClick={onDiscard}>
          {t('diagnoseClose')}
        </Button>
      </p>
      <p>{t('diagnosePreview', Math.ceil(new Blob([file]).size / 1000))}</p>
      <textarea
        className={styles.file}
        rows={10}
        readOnly
        spellCheck={false}
        aria-label={t('diagnoseTitle')}
        value={file.slice(0, MAX_SHOWN_CHARS)}
      />
      {file.length > MAX_SHOWN_CHARS && <p>{t('diagnoseCut', MAX_SHOWN_CHARS.toLocaleString('zh-CN'))}</p>}
    </section>
  );
}

import { t } from '../../lib/browser/i18n.ts';
import type { CheckedText } from '../hooks/useFindings.ts';
import { worstObjection } from './objections.ts';
import styles from './CheckMark.module.css';

interface Props {
  /** Null where the rules gave no answer, undefined before it. */
  findings: CheckedText['findings'] | undefined;
}

/** What the rules say of a text, in one sign; which of them object is said beside it. */
export function CheckMark({ findings }: Props) {
  if (findings === undefined) return <span className={styles.mark} />;
  const worst = findings && worstObjection(findings);
  const look = findings === null ? 'warn' : (worst ?? 'clean');
  const says = findings === null ? t('lintFailed') : t(worst ? `severity_${worst}` : 'checkClean');
  return (
    <span className={`${styles.mark} ${styles[look]}`} title={says}>
      <span aria-hidden>{look === 'clean' ? '✓' : '⚠'}</span>
      <span className={styles.says}>{says} </span>
    </span>
  );
}

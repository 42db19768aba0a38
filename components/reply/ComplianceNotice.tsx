import type { ComponentProps } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { FindingList } from './FindingList.tsx';
import styles from './ComplianceNotice.module.css';

/** What the rules find in the text; said once that this is no legal advice. */
export function ComplianceNotice({ text, findings }: ComponentProps<typeof FindingList>) {
  return (
    <div className={styles.notice}>
      <FindingList text={text} findings={findings} />
      <p className={styles.advice}>
        {findings.length === 0 && t('noFindings')} {t('notLegalAdvice')}
      </p>
    </div>
  );
}

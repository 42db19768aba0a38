import { t } from '../../lib/browser/i18n.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './CompanionHelp.module.css';

/** Before anything was pasted: how it goes, and what becomes of the text. */
export function CompanionHelp() {
  return (
    <EmptyState title={t('companionStart')}>
      <ol className={styles.steps}>
        <li>{t('companionStepCopy')}</li>
        <li>{t('companionStepPaste')}</li>
        <li>{t('companionStepReply')}</li>
      </ol>
      <p className={styles.note}>{t('companionCannotSee')}</p>
      <p className={styles.note}>{t('companionForgets')}</p>
    </EmptyState>
  );
}

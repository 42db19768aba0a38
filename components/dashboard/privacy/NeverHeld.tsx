import { t } from '../../../lib/browser/i18n.ts';
import { DashSection } from '../DashSection.tsx';
import styles from './privacy.module.css';

const kinds = ['receiver', 'chat', 'network', 'password', 'analytics'] as const;

/** What is never stored, whatever a page shows. */
export function NeverHeld() {
  return (
    <DashSection title={t('never')} definition={t('neverMeans')}>
      <ul className={styles.list}>
        {kinds.map((kind) => (
          <li key={kind}>{t(`never_${kind}`)}</li>
        ))}
      </ul>
    </DashSection>
  );
}

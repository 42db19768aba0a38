import { t } from '../../lib/browser/i18n.ts';
import { KeyHelpButton } from '../keys/KeyHelpButton.tsx';
import { sectionIds, type SectionId } from './sections.ts';
import styles from './DashboardNav.module.css';

/** The parts of the page. Links, so that the way back, a bookmark and the keyboard work as everywhere. */
export function DashboardNav({ current }: { current: SectionId }) {
  return (
    <nav className={styles.nav} aria-label={t('dashParts')}>
      <ul className={styles.list}>
        {sectionIds.map((id) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className={`${styles.link} ${id === current ? styles.current : ''}`}
              aria-current={id === current ? 'page' : undefined}
            >
              {t(`dash_${id}`)}
            </a>
          </li>
        ))}
      </ul>
      <div className={styles.aside}>
        <p className={styles.promise}>{t('promiseOffline')}</p>
        <KeyHelpButton screen="dashboard" />
      </div>
    </nav>
  );
}

import { t } from '../../lib/browser/i18n.ts';
import { KeyHelpButton } from '../keys/KeyHelpButton.tsx';
import { sectionGroups, type SectionId } from './sections.ts';
import styles from './DashboardNav.module.css';

/** The parts of the page. Links, so that the way back, a bookmark and the keyboard work as everywhere. */
export function DashboardNav({ current }: { current: SectionId }) {
  return (
    <nav className={styles.nav} aria-label={t('dashParts')}>
      <ul className={styles.groups}>
        {sectionGroups.map(({ id, sections }) => (
          <li key={id} className={styles.group}>
            <span id={`group-${id}`} className={styles.name}>
              {t(`dashGroup_${id}`)}
            </span>
            <ul className={styles.list} aria-labelledby={`group-${id}`}>
              {sections.map((section) => (
                <li key={section}>
                  <a
                    href={`#${section}`}
                    className={`${styles.link} ${section === current ? styles.current : ''}`}
                    aria-current={section === current ? 'page' : undefined}
                  >
                    {t(`dash_${section}`)}
                  </a>
                </li>
              ))}
            </ul>
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

import { t } from '../../../lib/browser/i18n.ts';
import type { Missing } from '../../../lib/insight/churn/data-level.ts';
import type { ShopModel } from '../../../lib/insight/churn/shop-model.ts';
import { countText } from '../numbers.ts';
import styles from './DataLevels.module.css';

const levels = [0, 1, 2, 3] as const;

/** How much may be said of the shop's customers, and what the next step still needs. */
export function DataLevels({ model: { level, data } }: { model: ShopModel }) {
  const missing = Object.entries(data.missing) as [keyof Missing, number][];
  return (
    <div>
      <ol className={styles.levels} aria-label={t('dashLevels')}>
        {levels.map((each) => (
          <li
            key={each}
            className={each === level ? styles.current : styles.level}
            aria-current={each === level ? 'step' : undefined}
          >
            <strong>{t('dashLevel', each)}</strong>
            <span>{t(`dashLevel_${each}`)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.seen}>
        {t('dashSeenData', countText(data.buyers), countText(data.repeaters), countText(data.observedDays))}
      </p>
      {missing.length > 0 && (
        <p className={styles.missing}>
          {t(
            'dashMissing',
            data.level + 1,
            missing.map(([name, count]) => t(`missing_${name}`, countText(count))).join(t('enumeration')),
          )}
        </p>
      )}
    </div>
  );
}

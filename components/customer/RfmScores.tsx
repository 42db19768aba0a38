import { t } from '../../lib/browser/i18n.ts';
import type { RfmScore } from '../../lib/insight/tiers/rfm.ts';
import styles from './RfmScores.module.css';

const BEST = 5;

/** The three scores within the shop, 1 to 5. */
export function RfmScores({ score }: { score: RfmScore }) {
  return (
    <dl className={styles.scores} title={t('rfmExplained')}>
      <Score name={t('rfmRecency')} score={score.recency} />
      <Score name={t('rfmFrequency')} score={score.frequency} />
      <Score name={t('rfmMonetary')} score={score.monetary} />
    </dl>
  );
}

function Score({ name, score }: { name: string; score: number }) {
  return (
    <div className={styles.score}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        {t('rfmScore', score, BEST)}
        <meter className={styles.meter} min={0} max={BEST} value={score} aria-hidden />
      </dd>
    </div>
  );
}

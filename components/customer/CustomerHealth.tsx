import { t } from '../../lib/browser/i18n.ts';
import { bandFloors, bandOf, healthBands, type HealthBand } from '../../lib/insight/churn/health.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Gauge } from '../ui/Gauge.tsx';
import { percentText, yuanText } from '../words/amounts.ts';
import { bandReturnText, percentagesWithheldText, reasonText, withheldText } from '../words/health.ts';
import styles from './CustomerHealth.module.css';

const tones: Readonly<Record<HealthBand, Tone>> = {
  healthy: 'good',
  attention: 'calm',
  warning: 'watch',
  highRisk: 'risk',
};
const FULL = 100;
const marks = healthBands.map((band) => bandFloors[band] / FULL).filter((floor) => floor > 0);

/** How likely the customer is to come back, why, and what similar ones did. A figure that is not there says why. */
export function CustomerHealth({ view }: { view: CustomerView }) {
  const { metrics, reasons, bandReturn, withheld } = view;
  const { health } = metrics;
  return (
    <section className={styles.health} aria-label={t('score_title')}>
      <p className={styles.head} title={t('score_of100')}>
        <span className={styles.title}>{t('score_title')}</span>
        {health === null ? (
          <span className={styles.none}>{t('score_none')}</span>
        ) : (
          <>
            <strong className={styles.score}>{shownScore(health)}</strong>
            <Badge tone={tones[bandOf(health)]}>{t(`score_band_${bandOf(health)}`)}</Badge>
            <span className={styles.gauge}>
              <Gauge share={health / FULL} tone={tones[bandOf(health)]} marks={marks} />
            </span>
          </>
        )}
      </p>
      {reasons.length > 0 && (
        <ul className={styles.reasons} aria-label={t('score_reasons')}>
          {reasons.map((reason) => (
            <li key={reason.kind}>{reasonText(reason, view.cycleSource)}</li>
          ))}
        </ul>
      )}
      {bandReturn && <p className={styles.aside}>{bandReturnText(bandReturn)}</p>}
      <Outlook view={view} />
      {withheld.health ? (
        <p className={styles.aside}>{withheldText(withheld.health)}</p>
      ) : (
        withheld.percentages && <p className={styles.aside}>{percentagesWithheldText(withheld.percentages)}</p>
      )}
    </section>
  );
}

function Outlook({ view: { metrics, horizonDays } }: { view: CustomerView }) {
  const { returnPercent, expectedSpendFen } = metrics;
  if (returnPercent === null && expectedSpendFen === null) return null;
  return (
    <dl className={styles.outlook}>
      {returnPercent !== null && horizonDays !== null && (
        <Prediction name={t('outlook_return', horizonDays)}>{percentText(returnPercent / 100)}</Prediction>
      )}
      {expectedSpendFen !== null && <Prediction name={t('outlook_spend')}>{yuanText(expectedSpendFen)}</Prediction>}
    </dl>
  );
}

function Prediction({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        {children} <span className={styles.predicted}>{t('outlook_predicted')}</span>
      </dd>
    </div>
  );
}

/** Rounded down, so that 59.9 does not stand as 60 beside the word for less than 60. */
function shownScore(health: number): number {
  return Math.floor(health);
}

import { labelText, t } from '../../../lib/browser/i18n.ts';
import { kpiFacts } from '../../../lib/rules/kpi-facts.ts';
import { isReached, isShare, type KpiReading } from '../../../lib/service/kpi.ts';
import { readPlatformKpis } from '../../../lib/views/service/platform-kpis.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { Badge } from '../../ui/Badge.tsx';
import { SlaBullet } from '../charts/SlaBullet.tsx';
import { DashSection } from '../DashSection.tsx';
import { KpiTable } from './KpiTable.tsx';
import {
  certaintyText,
  forecastAhead,
  forecastText,
  groundTexts,
  missingText,
  neededText,
  oneMoreText,
  standText,
  valueText,
} from './kpi-words.ts';
import styles from './PlatformKpis.module.css';

/** What the platform measures of the shop: how it stands, what is wanted, where the month will end, and of what nothing is known. */
export function PlatformKpis({ shopId }: { shopId: string }) {
  const now = useNow();
  const readings = useKeyedQuery(`kpis ${shopId}`, now, () => readPlatformKpis(database, shopId, now));
  if (!readings || readings.length === 0) return null;
  const counted = readings.filter(({ kpi }) => kpi.count.what !== 'notRead');
  const others = readings.filter(({ kpi }) => kpi.count.what === 'notRead');
  return (
    <DashSection title={t('kpi_title')} decides="sla" definition={t('kpi_mean')} hasTable>
      <ul className={styles.kpis}>
        {counted.map((reading) => (
          <KpiItem key={reading.kpi.id} reading={reading} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className={styles.name}>{t('kpi_others')}</h3>
          <ul className={styles.others}>
            {others.map(({ kpi, missing }) => (
              <li key={kpi.id}>
                {labelText(kpi.label)} <span className={styles.faint}>{missing && missingText(kpi, missing)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <KpiTable readings={readings} />
    </DashSection>
  );
}

function KpiItem({ reading }: { reading: KpiReading }) {
  const { kpi, value, missing } = reading;
  const facts = kpiFacts.find(({ id }) => id === kpi.id)!;
  const forecast = forecastAhead(reading);
  const needed = neededText(reading);
  const reached = value !== null && isReached(kpi, value);
  return (
    <li className={styles.kpi}>
      <div className={styles.head}>
        <h3 className={styles.name}>{labelText(kpi.label)}</h3>
        {value !== null && kpi.target !== null && (
          <Badge tone={reached ? 'good' : 'watch'}>{t(reached ? 'kpi_isReached' : 'kpi_isMissed')}</Badge>
        )}
      </div>
      {value !== null && (
        <>
          <SlaBullet
            title={`${labelText(kpi.label)}: ${toldText(reading)}`}
            value={value}
            target={kpi.target}
            forecast={forecast}
            isReached={reached}
            most={isShare(kpi) ? 1 : Math.max(value, kpi.target ?? 0, forecast?.high ?? 0) * 1.2}
            textOf={(one) => valueText(kpi, one)}
          />
          <p>
            {t('kpi_told', toldText(reading))}
            {needed !== null && <strong> {needed}</strong>} {oneMoreText(reading)}
          </p>
        </>
      )}
      {missing && <p>{missingText(kpi, missing)}</p>}
      <p className={styles.faint}>{groundTexts(reading).join(' · ')}</p>
      <details className={styles.faint}>
        <summary className={styles.summary}>{t('kpi_how')}</summary>
        <p>{labelText(facts.note)}</p>
        <p>{certaintyText(kpi, facts)}</p>
        <p>{facts.source.join(' · ')}</p>
      </details>
    </li>
  );
}

function toldText(reading: KpiReading): string {
  const { kpi } = reading;
  return [
    t('kpi_now', standText(reading)),
    ...(kpi.target === null ? [] : [t('kpi_target', valueText(kpi, kpi.target))]),
    ...(forecastAhead(reading) ? [t('kpi_ends', forecastText(reading))] : []),
  ].join(t('listSeparator'));
}

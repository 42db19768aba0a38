import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { KpiReading } from '../../../lib/service/kpi.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { forecastText, groundTexts, missingText, standText, valueText } from './kpi-words.ts';
import styles from './PlatformKpis.module.css';

/** The same numbers as a table: for who does not see the bars, and for the file. */
export function KpiTable({ readings }: { readings: readonly KpiReading[] }) {
  return (
    <details>
      <summary className={styles.summary}>{t('dashNumbers')}</summary>
      <WideTable label={t('kpi_title')}>
        <table className={table.table}>
          <caption className={table.hidden}>{t('kpi_title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('kpi_name')}</th>
              <th scope="col" className={table.number}>
                {t('kpi_stands')}
              </th>
              <th scope="col" className={table.number}>
                {t('kpi_wanted')}
              </th>
              <th scope="col" className={table.number}>
                {t('kpi_monthEnd')}
              </th>
              <th scope="col">{t('kpi_ground')}</th>
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => (
              <tr key={reading.kpi.id}>
                <th scope="row">{labelText(reading.kpi.label)}</th>
                <td className={table.number}>{standText(reading)}</td>
                <td className={table.number}>
                  {reading.kpi.target === null ? t('kpi_none') : valueText(reading.kpi, reading.kpi.target)}
                </td>
                <td className={table.number}>{forecastText(reading)}</td>
                <td className={`${table.words} ${table.sentence}`}>
                  {reading.missing ? missingText(reading.kpi, reading.missing) : groundTexts(reading).join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}

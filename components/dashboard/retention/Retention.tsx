import { useMemo } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { cohorts, cohortSegment, firstDayOf, monthOf, type Cohort } from '../../../lib/insight/retention/cohorts.ts';
import { printSegment } from '../../../lib/insight/segments/print.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { shopLexicon } from '../../../lib/views/segments/segment-lexicon.ts';
import { percentText } from '../../words/amounts.ts';
import { monthText } from '../../words/fields.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { shadeOf } from '../charts/shade.ts';
import { DashSection } from '../DashSection.tsx';
import { groundOf, tellsRates } from '../ground.ts';
import { countText, MIN_SHARE_OF } from '../numbers.ts';
import { segmentAddress } from '../sections.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './Retention.module.css';

/** A year, and the month that is under way. */
const MONTHS = 13;

/** Is repurchase improving: of those who came first in a month, how many bought again in each month after it. */
export function Retention({ insight }: { insight: ShopInsight }) {
  const { measures, context } = insight;
  const all = useMemo(() => cohorts(measures, MONTHS), [measures]);
  const first = all.findIndex(({ customers }) => customers > 0);
  const shown = first < 0 ? [] : all.slice(first);
  const buyers = shown.reduce((sum, { customers }) => sum + customers, 0);
  const { startDay } = context.coverage;
  return (
    <DashSection
      title={t('dash_retention')}
      decides="cohorts"
      definition={t('retentionMeans')}
      ground={groundOf(insight, buyers)}
      hasTable={shown.length > 1}
    >
      {shown.length < 2 ? (
        <EmptyLine>{t('retentionTooShort')}</EmptyLine>
      ) : (
        <WideTable label={t('dash_retention')} caption={t('retentionReads')}>
          <table className={`${table.table} ${styles.matrix}`}>
            <caption className={table.hidden}>{t('retentionReads')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('retentionMonth')}</th>
                <th scope="col" className={table.number}>
                  {t('retentionFirst')}
                </th>
                {shown.slice(1).map(({ month }, at) => (
                  <th key={month} scope="col" className={table.number}>
                    {t('retentionAfter', at + 1)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((cohort) => (
                <Row
                  key={cohort.month}
                  cohort={cohort}
                  isOpen={startDay === null || monthOf(startDay) >= cohort.month}
                  isTold={tellsRates(insight)}
                  address={segmentAddress(
                    printSegment(cohortSegment(cohort.month, context.asOfDay), shopLexicon(context.tiers).vocabulary),
                  )}
                />
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {shown.length > 0 && <p className={styles.note}>{t('retentionOpenMonth')}</p>}
    </DashSection>
  );
}

interface RowProps {
  cohort: Cohort;
  /** What came before this month was not seen: who seems new may not be. */
  isOpen: boolean;
  isTold: boolean;
  /** Of its customers as a segment. */
  address: string;
}

function Row({ cohort: { month, customers, returned }, isOpen, isTold, address }: RowProps) {
  const tellsShare = isTold && customers >= MIN_SHARE_OF;
  return (
    <tr>
      <th scope="row" className={table.whole}>
        {monthText(firstDayOf(month))}
        {isOpen && <abbr title={t('retentionUnsure')}> *</abbr>}
      </th>
      <td className={table.number}>
        {customers === 0 ? countText(customers) : <a href={address}>{countText(customers)}</a>}
      </td>
      {returned
        .map((count, at) => ({ count, after: at + 1 }))
        .map(({ count, after }) => {
          const isUnderWay = after === returned.length;
          return (
            <td
              key={after}
              className={`${table.number} ${tellsShare ? shadeOf(Math.min(1, (count / customers) * 2)) : ''}`}
            >
              <span title={t('retentionCell', countText(count), countText(customers))}>
                {tellsShare ? percentText(count / customers) : countText(count)}
              </span>
              {isUnderWay && '…'}
            </td>
          );
        })}
    </tr>
  );
}

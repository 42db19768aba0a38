import type { ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Metrics } from '../../lib/insight/metrics.ts';
import { dayCountText, yuanText } from '../words/amounts.ts';
import { daysAgoText } from '../words/times.ts';
import styles from './CustomerFacts.module.css';

/** The customer in numbers. What is not known says so. */
export function CustomerFacts({ metrics }: { metrics: Metrics }) {
  const open = metrics.openAfterSales ?? 0;
  return (
    <dl className={styles.facts}>
      <Fact name={t('factLastPurchase')}>
        {metrics.recencyDays === null ? t('none') : daysAgoText(metrics.recencyDays)}
      </Fact>
      <Fact name={t('factPurchases')}>{t('times', metrics.purchaseCount ?? 0)}</Fact>
      <Fact name={t('factCycle')}>
        {metrics.cycleDays === null ? t('cycleUnknown') : t('days', dayCountText(metrics.cycleDays))}
      </Fact>
      <Fact name={t('factNetSpend')}>{yuanText(metrics.netSpendFen)}</Fact>
      <Fact name={t('factAverage')}>{yuanText(metrics.averageFen)}</Fact>
      <Fact name={t('factAfterSales')} isUrgent={open > 0}>
        {open > 0 ? t('cases', open) : t('none')}
      </Fact>
    </dl>
  );
}

function Fact({ name, isUrgent = false, children }: { name: string; isUrgent?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.name}>{name}</dt>
      <dd className={isUrgent ? styles.urgent : styles.value}>{children}</dd>
    </div>
  );
}

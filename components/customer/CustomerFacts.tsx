import type { ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { dayCountText, yuanText } from '../words/amounts.ts';
import { daysAgoText, dueText, supplyText } from '../words/times.ts';
import styles from './CustomerFacts.module.css';

/** The customer in numbers. What is not known says so. */
export function CustomerFacts({ view }: { view: CustomerView }) {
  const { metrics } = view;
  const open = metrics.openAfterSales ?? 0;
  return (
    <dl className={styles.facts}>
      <Fact name={t('factLastPurchase')}>
        {metrics.recencyDays === null ? t('none') : daysAgoText(metrics.recencyDays)}
      </Fact>
      <Fact name={t('factPurchases')}>{t('times', metrics.purchaseCount ?? 0)}</Fact>
      <Fact name={t('factCycle')} aside={cycleSourceText(view)}>
        {metrics.cycleDays === null ? t('cycleUnknown') : t('days', dayCountText(metrics.cycleDays))}
      </Fact>
      {metrics.dueInDays !== null && <Fact name={t('factDue')}>{dueText(metrics.dueInDays)}</Fact>}
      <Fact name={t('factNetSpend')}>{yuanText(metrics.netSpendFen)}</Fact>
      <Fact name={t('factAverage')}>{yuanText(metrics.averageFen)}</Fact>
      <Fact name={t('factAfterSales')} isUrgent={open > 0}>
        {open > 0 ? t('cases', open) : t('none')}
      </Fact>
      {metrics.supplyLeftDays !== null && (
        <Fact name={t('factSupply')} isWide>
          {supplyText(metrics.supplyLeftDays)}
        </Fact>
      )}
    </dl>
  );
}

/** What the cycle rests on; nothing where there is none. */
function cycleSourceText({ cycleSource, cycleGroup }: CustomerView): string | null {
  if (cycleSource === 'none') return null;
  return cycleSource === 'group' ? t('cycle_group', cycleGroup?.gaps ?? 0) : t(`cycle_${cycleSource}`);
}

interface FactProps {
  name: string;
  /** What it rests on. */
  aside?: string | null;
  isUrgent?: boolean;
  /** Takes the rest of its line. */
  isWide?: boolean;
  children: ReactNode;
}

function Fact({ name, aside = null, isUrgent = false, isWide = false, children }: FactProps) {
  return (
    <div className={isWide ? styles.wide : undefined}>
      <dt className={styles.name}>{name}</dt>
      <dd className={isUrgent ? styles.urgent : styles.value}>{children}</dd>
      {aside !== null && <dd className={styles.name}>{aside}</dd>}
    </div>
  );
}

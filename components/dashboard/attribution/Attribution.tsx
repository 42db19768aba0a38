import { useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { firstDayOf, monthOf } from '../../../lib/insight/retention/cohorts.ts';
import { dayOf, startOfDay } from '../../../lib/model/shanghai-time.ts';
import { reasonGroups } from '../../../lib/rules/service.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { readMonthTroubles, type MonthTroubles } from '../../../lib/views/service/month-troubles.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { percentText } from '../../words/amounts.ts';
import { monthText } from '../../words/fields.ts';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { reasonText } from '../../words/service.ts';
import { AfterTrouble } from './AfterTrouble.tsx';
import { Carriers } from './Carriers.tsx';
import { HotSpots } from './HotSpots.tsx';
import { TroubleTable } from './TroubleTable.tsx';
import styles from './Attribution.module.css';

const MONTHS = 12;
const groupNames = new Map(reasonGroups.map(({ id, label }) => [id, label]));

/** Where a month's trouble comes from, what to mend first, and whom to tell when it is mended. */
export function Attribution({ insight: { context } }: { insight: ShopInsight }) {
  const { shopId, coverage } = context;
  const now = useNow();
  const current = monthOf(dayOf(now));
  const [month, setMonth] = useState(current);
  const troubles = useKeyedQuery(`${shopId} ${month}`, now, () =>
    readMonthTroubles(database, shopId, startOfDay(firstDayOf(month)), startOfDay(firstDayOf(month + 1))),
  );
  const months = Array.from({ length: MONTHS }, (_, at) => current - at);
  return (
    <>
      <div className={styles.choice}>
        <SelectField
          label={t('dashMonth')}
          value={String(month)}
          options={months.map((one) => ({ value: String(one), label: monthText(firstDayOf(one)) }))}
          onChange={(value) => setMonth(Number(value))}
        />
      </div>
      {troubles && (
        <Month
          shopId={shopId}
          troubles={troubles}
          month={month}
          covered={t('dashCovered', percentText(coverage.share))}
        />
      )}
    </>
  );
}

interface MonthProps {
  troubles: MonthTroubles;
  month: number;
  shopId: string;
  /** How much of the time was seen. */
  covered: string;
}

function Month({ troubles, shopId, month, covered }: MonthProps) {
  const { told, wishes, unknown, workOrders, cases, groups, labels } = troubles;
  const monthName = monthText(firstDayOf(month));
  const n = t('dashN', countText(told));
  const ground = [
    n,
    t('troublesFrom', countText(workOrders), countText(cases)),
    t('troublesApart', countText(wishes), countText(unknown)),
    covered,
  ].join(' · ');
  if (told === 0)
    return (
      <DashSection title={t('dash_attribution')} definition={t('troublesMean')} ground={ground}>
        <EmptyLine>{t('troublesNone')}</EmptyLine>
      </DashSection>
    );
  return (
    <>
      <DashSection title={t('troublesByGroup')} definition={t('troublesMean')} ground={ground} hasTable>
        <TroubleTable
          title={t('troublesByGroup')}
          head={t('troublesReason')}
          rows={groups.map((group) => ({ ...group, name: labelText(groupNames.get(group.id)!) }))}
        />
      </DashSection>
      <DashSection
        title={t('troublesByReason')}
        decides="troubles"
        definition={t('troublesByReasonMeans')}
        ground={[n, covered].join(' · ')}
        hasTable
      >
        <TroubleTable
          title={t('troublesByReason')}
          head={t('troublesReason')}
          rows={labels.map((label) => ({ ...label, name: reasonText(label.id) }))}
        />
      </DashSection>
      <Carriers troubles={troubles} month={monthName} />
      <HotSpots
        shopId={shopId}
        troubles={troubles}

        month={monthName}
        ground={[n, covered].join(' · ')}
      />
      <AfterTrouble troubles={troubles} covered={covered} />
    </>
  );
}

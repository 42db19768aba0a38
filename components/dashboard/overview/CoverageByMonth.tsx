import { t } from '../../../lib/browser/i18n.ts';
import type { MonthCoverage } from '../../../lib/insight/month-coverage.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import { useShopCoverage } from '../../hooks/useShopCoverage.ts';
import { percentText } from '../../words/amounts.ts';
import { adviceText, monthText } from '../../words/fields.ts';
import { DashSection } from '../DashSection.tsx';
import { ShareBar } from '../ShareBar.tsx';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './CoverageByMonth.module.css';

/** What was seen of each month's orders, and the pages that would add most. */
export function CoverageByMonth({ shopId }: { shopId: string }) {
  const seen = useShopCoverage(shopId);
  if (!seen || seen.months.length === 0) return null;
  const orders = seen.months.reduce((sum, month) => sum + month.seen, 0);
  const ground = [t('dashN', countText(orders)), t('dashUntil', formatDay(seen.asOfDay))].join(' · ');
  return (
    <DashSection title={t('dashByMonth')} definition={t('dashByMonthMeans')} ground={ground} hasTable>
      <WideTable label={t('dashByMonth')}>
        <table className={table.table}>
          <caption className={table.hidden}>{t('dashByMonth')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dashMonth')}</th>
              <th scope="col">
                <span className={table.hidden}>{t('dashBar')}</span>
              </th>
              <th scope="col" className={table.number}>
                {t('dashCoverage')}
              </th>
              <th scope="col" className={table.number}>
                {t('dashOrdersSeen')}
              </th>
              <th scope="col" className={table.number}>
                {t('dashOrdersClaimed')}
              </th>
              <th scope="col" className={table.number}>
                {t('dashDaysSeen')}
              </th>
            </tr>
          </thead>
          <tbody>
            {seen.months.toReversed().map((month) => (
              <MonthRow key={month.days[0]} month={month} />
            ))}
          </tbody>
        </table>
      </WideTable>
      {seen.advice.length > 0 && (
        <div>
          <p>{t('adviceTitle')}</p>
          <ul className={styles.advice}>
            {seen.advice.map((advice) => (
              <li key={`${advice.month?.[0]} ${advice.pages?.[0]}`}>{adviceText(advice)}</li>
            ))}
          </ul>
        </div>
      )}
    </DashSection>
  );
}

/** By orders where the console's total is known; without one there is no share, for the days seen say less. */
function MonthRow({ month: { days, seen, claimed, daysSeen } }: { month: MonthCoverage }) {
  const share = claimed === null ? null : claimed === 0 ? 1 : seen / claimed;
  return (
    <tr>
      <th scope="row" className={table.whole}>
        {monthText(days[0])}
      </th>
      <td className={table.bar}>{share !== null && <ShareBar share={share} />}</td>
      <td className={table.number}>{share === null ? '–' : percentText(share)}</td>
      <td className={table.number}>{countText(seen)}</td>
      <td className={`${table.number} ${claimed === null ? table.faint : ''}`}>
        {claimed === null ? t('notKnown') : countText(claimed)}
      </td>
      <td className={`${table.number} ${table.faint}`}>{`${daysSeen}/${days[1] - days[0] + 1}`}</td>
    </tr>
  );
}

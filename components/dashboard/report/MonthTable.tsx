import { t } from '../../../lib/browser/i18n.ts';
import { firstDayOf } from '../../../lib/insight/retention/cohorts.ts';
import type { MonthFigures } from '../../../lib/insight/retention/months.ts';
import { yuanText } from '../../words/amounts.ts';
import { monthText } from '../../words/fields.ts';
import { countText } from '../numbers.ts';
import { ShareBar } from '../ShareBar.tsx';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { averageFen } from './MonthNumbers.tsx';

/** The months up to the one of the report, the newest last. */
export function MonthTable({ months }: { months: readonly MonthFigures[] }) {
  const most = Math.max(1, ...months.map(({ salesFen }) => salesFen));
  return (
    <WideTable label={t('reportMonths')}>
      <table className={table.table}>
        <caption className={table.hidden}>{t('reportMonths')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashMonth')}</th>
            {(['reportBuyers', 'reportNew', 'reportOld', 'reportAverage', 'reportSales'] as const).map((key) => (
              <th key={key} scope="col" className={table.number}>
                {t(key)}
              </th>
            ))}
            <th scope="col">
              <span className={table.hidden}>{t('dashBar')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((figures) => (
            <tr key={figures.month}>
              <th scope="row" className={table.whole}>
                {monthText(firstDayOf(figures.month))}
              </th>
              <td className={table.number}>{countText(figures.buyers)}</td>
              <td className={table.number}>{countText(figures.newBuyers)}</td>
              <td className={table.number}>{countText(figures.buyers - figures.newBuyers)}</td>
              <td className={table.number}>{yuanText(averageFen(figures))}</td>
              <td className={table.number}>{yuanText(figures.salesFen)}</td>
              <td className={table.bar}>
                <ShareBar share={figures.salesFen / most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

import { t } from '../../../lib/browser/i18n.ts';
import type { WindowReport } from '../../../lib/insight/churn/backtest.ts';
import type { BlendName } from '../../../lib/insight/churn/blend.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import { percentText } from '../../words/amounts.ts';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { decimals } from './decimals.ts';

interface Props {
  windows: readonly WindowReport[];
  blend: BlendName;
}

/** Each past window: the score in use beside the two plain orders it must beat. */
export function WindowTable({ windows, blend }: Props) {
  return (
    <WideTable label={t('dashWindows')}>
      <table className={table.table}>
        <caption className={table.hidden}>{t('dashWindows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashWindow')}</th>
            <th scope="col" className={table.number}>
              {t('dashReturned')}
            </th>
            {(['dashAuc', 'dashAucRecency', 'dashAucFrequency', 'dashLift', 'dashLiftRecency', 'dashEce'] as const).map(
              (key) => (
                <th key={key} scope="col" className={table.number}>
                  {t(key)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {windows.map((window) => {
            const { cutDay, horizonDays, customers, returned, baseRate, recencyOnly, frequencyOnly } = window;
            const score = scoreOf(window, blend);
            return (
              <tr key={cutDay}>
                <th scope="row" className={table.whole}>
                  {t('dashSpan', formatDay(cutDay + 1), formatDay(cutDay + horizonDays))}
                </th>
                <td className={`${table.number} ${table.wrapped}`}>
                  {t('dashReturnedOf', countText(returned), countText(customers), percentText(baseRate))}
                </td>
                <td className={table.number}>
                  <strong>{decimals(score.auc, 3)}</strong>
                </td>
                <td className={`${table.number} ${table.faint}`}>{decimals(recencyOnly.auc, 3)}</td>
                <td className={`${table.number} ${table.faint}`}>{decimals(frequencyOnly.auc, 3)}</td>
                <td className={table.number}>
                  <strong>{decimals(score.orderLift, 1)}</strong>
                </td>
                <td className={`${table.number} ${table.faint}`}>{decimals(recencyOnly.orderLift, 1)}</td>
                <td className={table.number}>{decimals(score.calibrationError, 3)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

/** Of the score in use, else of the models' average, which every window has. */
export function scoreOf({ scores }: WindowReport, blend: BlendName) {
  return scores[blend] ?? scores.average;
}

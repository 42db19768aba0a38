import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import type { WindowReport } from '../../../lib/insight/churn/backtest.ts';
import type { BlendName } from '../../../lib/insight/churn/blend.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { percentText } from '../../words/amounts.ts';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { ReliabilityChart } from './ReliabilityChart.tsx';
import { scoreOf } from './WindowTable.tsx';
import styles from './Reliability.module.css';

interface Props {
  windows: readonly WindowReport[];
  blend: BlendName;
  /** Chances are shown of customers, so that their calibration matters. */
  isOpen: boolean;
  /** Of the time that was seen, 0..1. */
  coverage: number;
}

/** Said against come true, tenth by tenth, of one past window at a time. */
export function Reliability({ windows, blend, isOpen, coverage }: Props) {
  const id = useId();
  const [at, setAt] = useState(0);
  const window = windows[at] ?? windows[0]!;
  const bins = scoreOf(window, blend).reliability;
  const choice = (
    <span className={styles.choice}>
      <label htmlFor={id}>{t('dashWindow')}</label>
      <select id={id} value={at} onChange={(event) => setAt(Number(event.target.value))}>
        {windows.map(({ cutDay, horizonDays }, index) => (
          <option key={cutDay} value={index}>
            {t('dashSpan', formatDay(cutDay + 1), formatDay(cutDay + horizonDays))}
          </option>
        ))}
      </select>
    </span>
  );
  const ground = [
    t('dashN', countText(window.customers)),
    t('dashCovered', percentText(coverage)),
    ...(isOpen ? [] : [t('dashNotShown')]),
  ].join(' · ');
  return (
    <DashSection
      title={t('dashReliability')}
      decides="reliability"
      definition={t('dashReliabilityMeans')}
      ground={ground}
      aside={choice}
      hasTable
    >
      <div className={styles.columns}>
        <ReliabilityChart bins={bins} />
        <Disclosure summary={t('dashAsTable')} isOpen>
          <WideTable label={t('dashReliability')}>
            <table className={table.table}>
              <caption className={table.hidden}>{t('dashReliability')}</caption>
              <thead>
                <tr>
                  {(['dashBin', 'dashPredicted', 'dashObserved', 'dashCount'] as const).map((key) => (
                    <th key={key} scope="col" className={table.number}>
                      {t(key)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {bins.map(({ customers, predicted, observed }, bin) => (
                  <tr key={`${predicted} ${observed}`}>
                    <th scope="row" className={table.number}>
                      {bin + 1}
                    </th>
                    <td className={table.number}>{percentText(predicted)}</td>
                    <td className={table.number}>{percentText(observed)}</td>
                    <td className={table.number}>{countText(customers)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </Disclosure>
      </div>
    </DashSection>
  );
}

import { labelText, t } from '../../../lib/browser/i18n.ts';
import { clockRules } from '../../../lib/rules/clocks.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { spanText } from '../../words/times.ts';

/** How fast what is to be done, where each number comes from. */
export function ClockTable() {
  return (
    <WideTable label={t('clock_title')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('clock_what')}</th>
            <th>{t('clock_matters')}</th>
            <th className={table.number}>{t('clock_within')}</th>
            <th>{t('clock_counts')}</th>
            <th>{t('clock_source')}</th>
          </tr>
        </thead>
        <tbody>
          {clockRules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">{labelText(rule.label)}</th>
              <td>{rule.matters.map((matter) => t(`matter_${matter}`)).join(t('listSeparator'))}</td>
              <td className={table.number}>{spanText(rule.minutes * 60_000)}</td>
              <td className={table.whole}>{t(`clock_counts_${rule.counts}`)}</td>
              <td className={table.whole}>{rule.source.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

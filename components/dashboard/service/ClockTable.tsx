import { labelText, t } from '../../../lib/browser/i18n.ts';
import { clockRules } from '../../../lib/rules/clocks.ts';
import { spanText } from '../../words/service.ts';
import table from '../table.module.css';

/** A wide table must be scrolled without a mouse, too. */
const byKeyboard = { tabIndex: 0 };

/** How fast what is to be done, where each number comes from. */
export function ClockTable() {
  return (
    <section className={table.scroll} aria-label={t('clock_title')} {...byKeyboard}>
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
              <td>{t(`clock_counts_${rule.counts}`)}</td>
              <td>{rule.source.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

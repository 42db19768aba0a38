import { t } from '../../../lib/browser/i18n.ts';
import { changeText, countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';

interface Props {
  /** `counts[from][to]`; 0 is no tier. */
  counts: readonly (readonly number[])[];
  names: readonly string[];
}

/** Per tier: how many there were, came, went, are, and where most of them went. */
export function TierFlows({ counts, names }: Props) {
  const tiers = [...names.keys()].slice(1);
  return (
    <WideTable label={t('dashFlows')}>
      <table className={table.table}>
        <caption className={table.hidden}>{t('dashFlows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashTier')}</th>
            {(['dashBefore', 'dashCame', 'dashWent', 'dashNow', 'dashChange'] as const).map((key) => (
              <th key={key} scope="col" className={table.number}>
                {t(key)}
              </th>
            ))}
            <th scope="col">{t('dashMostWent')}</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((at) => {
            const { before, stayed, now, most } = flowsOf(counts, at);
            return (
              <tr key={at}>
                <th scope="row">{names[at]}</th>
                <td className={table.number}>{countText(before)}</td>
                <td className={table.number}>{countText(now - stayed)}</td>
                <td className={table.number}>{countText(before - stayed)}</td>
                <td className={table.number}>{countText(now)}</td>
                <td className={table.number}>{changeText(now - before)}</td>
                <td className={table.whole}>{most && t('dashWentTo', names[most.to]!, countText(most.count))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

function flowsOf(counts: Props['counts'], at: number) {
  const row = counts[at]!;
  const before = row.reduce((sum, count) => sum + count, 0);
  const now = counts.reduce((sum, from) => sum + from[at]!, 0);
  const [most] = row
    .map((count, to) => ({ count, to }))
    .filter(({ count, to }) => count > 0 && to !== at)
    .toSorted((a, b) => b.count - a.count);
  return { before, stayed: row[at]!, now, most };
}

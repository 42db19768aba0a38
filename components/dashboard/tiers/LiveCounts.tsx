import { labelText, t } from '../../../lib/browser/i18n.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { ShareBar } from '../ShareBar.tsx';
import { changeText, countText, shareText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './LiveCounts.module.css';

interface Props {
  /** `[none, first tier, …]` by the lines in force. */
  before: Uint32Array;
  /** The same by the lines as they are moved. */
  now: Uint32Array;
  customers: number;
  ground: string;
  isTold: boolean;
}

/** Every tier with its count while a line is moved; columns keep their width, so that nothing jumps. */
export function LiveCounts({ before, now, customers, ground, isTold }: Props) {
  const most = now.reduce((top, count) => Math.max(top, count), 1);
  const rows = tiers
    .map(({ id, label }, at) => ({ id, name: labelText(label), at: at + 1 }))
    .concat({ id: '', name: t('dashNoTier'), at: 0 });
  return (
    <div>
      <WideTable label={t('dashLiveCounts')} caption={t('dashLiveCounts')}>
        <table className={`${table.table} ${styles.counts}`}>
          <caption className={table.hidden}>{t('dashLiveCounts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dashTier')}</th>
              <th scope="col" className={table.number}>
                {t('dashCount')}
              </th>
              <th scope="col" className={table.number}>
                {t('dashChange')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, at }) => (
              <tr key={id}>
                <th scope="row" title={shareText(now[at]!, customers, isTold) ?? undefined}>
                  {name}
                  <ShareBar share={now[at]! / most} />
                </th>
                <td className={table.number}>{countText(now[at]!)}</td>
                <td className={`${table.number} ${styles.change}`}>{changeText(now[at]! - before[at]!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className={styles.ground}>{ground}</p>
    </div>
  );
}

import { t } from '../../../lib/browser/i18n.ts';
import { shadeOf } from '../charts/shade.ts';
import { countText } from '../numbers.ts';
import table from '../table.module.css';
import styles from './MigrationMatrix.module.css';

interface Props {
  /** `counts[from][to]`; 0 is no tier. */
  counts: readonly (readonly number[])[];
  names: readonly string[];
}

/** A wide table must be scrolled without a mouse, too. */
const byKeyboard = { tabIndex: 0 };

/**
 * From where to where, in order of precedence, no tier last. A cell is shaded by its share of the row, the number stands in it,
 * and those who stayed are framed: the table reads the same without any colour.
 */
export function MigrationMatrix({ counts, names }: Props) {
  const order = [...names.keys()].slice(1).concat(0);
  return (
    <section className={table.scroll} aria-label={t('dashMatrix')} {...byKeyboard}>
      <table className={`${table.table} ${styles.matrix}`}>
        <caption>{t('dashMatrixReads')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashCorner')}</th>
            {order.map((to) => (
              <th key={to} scope="col">
                {names[to]}
              </th>
            ))}
            <th scope="col">{t('dashBefore')}</th>
          </tr>
        </thead>
        <tbody>
          {order.map((from) => {
            const total = counts[from]!.reduce((sum, count) => sum + count, 0);
            return (
              <tr key={from}>
                <th scope="row">{names[from]}</th>
                {order.map((to) => (
                  <Cell key={to} count={counts[from]![to]!} total={total} isStay={from === to} />
                ))}
                <td className={table.number}>{countText(total)}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t('dashNow')}</th>
            {order.map((to) => (
              <td key={to} className={table.number}>
                {countText(counts.reduce((sum, row) => sum + row[to]!, 0))}
              </td>
            ))}
            <td className={table.number}>
              {countText(counts.reduce((sum, row) => sum + row.reduce((all, count) => all + count, 0), 0))}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Cell({ count, total, isStay }: { count: number; total: number; isStay: boolean }) {
  const share = total === 0 ? 0 : count / total;
  return (
    <td className={`${table.number} ${shadeOf(share)} ${isStay ? styles.stay : ''}`}>
      {count === 0 ? <span className={table.faint}>·</span> : countText(count)}
    </td>
  );
}

import { t } from '../../../lib/browser/i18n.ts';
import { shadeOf } from '../charts/shade.ts';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './MigrationMatrix.module.css';

/** From which tier to which; 0 is no tier. */
export interface Move {
  from: number;
  to: number;
}

interface Props {
  /** `counts[from][to]`. */
  counts: readonly (readonly number[])[];
  names: readonly string[];
  /** Whose people are shown; null for none. */
  chosen: Move | null;
  onChoose: (move: Move) => void;
}

/**
 * From where to where, in order of precedence, no tier last. A cell is shaded by its share of the row, the number stands in it,
 * and those who stayed are framed: the table reads the same without any colour. A cell leads to its people.
 */
export function MigrationMatrix({ counts, names, chosen, onChoose }: Props) {
  const order = [...names.keys()].slice(1).concat(0);
  return (
    <WideTable label={t('dashMatrix')} caption={t('dashMatrixReads')}>
      <table className={`${table.table} ${styles.matrix}`}>
        <caption className={table.hidden}>{t('dashMatrixReads')}</caption>
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
                  <Cell
                    key={to}
                    name={t('dashTierToTier', names[from]!, names[to]!)}
                    count={counts[from]![to]!}
                    total={total}
                    isStay={from === to}
                    isChosen={chosen?.from === from && chosen.to === to}
                    onChoose={() => onChoose({ from, to })}
                  />
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
    </WideTable>
  );
}

interface CellProps {
  name: string;
  count: number;
  /** Of the row. */
  total: number;
  isStay: boolean;
  isChosen: boolean;
  onChoose: () => void;
}

function Cell({ name, count, total, isStay, isChosen, onChoose }: CellProps) {
  const share = total === 0 ? 0 : count / total;
  return (
    <td className={`${table.number} ${shadeOf(share)} ${isStay ? styles.stay : ''}`}>
      {count === 0 ? (
        <span className={table.faint}>·</span>
      ) : (
        <button
          type="button"
          className={styles.people}
          title={t('dashShowPeople', name)}
          aria-label={`${name}: ${countText(count)}`}
          aria-pressed={isChosen}
          onClick={onChoose}
        >
          {countText(count)}
        </button>
      )}
    </td>
  );
}

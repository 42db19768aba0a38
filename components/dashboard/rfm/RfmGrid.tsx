import { t } from '../../../lib/browser/i18n.ts';
import type { Benchmarks } from '../../../lib/model/profile.ts';
import { printSegment } from '../../../lib/insight/segments/print.ts';
import type { Vocabulary } from '../../../lib/insight/segments/lexicon.ts';
import {
  frequencyBorders,
  recencyBorders,
  RFM_SCORES,
  rfmSegment,
  type RfmBorders,
  type RfmCell,
} from '../../../lib/insight/tiers/rfm-columns.ts';
import { shadeOf } from '../charts/shade.ts';
import { countText, shareText } from '../numbers.ts';
import { segmentAddress } from '../sections.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './RfmGrid.module.css';

interface Props {
  /** `grid[recency - 1][frequency - 1]`. */
  grid: readonly (readonly RfmCell[])[];
  benchmarks: Benchmarks;
  asOfDay: number;
  vocabulary: Vocabulary;
  /** Whether shares may be shown. */
  isTold: boolean;
}

const scores = Array.from({ length: RFM_SCORES }, (_, at) => at + 1);

/** Best to the upper right: a cell has its customers, their share of the sales by its ground, and leads to them as a segment. */
export function RfmGrid({ grid, benchmarks, asOfDay, vocabulary, isTold }: Props) {
  const customers = grid.flat().reduce((sum, cell) => sum + cell.customers, 0);
  const spendFen = grid.flat().reduce((sum, cell) => sum + cell.spendFen, 0);
  const most = Math.max(1, ...grid.flat().map((cell) => cell.spendFen));
  return (
    <WideTable label={t('rfmGrid')}>
      <table className={`${table.table} ${styles.grid}`}>
        <caption className={table.hidden}>{t('rfmGrid')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rfmCorner')}</th>
            {scores.map((score) => (
              <th key={score} scope="col">
                F{score}
                <span className={styles.borders}>
                  {bordersText(frequencyBorders(score, benchmarks), 'rfmTimes', 'rfmTimesAndMore')}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.toReversed().map((recency) => (
            <tr key={recency}>
              <th scope="row">
                R{recency}
                <span className={styles.borders}>
                  {bordersText(recencyBorders(recency, asOfDay, benchmarks), 'rfmDays', 'rfmDaysAndMore')}
                </span>
              </th>
              {scores.map((frequency) => {
                const cell = grid[recency - 1]![frequency - 1]!;
                const segment = rfmSegment(
                  recencyBorders(recency, asOfDay, benchmarks),
                  frequencyBorders(frequency, benchmarks),
                );
                return (
                  <td key={frequency} className={shadeOf(cell.spendFen / most)}>
                    <Cell
                      cell={cell}
                      address={segmentAddress(printSegment(segment, vocabulary))}
                      customers={shareText(cell.customers, customers, isTold)}
                      sales={shareText(cell.spendFen, spendFen, isTold)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

interface CellProps {
  cell: RfmCell;
  /** Of its customers as a segment. */
  address: string;
  /** Shares of the shop; null where none may be shown. */
  customers: string | null;
  sales: string | null;
}

function Cell({ cell, address, customers, sales }: CellProps) {
  if (cell.customers === 0) return <span className={table.faint}>·</span>;
  return (
    <a className={styles.cell} href={address}>
      <strong>{countText(cell.customers)}</strong>
      {customers !== null && <span>{t('rfmOfCustomers', customers)}</span>}
      {sales !== null && <span>{t('rfmOfSales', sales)}</span>}
    </a>
  );
}

type Name = 'rfmTimes' | 'rfmDays';

function bordersText({ from, to }: RfmBorders, name: Name, more: `${Name}AndMore`): string {
  if (from !== null && to !== null && from > to) return t('rfmNobody');
  if (to === null) return t(more, from ?? 0);
  const low = from ?? (name === 'rfmDays' ? 0 : 1);
  return t(name, low === to ? String(to) : `${low}–${to}`);
}

import type { ReactNode } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './ColumnChart.module.css';

export interface Column {
  /** On the axis: "0", "7". */
  name: string;
  /** In full, for the table and the pointer: "7–13 天". */
  range: string;
  count: number;
  /** Of the part that a threshold cuts off. */
  isMarked?: boolean;
}

/** A line over the chart at a place of the axis: 0 is the first column's left edge, 1 its right edge. */
export interface Mark {
  name: string;
  place: number;
}

interface Props {
  /** Read out; the table behind it has the numbers. */
  title: string;
  /** What the columns are: over the first column of the table. */
  axis: string;
  columns: readonly Column[];
  marks: readonly Mark[];
  /** What the count is of: 人, 次. */
  of: string;
}

const WIDTH = 640;
const HEIGHT = 200;
const TOP = 30;
const BOTTOM = 20;
const picture = { role: 'img' };

/** Counts as columns, with the same numbers as a table behind them. */
export function ColumnChart({ title, axis, columns, marks, of }: Props) {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const width = WIDTH / columns.length;
  const y = (count: number) => HEIGHT - BOTTOM - (count / most) * (HEIGHT - TOP - BOTTOM);
  return (
    <figure className={styles.figure}>
      <WideTable label={title}>
        <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} {...picture} aria-label={title}>
          <line className={styles.ground} x1={0} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
          {columns.map(({ name, range, count, isMarked }, at) => (
            <g key={range}>
              <rect
                className={isMarked ? styles.marked : styles.column}
                x={at * width + 1}
                width={Math.max(1, width - 2)}
                y={y(count)}
                height={HEIGHT - BOTTOM - y(count)}
              >
                <title>{t('dashColumnTold', range, countText(count), of)}</title>
              </rect>
              <text className={styles.name} x={at * width} y={HEIGHT - 6}>
                {name}
              </text>
            </g>
          ))}
          {marks.map(({ name, place }, at) => (
            <g key={name} className={styles.mark}>
              <line x1={place * width} x2={place * width} y1={TOP - 4} y2={HEIGHT - BOTTOM} />
              <text x={place * width + 3} y={10 + (at % 2) * 11}>
                {name}
              </text>
            </g>
          ))}
        </svg>
      </WideTable>
      <Numbers title={title} axis={axis} columns={columns} of={of} />
    </figure>
  );
}

function Numbers({ title, axis, columns, of }: Omit<Props, 'marks'>): ReactNode {
  return (
    <details className={styles.numbers}>
      <summary className={styles.summary}>{t('dashNumbers')}</summary>
      <WideTable label={title}>
        <table className={table.table}>
          <caption className={table.hidden}>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{axis}</th>
              <th scope="col" className={table.number}>
                {of}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ range, count }) => (
              <tr key={range}>
                <th scope="row">{range}</th>
                <td className={table.number}>{countText(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}

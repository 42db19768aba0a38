import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { CountRow } from '../../../lib/views/shops/shop-overview.ts';
import { ShareBar } from '../ShareBar.tsx';
import { countText, shareText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import styles from '../table.module.css';

interface Props {
  /** Read out; the heading above says the same to the eye. */
  title: string;
  /** What the rows are, over the first column. */
  name: string;
  rows: readonly (CountRow & { range?: string | null })[];
  /** How many the shares are of. */
  of: number;
  /** Whether shares may be shown. */
  isTold: boolean;
}

/** Groups of customers with count and share. Bars are as long as the largest group's. */
export function CountTable({ title, name, rows, of, isTold }: Props) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <WideTable label={title}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">
              <span className={styles.hidden}>{t('dashBar')}</span>
            </th>
            <th scope="col" className={styles.number}>
              {t('dashCount')}
            </th>
            <th scope="col" className={styles.number}>
              {t('dashShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, count, range }) => (
            <tr key={id}>
              <th scope="row">
                {labelText(label)} {range && <span className={styles.range}>{range}</span>}
              </th>
              <td className={styles.bar}>
                <ShareBar share={count / most} />
              </td>
              <td className={styles.number}>{countText(count)}</td>
              <td className={`${styles.number} ${styles.faint}`}>{shareText(count, of, isTold) ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

import { t } from '../../../lib/browser/i18n.ts';
import type { MappableField } from '../../../lib/files/own-kind.ts';
import { columnFieldText } from '../../words/imports.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import type { TableHead } from './examine.ts';
import styles from './mapping.module.css';

interface Props {
  table: TableHead;
  columns: Readonly<Record<string, string>>;
  fields: readonly MappableField[];
}

/** The first rows of the file, each column under what it was said to be. */
export function MappingPreview({ table: { columns: names, rows }, columns, fields }: Props) {
  const fieldOf = (name: string) => fields.find((field) => columns[field] === name);
  return (
    <WideTable label={t('mapPreview')} caption={t('mapPreview')} className={styles.preview}>
      <table className={table.table}>
        <caption className={table.hidden}>{t('mapPreview')}</caption>
        <thead>
          <tr>
            {names.map((name, index) => {
              const field = fieldOf(name);
              return (
                // oxlint-disable-next-line react/no-array-index-key -- columns stand where they stand, and may have one name
                <th key={index} scope="col">
                  {field && <strong className={styles.field}>{columnFieldText(field)}</strong>}
                  {name}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a file stand where they stand
            <tr key={row}>
              {names.map((_, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={index}>{(cells[index] ?? '').slice(0, 40)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

import { t } from '../../lib/browser/i18n.ts';
import type { FieldFill } from '../../lib/model/page-state.ts';
import { percentText } from '../words/amounts.ts';
import { fieldText } from '../words/fields.ts';
import styles from './FieldTable.module.css';

interface Props {
  fields: readonly FieldFill[];
  /** Those whose share is not what it was. */
  changed: ReadonlySet<string>;
}

/** How often each value was there on this page, beside what is usual; a value that these pages never have is left out. */
export function FieldTable({ fields, changed }: Props) {
  const shown = fields.filter(({ there, usual }) => there > 0 || (usual ?? 0) > 0);
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('fieldsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fieldsName')}</th>
            <th scope="col">{t('fieldsThere')}</th>
            <th scope="col">{t('fieldsUsual')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ field, there, of, usual }) => (
            <tr key={field} className={changed.has(field) ? styles.changed : ''}>
              <th scope="row">
                {changed.has(field) && <span aria-hidden>▼ </span>}
                {fieldText(field)}
              </th>
              <td>
                {there === 0 && <span className={styles.dot}>{t('fieldsNotRead')} </span>}
                {`${there}/${of}`}
              </td>
              <td>{usual === null ? '–' : percentText(usual)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.some(({ field }) => field === 'sum') && <p className={styles.means}>{t('fieldsSumMeans')}</p>}
    </>
  );
}

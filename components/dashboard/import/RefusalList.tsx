import { t } from '../../../lib/browser/i18n.ts';
import type { Refusals } from '../../../lib/model/imported.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { rejectText } from '../../words/rejects.ts';
import { countText } from '../numbers.ts';
import styles from './import.module.css';

/** Why rows are refused, how many, and where the first of them stand. */
export function RefusalList({ refusals }: { refusals: Refusals }) {
  const reasons = Object.entries(refusals).toSorted(([, a], [, b]) => b.count - a.count);
  if (reasons.length === 0) return null;
  const all = reasons.reduce((sum, [, { count }]) => sum + count, 0);
  return (
    <Disclosure summary={t('importWhyRefused', countText(all))}>
      <ul className={styles.reasons}>
        {reasons.map(([what, { count, rows }]) => (
          <li key={what}>
            <strong>{rejectText({ what })}</strong> {t('importRefusedTimes', countText(count))}
            {rows.length > 0 && (
              <span className={styles.hint}>
                {' '}
                {t(count > rows.length ? 'importRefusedRowsFirst' : 'importRefusedRows', rows.join(t('listSeparator')))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

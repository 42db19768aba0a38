import { Suspense } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { later } from '../ui/later.ts';
import { rejectText } from '../words/rejects.ts';
import { CoverageAdvice } from './CoverageAdvice.tsx';
import { FieldTable } from './FieldTable.tsx';
import { hasRows, pageHealthText } from './page-health-text.ts';
import styles from './PageHealth.module.css';

const DiagnosticFile = later(async () => (await import('./DiagnosticFile.tsx')).DiagnosticFile);

interface Props {
  state: PageState;
  tabId: number | null;
}

/** How much of the page was read; on a click what was not, by name, each value's share, and what to open next. */
export function PageHealth({ state, tabId }: Props) {
  const { rejects, fields, layoutChanges, shopId } = state;
  if (!hasRows(state)) return <span>{pageHealthText(state)}</span>;
  const isOdd = rejects.length > 0 || layoutChanges.length > 0;
  return (
    <details className={styles.health}>
      <summary className={`${styles.summary} ${isOdd ? styles.odd : ''}`}>{pageHealthText(state)}</summary>
      <div className={styles.content}>
        {rejects.length > 0 && (
          <ul aria-label={t('rejectsTitle')}>
            {[...Map.groupBy(rejects.map(rejectText), (text) => text)].map(([text, same]) => (
              <li key={text}>{same.length === 1 ? text : t('rejectTimes', text, same.length)}</li>
            ))}
          </ul>
        )}
        {fields.length > 0 && <FieldTable fields={fields} changed={new Set(layoutChanges.map(({ field }) => field))} />}
        {shopId !== null && <CoverageAdvice shopId={shopId} />}
        {tabId !== null && (
          <Suspense fallback={null}>
            <DiagnosticFile key={tabId} tabId={tabId} />
          </Suspense>
        )}
      </div>
    </details>
  );
}

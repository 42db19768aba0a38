import { Suspense } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { later } from '../ui/later.ts';
import { rejectText } from '../words/rejects.ts';
import { CoverageAdvice } from './CoverageAdvice.tsx';
import { FieldTable } from './FieldTable.tsx';
import { isOfOrders } from './layout-changed.ts';
import styles from './PageHealth.module.css';

const DiagnosticFile = later(async () => (await import('./DiagnosticFile.tsx')).DiagnosticFile);

interface Props {
  state: PageState;
  tabId: number | null;
}

/** How much of the page was read; on a click what was not, by name, each value's share, and what to open next. */
export function PageHealth({ state, tabId }: Props) {
  const { health, rejects, page, fields, layoutChanges, shopId } = state;
  if (state.problem !== null) return <span>{t('healthNotStored')}</span>;
  if (page === 'blocked') return <span>{t('healthBlocked')}</span>;
  if (page === 'unknown') return <span>{t('healthUnknown')}</span>;
  if (page === 'chat' || page === 'chat-history')
    return <span>{t(state.chat?.settled === false ? 'healthChatSwitching' : 'healthChat')}</span>;
  if (health.rows === 0 && rejects.length === 0)
    return <span>{t(isOfOrders(page) ? 'healthEmpty' : 'healthEmptyRows')}</span>;
  const isOdd = rejects.length > 0 || layoutChanges.length > 0;
  return (
    <details className={styles.health}>
      <summary className={`${styles.summary} ${isOdd ? styles.odd : ''}`}>
        {t(isOfOrders(page) ? 'healthRead' : 'healthReadRows', health.rows, health.read, rejects.length)}
      </summary>
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

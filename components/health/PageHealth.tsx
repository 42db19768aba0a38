import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { rejectText } from '../words/rejects.ts';
import styles from './PageHealth.module.css';

/** How much of the page was read; what was not, by name. */
export function PageHealth({ state }: { state: PageState }) {
  const { health, rejects, page } = state;
  if (state.problem !== null) return <span>{t('healthNotStored')}</span>;
  if (page === 'blocked') return <span>{t('healthBlocked')}</span>;
  if (page === 'unknown') return <span>{t('healthUnknown')}</span>;
  if (page === 'chat' || page === 'chat-history')
    return <span>{t(state.chat?.settled === false ? 'healthChatSwitching' : 'healthChat')}</span>;
  if (health.rows === 0 && rejects.length === 0)
    return <span>{t(isOfOrders(page) ? 'healthEmpty' : 'healthEmptyRows')}</span>;
  const summary = t(isOfOrders(page) ? 'healthRead' : 'healthReadRows', health.rows, health.read, rejects.length);
  if (rejects.length === 0) return <span>{summary}</span>;
  return (
    <details className={styles.health}>
      <summary className={styles.summary}>{summary}</summary>
      <ul className={styles.rejects} aria-label={t('rejectsTitle')}>
        {[...Map.groupBy(rejects.map(rejectText), (text) => text)].map(([text, same]) => (
          <li key={text}>{same.length === 1 ? text : t('rejectTimes', text, same.length)}</li>
        ))}
      </ul>
    </details>
  );
}

/** Its rows are orders. */
export function isOfOrders(page: PageState['page']): boolean {
  return page === 'order-list' || page === 'order-detail';
}

/** Orders (cases, reviews, …) are there and none could be read: the page was rebuilt. */
export function isLayoutChanged({ health }: PageState): boolean {
  return health.rows > 0 && health.read === 0;
}

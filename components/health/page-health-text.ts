/** How much of a page was read, in one line. */
import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { isOfOrders } from './layout-changed.ts';

export function pageHealthText({ problem, page, chat, health, rejects }: PageState): string {
  if (problem !== null) return t('healthNotStored');
  if (page === 'blocked') return t('healthBlocked');
  if (page === 'unknown') return t('healthUnknown');
  if (page === 'chat' || page === 'chat-history')
    return t(chat?.settled === false ? 'healthChatSwitching' : 'healthChat');
  if (health.rows === 0 && rejects.length === 0) return t(isOfOrders(page) ? 'healthEmpty' : 'healthEmptyRows');
  return t(isOfOrders(page) ? 'healthRead' : 'healthReadRows', health.rows, health.read, rejects.length);
}

/** Rows were read or refused, so that there is more to say than the line. */
export function hasRows({ problem, page, health, rejects }: PageState): boolean {
  const isOfRows = problem === null && !['blocked', 'unknown', 'chat', 'chat-history'].includes(page);
  return isOfRows && (health.rows > 0 || rejects.length > 0);
}

/** Whether a page is read as it used to be. */
import type { PageState } from '../../lib/model/page-state.ts';

/** Its rows are orders. */
export function isOfOrders(page: PageState['page']): boolean {
  return page === 'order-list' || page === 'order-detail';
}

/** Orders (cases, reviews, …) are there and none could be read: the page was rebuilt. */
export function isLayoutChanged({ health }: PageState): boolean {
  return health.rows > 0 && health.read === 0;
}

/** That, or a value that is not where it was. */
export function isLayoutOdd(state: PageState): boolean {
  return isLayoutChanged(state) || state.layoutChanges.length > 0;
}

/** How a customer stands on what a playbook speaks of, in words. */
import type { Playbook } from '../../lib/actions/playbook.ts';
import { t } from '../../lib/browser/i18n.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import type { CustomerDates } from '../../lib/views/actions/shop-practice.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { yuanText } from './amounts.ts';
import { goalText } from './rights.ts';

/** The points that expire, or what is still missing to a goal; null for what is about neither, or where it is not known. */
export function standingText(
  { dates: { pointsExpiry }, pointsWorthFen, goals }: Pick<CustomerView, 'dates' | 'pointsWorthFen' | 'goals'>,
  { id, exchange }: Playbook,
): string | null {
  if (exchange) return pointsExpiry ? pointsText(pointsExpiry, pointsWorthFen) : null;
  const goal = goals.find(({ playbookId }) => playbookId === id);
  return goal ? goalText(goal) : null;
}

/** "500 积分 2026-12-12 到期，可抵 ¥10.00". */
export function pointsText(
  { day, points }: NonNullable<CustomerDates['pointsExpiry']>,
  worthFen: number | null,
): string {
  if (!points) return t('dates_pointsIs', formatDay(day));
  const text = t('dates_pointsOf', points, formatDay(day));
  if (worthFen === null) return text;
  return worthFen === 0 ? t('dates_pointsTooFew', text) : t('dates_pointsWorth', text, yuanText(worthFen));
}

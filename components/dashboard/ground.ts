/** What figures rest on, in one line. */
import { t } from '../../lib/browser/i18n.ts';
import { tellsRates as isEnough } from '../../lib/insight/coverage.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import type { ShopInsight } from '../../lib/views/shops/insight-view.ts';
import { percentText } from '../words/amounts.ts';
import { countText } from './numbers.ts';

/** "n = 12,840 · 覆盖 84.0% · 算到 2026-11-24". */
export function groundOf({ context: { coverage, asOfDay } }: ShopInsight, customers: number): string {
  const n = t('dashN', countText(customers));
  return [n, t('dashCovered', percentText(coverage.share)), t('dashUntil', formatDay(asOfDay))].join(' · ');
}

/** Enough of the time was seen for rates to mean anything. */
export function tellsRates({ context: { coverage } }: ShopInsight): boolean {
  return isEnough(coverage.share);
}

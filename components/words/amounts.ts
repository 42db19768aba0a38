/** Numbers as a person reads them. */
import { t } from '../../lib/browser/i18n.ts';
import { formatYuan } from '../../lib/model/money.ts';

/** 128000 -> "¥1,280.00"; fractions of a fen (averages) are rounded; null is said, never shown as 0. */
export function yuanText(fen: number | null): string {
  return fen === null ? t('notKnown') : formatYuan(Math.round(fen));
}

/** 0.1875 -> "18.8%". */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Days, whole or with one decimal. */
export function dayCountText(days: number): string {
  return String(Math.round(days * 10) / 10);
}

/** Numbers as a person reads them. */
import { shownLanguage, t } from '../../lib/browser/i18n.ts';
import { formatYuan } from '../../lib/model/money.ts';

/** 128000 -> "¥1,280.00"; fractions of a fen (averages) are rounded; null is said, never shown as 0. */
export function yuanText(fen: number | null): string {
  return fen === null ? t('notKnown') : formatYuan(Math.round(fen));
}

const WAN = 10_000;
/** Below it the yuan itself is told: nobody reads 1.3万 where they look for 12,800. */
const LARGE_YUAN = 10 * WAN;

/** A sum over many, as it is told in Chinese where it is large: "¥12.8万", "¥3.2亿"; else as any amount. */
export function sumText(fen: number | null): string {
  const yuan = Math.abs(fen ?? 0) / 100;
  if (fen === null || yuan < LARGE_YUAN || shownLanguage() !== 'zh') return yuanText(fen);
  const [of, unit] = yuan >= WAN * WAN ? ([WAN * WAN, 'sum_yi'] as const) : ([WAN, 'sum_wan'] as const);
  return t(unit, `${fen < 0 ? '-' : ''}¥${(yuan / of).toFixed(1)}`);
}

/** 0.1875 -> "18.8%". */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Days, whole or with one decimal. */
export function dayCountText(days: number): string {
  return String(Math.round(days * 10) / 10);
}

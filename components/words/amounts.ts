/** Numbers as a person reads them. */
import { shownLanguage, t } from '../../lib/browser/i18n.ts';
import { formatYuan } from '../../lib/model/money.ts';

/** 128000 -> "¥1,280.00"; fractions of a fen (averages) are rounded; null is said, never shown as 0. */
export function yuanText(fen: number | null): string {
  return fen === null ? t('notKnown') : formatYuan(Math.round(fen));
}

/** Below it the yuan itself is told: nobody reads 1.3万 where they look for 12,800. */
const LARGE_YUAN = 100_000;
/** What large sums are counted in: 万 and 亿, k and M. */
const unitsOfSums = { zh: { large: 1e4, larger: 1e8 }, en: { large: 1e3, larger: 1e6 } };

/** A sum over many, as it is told where it is large: "¥12.8万", "¥3.2亿", "¥128.0k", "¥3.2M"; else as any amount. */
export function sumText(fen: number | null): string {
  const yuan = Math.abs(fen ?? 0) / 100;
  if (fen === null || yuan < LARGE_YUAN) return yuanText(fen);
  const { large, larger } = unitsOfSums[shownLanguage()];
  const text = (of: number) => `${fen < 0 ? '-' : ''}¥${(yuan / of).toFixed(1)}`;
  return yuan >= larger ? t('sum_larger', text(larger)) : t('sum_large', text(large));
}

/** 0.1875 -> "18.8%". */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Days, whole or with one decimal. */
export function dayCountText(days: number): string {
  return String(Math.round(days * 10) / 10);
}

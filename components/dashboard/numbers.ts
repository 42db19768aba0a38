/** Counts, shares and lines as this page writes them. */
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { MetricName } from '../../lib/insight/metrics.ts';
import type { MetricUnit } from '../../lib/insight/segments/vocabulary-schema.ts';
import type { Condition } from '../../lib/insight/tiers/clause.ts';
import { metricWords } from '../../lib/rules/metrics.ts';
import { dayCountText, percentText, yuanText } from '../words/amounts.ts';

/** A share of fewer customers is chance. */
export const MIN_SHARE_OF = 30;

const grouped = new Intl.NumberFormat('zh-CN');

/** 128400 -> "128,400". */
export function countText(count: number): string {
  return grouped.format(Math.round(count));
}

/** 0.4 -> "40%", of limits. */
export function wholePercentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A count more or less than before, never by colour alone: "▲ 12", "▼ 3"; nothing for no change. */
export function changeText(change: number): string {
  return change === 0 ? '' : `${change > 0 ? '▲' : '▼'} ${countText(Math.abs(change))}`;
}

/** An amount more or less than before, as a share of that: "▲ 12.5%"; nothing where either is not known, or before was nothing. */
export function relativeChangeText(value: number | null, before: number | null): string {
  if (value === null || !before || value === before) return '';
  return `${value > before ? '▲' : '▼'} ${percentText(Math.abs(value / before - 1))}`;
}

/** @returns null where a share would be chance, or says more than was seen */
export function shareText(count: number, of: number, isTold: boolean): string | null {
  return isTold && of >= MIN_SHARE_OF ? percentText(count / of) : null;
}

export function metricLabel(metric: MetricName): string {
  return labelText(wordsFor(metric).label);
}

export function wordsFor(metric: MetricName) {
  return metricWords.find(({ name }) => name === metric)!;
}

export const signs = { '=': '=', '>=': '≥', '<=': '≤', '>': '>', '<': '<' } as const satisfies Record<
  Condition['is'],
  string
>;

/** "45 天", "¥128.00", "×1.3"; what is not known says so. */
export function metricText(metric: MetricName, value: number | null | undefined): string {
  if (value === null || value === undefined) return t('notKnown');
  return unitText(wordsFor(metric).unit, value);
}

function unitText(unit: MetricUnit, value: number): string {
  if (unit === 'fen') return yuanText(value);
  if (unit === 'flag') return t(value === 0 ? 'evidence_no' : 'evidence_yes');
  const text = dayCountText(value);
  if (unit === 'ratio') return `×${text}`;
  return unit === 'percent' ? `${text}%` : t(`evidence_${unit}`, text);
}

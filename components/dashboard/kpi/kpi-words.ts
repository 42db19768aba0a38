/** The platform's measures in words. */
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { isShare, type KpiMissing, type KpiReading } from '../../../lib/service/kpi.ts';
import type { Kpi, KpiFacts } from '../../../lib/service/kpi-schema.ts';
import { percentText } from '../../words/amounts.ts';
import { spanText } from '../../words/times.ts';

/** "86.5%", "47 秒", "3 小时 5 分". */
export function valueText(kpi: Kpi, value: number): string {
  if (isShare(kpi)) return percentText(value);
  return value < 120_000 ? t('kpi_seconds', Math.round(value / 1000)) : spanText(value);
}

/** What is missing, and which page would give it. */
export function missingText({ count }: Kpi, missing: KpiMissing): string {
  const page = count.what === 'notRead' ? labelText(count.page) : t(`kpi_page_${count.what}`);
  switch (missing.because) {
    case 'notRead':
      return t('kpi_missing_notRead', page);
    case 'nothingSeen':
      return t('kpi_missing_nothingSeen', page);
    case 'fewCounted':
      return t('kpi_missing_fewCounted', missing.counted, missing.of, page);
    case 'lowCoverage':
      return t('kpi_missing_lowCoverage', missing.seenDays, missing.days, page);
    default:
      return t('kpi_missing_fewDays', missing.days, missing.of);
  }
}

/** How it stands, in whole: "86.5%（173 / 200）", "47 秒 ±5 秒（n=90）". */
export function standText({ kpi, value, slack, hits, counted }: KpiReading): string {
  if (value === null) return t('kpi_none');
  const own = valueText(kpi, value);
  if (isShare(kpi)) return t('kpi_shareOf', own, hits, counted);
  return t('kpi_timeOf', slack > 0 ? t('kpi_slack', own, valueText(kpi, slack)) : own, counted);
}

/** What is still to come of the month; null on its last day, too. */
export function forecastAhead({ forecast }: KpiReading): KpiReading['forecast'] {
  return forecast && forecast.daysLeft > 0 ? forecast : null;
}

/** Where the month ends, with its range. */
export function forecastText(reading: KpiReading): string {
  const { kpi } = reading;
  const forecast = forecastAhead(reading);
  if (!forecast) return t('kpi_none');
  const { value, low, high } = forecast;
  return t('kpi_range', valueText(kpi, value), valueText(kpi, low), valueText(kpi, high));
}

/** What the days that are left have to bring; null without a target, or on the last day. */
export function neededText({ kpi, forecast }: KpiReading): string | null {
  if (!forecast || forecast.needed === null) return null;
  const { needed, daysLeft } = forecast;
  if (isShare(kpi) ? needed > 1 : needed < 0) return t('kpi_outOfReach', daysLeft);
  if (isShare(kpi) && needed <= 0) return t('kpi_safe', daysLeft);
  return t(isShare(kpi) ? 'kpi_needed' : 'kpi_neededAtMost', daysLeft, valueText(kpi, needed));
}

/** What one more miss would cost; null where nothing is known of it. */
export function oneMoreText({ kpi, withOneMoreMiss }: KpiReading): string | null {
  return withOneMoreMiss === null ? null : t('kpi_oneMore', valueText(kpi, withOneMoreMiss));
}

/** What was left apart, and how much of the time was seen. */
export function groundTexts({ kpi, unknown, thanks, seenDays, days, counted }: KpiReading): string[] {
  return [
    t('kpi_counted', counted),
    ...(kpi.count.what === 'closure' ? [] : [t('kpi_seenDays', seenDays, days)]),
    ...(unknown > 0 ? [t('kpi_unknown', unknown)] : []),
    ...(thanks > 0 ? [t('kpi_thanks', thanks)] : []),
  ];
}

/** From where, and how certain each part is. */
export function certaintyText({ window }: Kpi, { certainty }: KpiFacts): string {
  const parts = [
    t('kpi_howCounted', t(`kpi_${certainty.count}`)),
    t('kpi_howLong', t(`kpi_window_${window}`), t(`kpi_${certainty.window}`)),
    ...(certainty.target === null ? [] : [t('kpi_howMuch', t(`kpi_${certainty.target}`))]),
  ];
  return parts.join(' · ');
}

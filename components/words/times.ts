/** Times as a person reads them, on the Shanghai clock. */
import { t } from '../../lib/browser/i18n.ts';
import { dayOf, formatDay, formatMinute } from '../../lib/model/shanghai-time.ts';

/** Whole days ago -> "今天", "3天前". */
export function daysAgoText(days: number): string {
  if (days <= 0) return t('today');
  return days === 1 ? t('yesterday') : t('daysAgo', days);
}

/** Epoch ms -> "刚刚", "5分钟前", "3小时前", then days. */
export function agoText(atMs: number, now: number): string {
  const minutes = Math.floor((now - atMs) / 60_000);
  if (minutes < 1) return t('justNow');
  if (minutes < 60) return t('minutesAgo', minutes);
  const days = dayOf(now) - dayOf(atMs);
  return days === 0 ? t('hoursAgo', Math.floor(minutes / 60)) : daysAgoText(days);
}

/** Epoch ms -> "2026-08-06". */
export function dayText(atMs: number): string {
  return formatDay(dayOf(atMs));
}

/** Epoch ms -> "8-31", "1-1": the day of a year that nobody doubts. */
export function shortDayText(atMs: number): string {
  return formatDay(dayOf(atMs))
    .slice(5)
    .replaceAll(/(^|-)0/g, '$1');
}

/** Epoch ms -> "10:42" today, else "2026-08-06 10:42". */
export function minuteText(atMs: number, now: number): string {
  const minute = formatMinute(atMs);
  return dayOf(atMs) === dayOf(now) ? minute.slice(11) : minute;
}

/** Whole days until care is due -> "还有 5 天", "今天", "已过 3 天". */
export function dueText(dueInDays: number): string {
  const days = Math.ceil(dueInDays);
  if (days > 0) return t('due_in', days);
  return days < 0 ? t('due_since', -days) : t('due_today');
}

/** Days that supplies are still there -> "预计还能用 6 天". */
export function supplyText(daysLeft: number): string {
  if (daysLeft > 0) return t('supply_left', daysLeft);
  return daysLeft < 0 ? t('supply_out', -daysLeft) : t('supply_today');
}

/** Seconds that something still takes, roundly: "约 40 秒", "约 3 分钟". */
export function durationText(seconds: number): string {
  return seconds < 90
    ? t('aboutSeconds', Math.max(1, Math.ceil(seconds / 5) * 5))
    : t('aboutMinutes', Math.ceil(seconds / 60));
}

/** "2026-12-12" -> the number of that Shanghai day; null for what is none. */
export function dayNumberOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  // An engine may roll 02-30 over to March.
  return Number.isNaN(day) || formatDay(day) !== date ? null : day;
}

const SHANGHAI_OFFSET_MINUTES = -480;

/** That days and times are those of Shanghai, where the machine's own clock shows others; null where it does not. @param now epoch ms */
export function zoneText(now: number): string | null {
  return new Date(now).getTimezoneOffset() === SHANGHAI_OFFSET_MINUTES ? null : t('timesInUtc8');
}

/** "12 分钟", "3 小时 5 分", "2 天 4 小时". */
export function spanText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 1) return t('span_now');
  if (minutes < 60) return t('span_minutes', minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? t('span_wholeHours', hours) : t('span_hours', hours, minutes % 60);
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? t('span_wholeDays', days) : t('span_days', days, hours % 24);
}

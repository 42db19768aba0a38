/**
 * What a platform would measure of the shop, worked out from what was seen, and where it will stand at the end of the month. What was not
 * seen is neither good nor bad: it is counted apart, and too much of it makes no figure.
 */
import { dayOf, startOfDay } from '../model/shanghai-time.ts';
import type { Turn } from '../model/turn.ts';
import type { Kpi, KpiRules } from './kpi-schema.ts';

/** One thing that counts: its day, and 0 or 1, or milliseconds; null where its outcome is not known. */
export interface KpiSample {
  day: number;
  value: number | null;
  /** Half of what the value may be off, for the moment was not seen but the time between two looks. */
  slack: number;
}

export interface KpiGround {
  turns: readonly Turn[];
  workOrders: readonly { startedAt: number; closedAt: number | null }[];
  /** Cases with when they were applied for, last seen open and first seen ended. */
  cases: readonly { appliedAt: number; openAt: number; endedAt: number }[];
  /** Shanghai days on which the page was open that shows such things. */
  seenDays: ReadonlySet<number>;
}

export interface KpiForecast {
  value: number;
  /** Four times out of five it ends between these. */
  low: number;
  high: number;
  daysLeft: number;
  /** What the days that are left have to bring for the target, on the average; null without a target. Beyond 0..1 a share cannot be. */
  needed: number | null;
}

export type KpiMissing =
  | { because: 'notRead' }
  | { because: 'nothingSeen' }
  | { because: 'fewCounted'; counted: number; of: number }
  | { because: 'lowCoverage'; seenDays: number; days: number }
  | { because: 'fewDays'; days: number; of: number };

export interface KpiReading {
  kpi: Kpi;
  /** Null where `missing` says why. */
  value: number | null;
  slack: number;
  /** Those whose outcome is known, and those of which it is not. */
  counted: number;
  unknown: number;
  /** Of the counted ones, for shares. */
  hits: number;
  /** Turns of nothing but thanks without an answer: left out, though the platform may count them. */
  thanks: number;
  /** Days of the window until today, and those on which the page was open. */
  days: number;
  seenDays: number;
  forecast: KpiForecast | null;
  /** What the value would be with one more miss: one not reached, or that took the longest that counts. Null without a value, or a longest. */
  withOneMoreMiss: number | null;
  missing: KpiMissing | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Of a normal distribution: 80 % lie within. */
const Z = 1.281552;
/** Days differ more than chance does; more than so much is one bad day. */
const MAX_SPREAD = 5;

/**
 * @param target the shop's own; null for the preset
 * @param month the first Shanghai day of this month and of the next one
 */
export function readKpi(
  kpi: Kpi,
  ground: KpiGround,
  rules: KpiRules,
  target: number | null,
  month: readonly [first: number, next: number],
  now: number,
): KpiReading {
  const today = dayOf(now);
  const from = kpi.window === 'month' ? month[0] : today - 30;
  const { samples: all, thanks } = samplesOf(kpi, ground, now);
  const samples = all.filter(({ day }) => day >= from && day <= today);
  const known = samples.filter((sample): sample is Known => sample.value !== null);
  const days = today - from + 1;
  const seenDays = [...ground.seenDays].filter((day) => day >= from && day <= today).length;
  const reading: KpiReading = {
    kpi: { ...kpi, target: target ?? kpi.target },
    value: null,
    slack: mean(known.map(({ slack }) => slack)),
    counted: known.length,
    unknown: samples.length - known.length,
    hits: known.filter(({ value }) => value === 1).length,
    thanks: thanks.filter((day) => day >= from && day <= today).length,
    days,
    seenDays,
    forecast: null,
    withOneMoreMiss: null,
    missing: null,
  };
  const missing = missingOf(kpi, reading, rules);
  if (missing) return { ...reading, missing };
  const value = mean(known.map((sample) => sample.value));
  const withDays = new Set(known.map(({ day }) => day)).size;
  const later: KpiMissing | null =
    withDays < rules.minDays ? { because: 'fewDays', days: withDays, of: rules.minDays } : null;
  const recent = all.filter((sample): sample is Known => sample.value !== null && sample.day > today - 30);
  const kept = known.filter(({ day }) => kpi.window === 'month' || day >= month[1] - 30);
  return {
    ...reading,
    value,
    withOneMoreMiss: withOneMoreMiss(kpi, value, known.length),
    missing: later,
    forecast: later ? null : forecastOf(reading.kpi, kept, recent, { from, today, next: month[1] }, isShare(kpi)),
  };
}

function withOneMoreMiss({ count }: Kpi, value: number, counted: number): number | null {
  const isOfShare = count.what === 'replyRate' || count.what === 'closure';
  const worst = isOfShare ? 0 : count.what === 'replyMean' ? count.capMinutes * MINUTE_MS : null;
  return worst === null ? null : (value * counted + worst) / (counted + 1);
}

/** Whether it is a share, of which more is better; the others are times, of which less is. */
export function isShare({ count }: Kpi): boolean {
  return count.what === 'replyRate' || count.what === 'closure';
}

/** Whether a value reaches the target. */
export function isReached(kpi: Kpi, value: number): boolean {
  return kpi.target === null || (isShare(kpi) ? value >= kpi.target : value <= kpi.target);
}

type Known = KpiSample & { value: number };

function missingOf({ count }: Kpi, reading: KpiReading, rules: KpiRules): KpiMissing | null {
  const { counted, unknown, seenDays, days } = reading;
  if (count.what === 'notRead') return { because: 'notRead' };
  if (counted + unknown === 0) return { because: 'nothingSeen' };
  if (seenDays / days < rules.minCoverage) return { because: 'lowCoverage', seenDays, days };
  return counted < rules.minCounted ? { because: 'fewCounted', counted, of: rules.minCounted } : null;
}

function samplesOf({ count }: Kpi, ground: KpiGround, now: number): { samples: KpiSample[]; thanks: number[] } {
  switch (count.what) {
    case 'replyRate':
    case 'replyMean': {
      const within = ground.turns.filter(({ since }) => isWithin(since, count.span));
      const isLeft = ({ isThanks, answeredAt }: Turn) => isThanks && answeredAt === null;
      const valueOf = count.what === 'replyRate' ? answeredWithin(count.minutes) : timeToAnswer(count.capMinutes);
      return {
        samples: within
          .filter((turn) => !isLeft(turn))
          .map((turn) => ({ day: dayOf(turn.since), value: valueOf(turn), slack: 0 })),
        thanks: within.filter(isLeft).map(({ since }) => dayOf(since)),
      };
    }
    case 'closure':
      return {
        samples: ground.workOrders.map(({ startedAt, closedAt }) => ({
          day: dayOf(startedAt),
          value: closedWithin(startedAt, closedAt, count.hours * HOUR_MS, now),
          slack: 0,
        })),
        thanks: [],
      };
    case 'caseTime':
      return {
        samples: ground.cases.map(({ appliedAt, openAt, endedAt }) => ({
          day: dayOf(endedAt),
          value: (Math.max(openAt, appliedAt) + endedAt) / 2 - appliedAt,
          slack: (endedAt - Math.max(openAt, appliedAt)) / 2,
        })),
        thanks: [],
      };
    default:
      return { samples: [], thanks: [] };
  }
}

function isWithin(at: number, [from, to]: readonly [number, number]): boolean {
  const minute = (at - startOfDay(dayOf(at))) / MINUTE_MS;
  return minute >= from && minute < to;
}

/** Of a turn that was out of sight before its time was over nothing is known. */
const answeredWithin =
  (minutes: number) =>
  ({ since, answeredAt, openAt }: Turn): number | null => {
    const limit = minutes * MINUTE_MS;
    if (answeredAt !== null) return Number(answeredAt - since <= limit);
    return openAt - since > limit ? 0 : null;
  };

const timeToAnswer =
  (capMinutes: number) =>
  ({ since, answeredAt, openAt }: Turn): number | null => {
    const cap = capMinutes * MINUTE_MS;
    if (answeredAt !== null) return Math.min(cap, answeredAt - since);
    return openAt - since > cap ? cap : null;
  };

function closedWithin(startedAt: number, closedAt: number | null, limit: number, now: number): number | null {
  if (closedAt !== null) return Number(closedAt - startedAt <= limit);
  return now - startedAt > limit ? 0 : null;
}

/**
 * What was counted of the window as it ends, and the rest as the last thirty days were. The spread holds chance (days apart more than
 * chance included), of what is to come and of what the last thirty days tell; of a share by the prior of Jeffreys.
 */
function forecastOf(
  { target }: Kpi,
  kept: readonly Known[],
  recent: readonly Known[],
  { from, today, next }: { from: number; today: number; next: number },
  isOfShare: boolean,
): KpiForecast {
  const daysLeft = next - 1 - today;
  const firstKept = Math.max(from, kept.length === 0 ? today : Math.min(...kept.map(({ day }) => day)));
  const daysKept = today - firstKept + 1;
  const left = daysLeft / (daysLeft + daysKept);
  const sum = recent.reduce((all, { value }) => all + value, 0);
  const pace = isOfShare ? (sum + 0.5) / (recent.length + 1) : sum / recent.length;
  const soFar = kept.length === 0 ? pace : mean(kept.map(({ value }) => value));
  const value = (1 - left) * soFar + left * pace;
  const variance = isOfShare ? pace * (1 - pace) : mean(recent.map((sample) => (sample.value - pace) ** 2));
  const perDay = recent.length / new Set(recent.map(({ day }) => day)).size;
  const spread = variance * spreadOfDays(recent, pace, variance);
  const error = left * Math.sqrt(daysLeft === 0 ? 0 : spread / (perDay * daysLeft) + spread / recent.length);
  const inRange = (one: number) => Math.max(0, isOfShare ? Math.min(1, one) : one);
  return {
    value,
    low: inRange(value - Z * error),
    high: inRange(value + Z * error),
    daysLeft,
    needed: target === null || daysLeft === 0 ? null : (target - (1 - left) * soFar) / left,
  };
}

/** How much more the days differ than single ones do by chance; at least 1. */
function spreadOfDays(samples: readonly Known[], pace: number, variance: number): number {
  const days = [...Map.groupBy(samples, ({ day }) => day).values()];
  if (variance === 0 || days.length < 2) return 1;
  const sum = days.reduce((all, ones) => {
    const off = mean(ones.map(({ value }) => value)) - pace;
    return all + (ones.length * off * off) / variance;
  }, 0);
  return Math.min(MAX_SPREAD, Math.max(1, sum / (days.length - 1)));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

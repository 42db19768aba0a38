/** What a trial may expect, by what would have come of it in the past: how many are eligible, how many of them return unasked. */
import type { Ledger } from '../../insight/ledger/ledger.ts';
import type { MeasureContext } from '../../insight/measures/reading.ts';
import type { Steps } from '../../insight/steps.ts';
import { enrol, type Eligible } from './enrol.ts';
import { boughtWithin } from './outcome.ts';

/** Days of the past that are looked at. */
export const PAST_DAYS = 60;

export interface Forecast {
  /** Eligible within the days that were looked at. */
  customers: number;
  /** Of those the ones who bought within the horizon. */
  returned: number;
  /** Eligible on the first of these days: who is there when a trial starts. */
  atOnce: number;
  /** Become eligible on a day after it. */
  perDay: number;
}

/** What the past says; null where too little of it was seen. */
export interface Past {
  forecast: Forecast | null;
}

export function* forecastOf(
  ledger: Ledger,
  context: MeasureContext,
  eligible: Eligible,
  { horizonDays, seenFromDay }: { horizonDays: number; seenFromDay: number },
): Steps<Past> {
  const toDay = context.asOfDay - horizonDays;
  const fromDay = toDay - PAST_DAYS + 1;
  if (fromDay < seenFromDay) return { forecast: null };
  const entryDays = yield* enrol(ledger, context, eligible, fromDay, toDay);
  const forecast = { customers: 0, returned: 0, atOnce: 0, perDay: 0 };
  for (let row = 0; row < entryDays.length; row += 1) {
    const day = entryDays[row]!;
    if (day === 0) continue;
    forecast.customers += 1;
    forecast.atOnce += Number(day === fromDay);
    forecast.returned += Number(boughtWithin(ledger, row, day, day + horizonDays - 1).count > 0);
  }
  return { forecast: { ...forecast, perDay: (forecast.customers - forecast.atOnce) / (PAST_DAYS - 1) } };
}

/** Days until so many were eligible; null for never. */
export function daysUntil(audience: number, { atOnce, perDay }: Forecast): number | null {
  if (atOnce >= audience) return 0;
  return perDay > 0 ? Math.ceil((audience - atOnce) / perDay) : null;
}

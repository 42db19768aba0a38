/** Days that come again each year: an anniversary, a birthday. */
import { DAY_MS } from '../../model/shanghai-time.ts';

/**
 * @param month 1..12
 * @param asOfDay Shanghai day number
 * @returns 0 on the day itself; 02-29 is kept on 03-01 in years without it
 */
export function daysUntil({ month, day }: { month: number; day: number }, asOfDay: number): number {
  const year = new Date(asOfDay * DAY_MS).getUTCFullYear();
  const thisYear = Date.UTC(year, month - 1, day) / DAY_MS;
  return (thisYear >= asOfDay ? thisYear : Date.UTC(year + 1, month - 1, day) / DAY_MS) - asOfDay;
}

/** The same for the day of a first purchase; many customers share one, so each is worked out once. */
export function anniversaryCounter(asOfDay: number): (firstDay: number) => number {
  const known = new Map<number, number>();
  return (firstDay) => {
    let days = known.get(firstDay);
    if (days === undefined) {
      const date = new Date(firstDay * DAY_MS);
      days = daysUntil({ month: date.getUTCMonth() + 1, day: date.getUTCDate() }, asOfDay);
      known.set(firstDay, days);
    }
    return days;
  };
}

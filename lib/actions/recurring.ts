/** Moments of a shop that come again: a members' day every month (ACT-31), a livestream every week (CAL-27). */
import type { ShopMoment } from '../model/practice-event.ts';
import { DAY_MS, dayOf, startOfDay } from '../model/shanghai-time.ts';

interface Span {
  startAt: number;
  endAt: number;
}

/**
 * Those of its days that touch a range, in order of time; none before the first.
 * @param fromDay Shanghai day number @param toDay included
 */
export function occurrencesOf({ startAt, endAt, repeats }: ShopMoment, fromDay: number, toDay: number): Span[] {
  const spans: Span[] = [];
  const lengthMs = endAt - startAt;
  for (let turn = 0; ; turn += 1) {
    const at = startOfTurn(startAt, repeats ?? null, turn);
    if (at === null || dayOf(at) > toDay) return spans;
    if (dayOf(at + lengthMs - 1) >= fromDay) spans.push({ startAt: at, endAt: at + lengthMs });
  }
}

function startOfTurn(startAt: number, repeats: 'weekly' | 'monthly' | null, turn: number): number | null {
  if (turn === 0) return startAt;
  if (repeats === null) return null;
  if (repeats === 'weekly') return startAt + turn * 7 * DAY_MS;
  const first = dayOf(startAt);
  return startOfDay(monthsLater(first, turn)) + (startAt - startOfDay(first));
}

/** The same day of a later month; its last day where it has no such day. */
function monthsLater(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDate)) / DAY_MS;
}

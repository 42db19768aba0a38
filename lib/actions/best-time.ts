/** When a customer may best be turned to: in the hours in which they order (CAL-05, CAL-07, ACT-17). */
import { dayOf, hourOf } from '../model/shanghai-time.ts';
import { weekdayOf } from './calendar.ts';
import type { ContactLimits } from './contact-limits.ts';
import { isQuietAt } from './guards.ts';

export interface BestTime {
  isWeekend: boolean;
  /** 0..23 on the Shanghai clock, never in the quiet hours. */
  hour: number;
  /** Orders it rests on; 0 where it is the guides' own hint. */
  orders: number;
}

/** With fewer orders an hour is chance. */
const MIN_ORDERS = 5;
/** Saturday and Sunday at ten (S0). */
const hint: BestTime = { isWeekend: true, hour: 10, orders: 0 };

/** @param orderedAt of the customer's orders (epoch ms) */
export function bestTime(orderedAt: readonly number[], limits: ContactLimits): BestTime {
  const awake = orderedAt.filter((at) => !isQuietAt(at, limits));
  if (awake.length < MIN_ORDERS) return hint;
  const isOnWeekend = (at: number) => [0, 6].includes(weekdayOf(dayOf(at)));
  const weekendOrders = awake.filter(isOnWeekend).length;
  // Two days of seven: on the weekend only where they order more often than on other days.
  const isWeekend = weekendOrders / 2 > (awake.length - weekendOrders) / 5;
  return { isWeekend, hour: busiestHour(awake.filter((at) => isOnWeekend(at) === isWeekend)), orders: awake.length };
}

/** Hours beside it count half, so that one order does not outweigh a cluster; the earlier of two alike. */
function busiestHour(times: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const hour of times.map(hourOf)) counts.set(hour, (counts.get(hour) ?? 0) + 1);
  const weight = (hour: number) =>
    (counts.get(hour) ?? 0) + ((counts.get(hour - 1) ?? 0) + (counts.get(hour + 1) ?? 0)) / 2;
  return [...counts.keys()].toSorted((a, b) => weight(b) - weight(a) || a - b)[0]!;
}

/** What the clocks have to say at a moment, and when they will have something to say next. */
import { nextMark } from '../../service/clocks.ts';
import { startOfDay } from '../../model/shanghai-time.ts';
import { countPressing, type ServiceDesk } from './service-desk.ts';

export interface ClockWatch {
  /** Work orders, buyers who wait and promises (`countPressing`). */
  pressing: number;
  /** The next moment to look again; null for nothing that runs. */
  nextAt: number | null;
}

export function watchOf(desk: ServiceDesk, now: number): ClockWatch {
  const clocks = [...desk.workOrders.flatMap((view) => view.clocks), ...desk.waits.map(({ clock }) => clock)];
  const moments = [
    ...clocks.map((clock) => nextMark(clock, now)),
    // A promise is late from the moment after it was due.
    ...desk.promises.map(({ outcome, dueAt }) => (outcome === 'open' && dueAt >= now ? dueAt + 1 : null)),
    // A reward presses from its day on, and is late when the day is over.
    ...desk.payouts.flatMap(({ referral: { right } }) =>
      [right.dueDay, right.dueDay + 1].map((day) => (startOfDay(day) > now ? startOfDay(day) : null)),
    ),
  ].filter((at) => at !== null);
  return {
    pressing: countPressing(desk, now),
    nextAt: moments.length === 0 ? null : Math.min(...moments),
  };
}

/** How much ran out between two moments and still is not done: after `from`, until `to`. */
export function ranOutBetween(desk: ServiceDesk, from: number, to: number): number {
  const isThen = (dueAt: number) => dueAt > from && dueAt <= to;
  const orders = desk.workOrders.filter(({ clocks }) =>
    clocks.some(({ doneAt, dueAt }) => doneAt === null && isThen(dueAt)),
  );
  const waits = desk.waits.filter(({ clock }) => isThen(clock.dueAt));
  const promises = desk.promises.filter(({ outcome, dueAt }) => outcome === 'open' && isThen(dueAt));
  return orders.length + waits.length + promises.length;
}

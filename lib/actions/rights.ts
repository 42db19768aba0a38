/** The register of rights: what is owed, which seats are taken, what was promised for long. A fold of the log. */
import type { LogEvent } from '../model/event.ts';
import type { Right, RightNote } from '../model/rights-event.ts';

export interface RightEntry extends RightNote {
  /** When it was noted (epoch ms). */
  notedAt: number;
  isSettled: boolean;
}

/** @param events those that stand, the oldest first; noted twice under one id is noted once */
export function rightsIn(events: readonly LogEvent[]): RightEntry[] {
  const entries = new Map<string, RightEntry>();
  for (const event of events) {
    if (event.kind === 'rightNoted' && !entries.has(event.rightId)) {
      const { rightId, shopId, right, at } = event;
      entries.set(rightId, { rightId, shopId, right, notedAt: at, isSettled: false });
    }
  }
  // Logs of several seats may tell of the end before they tell of the beginning.
  for (const event of events) {
    const entry = event.kind === 'rightSettled' ? entries.get(event.rightId) : undefined;
    if (entry) entries.set(entry.rightId, { ...entry, isSettled: true });
  }
  return [...entries.values()];
}

type Of<What extends Right['what']> = RightEntry & { right: Extract<Right, { what: What }> };

export interface Register {
  /** Rewards that are owed, those due first at the head. */
  referrals: Of<'referral'>[];
  /** Trials by name, with the seats that are taken. */
  trials: { trial: string; taken: number; seats: number }[];
  promises: Of<'longPromise'>[];
  /** What the promises that stand cost in a year. */
  yearlyFen: number;
}

/** @param seats of one trial (ACT-10) */
export function registerOf(entries: readonly RightEntry[], seats: number): Register {
  const open = entries.filter(({ isSettled }) => !isSettled);
  const of = <What extends Right['what']>(what: What) =>
    open.filter((entry): entry is Of<What> => entry.right.what === what);
  const promises = of('longPromise');
  const trials = Map.groupBy(of('trialSeat'), ({ right: { trial } }) => trial);
  return {
    referrals: of('referral').toSorted((a, b) => a.right.dueDay - b.right.dueDay),
    trials: [...trials].map(([trial, { length: taken }]) => ({ trial, taken, seats })),
    promises,
    yearlyFen: promises.reduce((sum, { right }) => sum + right.yearlyFen, 0),
  };
}

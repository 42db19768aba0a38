/** The register of rights: what is owed, which seats are taken, what was promised for long. A fold of the log. */
import type { LogEvent } from '../model/event.ts';
import type { Right, RightNote } from '../model/rights-event.ts';
import { isSealed, markIn } from '../model/sealed.ts';

export interface RightEntry extends RightNote {
  /** When it was noted (epoch ms). */
  notedAt: number;
  isSettled: boolean;
  /** When it was paid, given back or ended (epoch ms); null while it stands. */
  settledAt: number | null;
}

/** @param events those that stand, the oldest first; noted twice under one id is noted once */
export function rightsIn(events: readonly LogEvent[]): RightEntry[] {
  const entries = new Map<string, RightEntry>();
  for (const event of events) {
    if (event.kind === 'rightNoted' && !entries.has(event.rightId)) {
      const { rightId, shopId, right, at } = event;
      entries.set(rightId, { rightId, shopId, right, notedAt: at, isSettled: false, settledAt: null });
    }
  }
  // Logs of several seats may tell of the end before they tell of the beginning.
  for (const event of events) {
    const entry = event.kind === 'rightSettled' ? entries.get(event.rightId) : undefined;
    if (entry && !entry.isSettled) entries.set(entry.rightId, { ...entry, isSettled: true, settledAt: event.at });
  }
  return [...entries.values()];
}

type Of<What extends Right['what']> = RightEntry & { right: Extract<Right, { what: What }> };

export type Referral = Of<'referral'>;

export interface Register {
  /** Rewards that are owed, those due first at the head. */
  referrals: Referral[];
  /** Those that were paid, the last one first. */
  paid: Referral[];
  /** Trials by name, with the seats that are taken. */
  trials: { trial: string; taken: number; seats: number }[];
  promises: Of<'longPromise'>[];
  /** What the promises that stand cost in a year. */
  yearlyFen: number;
}

/** @param seats of one trial (ACT-10) */
export function registerOf(entries: readonly RightEntry[], seats: number): Register {
  const open = entries.filter(({ isSettled }) => !isSettled);
  const promises = entriesOf('longPromise', open);
  return {
    referrals: entriesOf('referral', open).toSorted((a, b) => a.right.dueDay - b.right.dueDay),
    paid: entriesOf('referral', entries)
      .filter(({ isSettled }) => isSettled)
      .toSorted((a, b) => b.settledAt! - a.settledAt!),
    trials: [...seatsTaken(entries)].map(([trial, taken]) => ({ trial, taken, seats })),
    promises,
    yearlyFen: promises.reduce((sum, { right }) => sum + right.yearlyFen, 0),
  };
}

function entriesOf<What extends Right['what']>(what: What, entries: readonly RightEntry[]): Of<What>[] {
  return entries.filter((entry): entry is Of<What> => entry.right.what === what);
}

/** By trial, the seats that were given and not given back. Sealed at different times, one name is sealed differently: it counts as one. */
export function seatsTaken(entries: readonly RightEntry[]): Map<string, number> {
  const open = entriesOf('trialSeat', entries).filter(({ isSettled }) => !isSettled);
  const byTrial = Map.groupBy(open, ({ right: { trial } }) => (isSealed(trial) ? markIn(trial) : trial));
  return new Map([...byTrial.values()].map((seats) => [seats[0]!.right.trial, seats.length]));
}

/**
 * Seats that are left for what is launched under this name. Where no trial has that name, the shop calls its trial otherwise: the fullest
 * that is named after no launch counts.
 * @param launches names of all of the shop's
 */
export function seatsLeft(
  name: string,
  launches: ReadonlySet<string>,
  entries: readonly RightEntry[],
  seats: number,
): number {
  const taken = seatsTaken(entries);
  const others = [...taken].flatMap(([trial, count]) => (launches.has(trial) ? [] : [count]));
  return Math.max(0, seats - (taken.get(name) ?? Math.max(0, ...others)));
}

/** What both of a referral get together. */
export function payoutFen({ right: { rewardFen } }: Referral): number {
  return 2 * rewardFen;
}

/** `due`: on its day it is still in time. `late`: the day went by. */
export type PayoutState = 'open' | 'due' | 'late';

/** @param today Shanghai day */
export function payoutState({ right: { dueDay } }: Referral, today: number): PayoutState {
  return dueDay < today ? 'late' : dueDay === today ? 'due' : 'open';
}

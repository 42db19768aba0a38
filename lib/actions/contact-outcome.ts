/** What came of a contact, as far as the orders that were seen tell. Buying after it is not buying because of it. */
import { DAY_MS, dayOf } from '../model/shanghai-time.ts';

export type ContactOutcome =
  /** The first purchase after it, so many days later. */
  | { came: 'bought'; daysLater: number }
  /** There is time left until that day. */
  | { came: 'notYet'; untilDay: number }
  | { came: 'notBought' }
  /** Its days are over, but the shop's orders were not looked at since. */
  | { came: 'notSeen' };

/**
 * @param at of the contact (epoch ms)
 * @param boughtAt of the customer's purchases, in any order
 * @param horizonDays within which a purchase counts
 * @param asOfDay the last day that was seen
 */
export function outcomeOf(
  at: number,
  boughtAt: readonly number[],
  { horizonDays, asOfDay, now }: { horizonDays: number; asOfDay: number; now: number },
): ContactOutcome {
  const untilAt = at + horizonDays * DAY_MS;
  const first = Math.min(...boughtAt.filter((one) => one > at && one <= untilAt));
  if (first !== Infinity) return { came: 'bought', daysLater: dayOf(first) - dayOf(at) };
  if (now < untilAt) return { came: 'notYet', untilDay: dayOf(untilAt) };
  return asOfDay > dayOf(untilAt) ? { came: 'notBought' } : { came: 'notSeen' };
}

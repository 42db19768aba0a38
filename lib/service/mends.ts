/** What became of causes that were mended (TPL-22): who is still to be told, and whether it came again. */
import type { CausedTrouble } from '../model/caused-trouble.ts';
import type { Cause, Mend } from '../model/mend-event.ts';
import { carrierNamed, type Trouble } from './attribution.ts';
import type { AttributionRules } from './case-reason-schema.ts';

/** A trouble and when it came (epoch ms). */
export type DatedTrouble = Trouble & { at: number };

export interface MendState extends Mend {
  /** Customers who had it before and were not told, nor had it again: to them it is not mended. */
  toTell: string[];
  told: string[];
  /** Troubles of the same cause since. */
  recurrences: number;
  /** Of the last one; null for none. */
  lastAt: number | null;
}

/** Somebody was told, and when. */
export interface Told {
  mendId: string;
  customerId: string;
  at: number;
}

/** @returns those that hold, in the order given: of one cause of a shop the newest. @param mends the oldest first */
export function newestMends(mends: readonly Mend[]): Mend[] {
  return [...new Map(mends.map((mend) => [keyOf(mend), mend])).values()];
}

/** The troubles that this cause made, in the order given. @param troubles of its shop */
export function causedBy(cause: Cause, troubles: readonly DatedTrouble[], rules: AttributionRules): CausedTrouble[] {
  return troubles.filter((trouble) => isOf(cause, trouble, rules)).map(({ customerId, at }) => ({ customerId, at }));
}

/** @param caused the troubles of its cause, in any order */
export function mendState(mend: Mend, told: readonly Told[], caused: readonly CausedTrouble[]): MendState {
  const before = caused.filter(({ at }) => at < mend.mendedAt);
  const since = caused.filter(({ at }) => at >= mend.mendedAt);
  const heard = new Set(told.filter(({ mendId }) => mendId === mend.mendId).map(({ customerId }) => customerId));
  const again = new Set(since.map(({ customerId }) => customerId));
  const had = [...new Set(before.flatMap(({ customerId }) => customerId ?? []))];
  return {
    ...mend,
    toTell: had.filter((id) => !heard.has(id) && !again.has(id)),
    told: [...heard],
    recurrences: since.length,
    lastAt: since.reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null),
  };
}

function isOf({ article, labelId, carrier }: Cause, trouble: Trouble, rules: AttributionRules): boolean {
  return (
    typeof trouble.reason === 'object' &&
    trouble.reason.labelId === labelId &&
    trouble.articles.includes(article) &&
    (carrier === null || (trouble.carrier !== null && carrierNamed(trouble.carrier, rules) === carrier))
  );
}

function keyOf({ shopId, cause: { article, labelId, carrier } }: Mend): string {
  return JSON.stringify([shopId, article, labelId, carrier]);
}

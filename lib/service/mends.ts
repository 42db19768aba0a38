/** What became of causes that were mended (TPL-22): who is still to be told, and whether it came again. */
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

/**
 * @param mends of one shop, the oldest first: the newest of a cause holds
 * @param troubles of that shop, in any order
 * @returns the newest first
 */
export function mendStates(
  mends: readonly Mend[],
  told: readonly Told[],
  troubles: readonly DatedTrouble[],
  rules: AttributionRules,
): MendState[] {
  const newest = new Map(mends.map((mend) => [keyOf(mend.cause), mend]));
  return [...newest.values()].toReversed().map((mend) => {
    const theirs = troubles.filter((trouble) => isOf(mend.cause, trouble, rules));
    const [before, since] = [
      theirs.filter(({ at }) => at < mend.mendedAt),
      theirs.filter(({ at }) => at >= mend.mendedAt),
    ];
    const heard = new Set(told.filter(({ mendId }) => mendId === mend.mendId).map(({ customerId }) => customerId));
    const again = new Set(since.map(({ customerId }) => customerId));
    const had = [...new Set(before.flatMap(({ customerId }) => customerId ?? []))];
    return {
      ...mend,
      toTell: had.filter((id) => !heard.has(id) && !again.has(id)),
      told: [...heard],
      recurrences: since.length,
      lastAt: since.length === 0 ? null : Math.max(...since.map(({ at }) => at)),
    };
  });
}

function isOf({ article, labelId, carrier }: Cause, trouble: Trouble, rules: AttributionRules): boolean {
  return (
    typeof trouble.reason === 'object' &&
    trouble.reason.labelId === labelId &&
    trouble.articles.includes(article) &&
    (carrier === null || (trouble.carrier !== null && carrierNamed(trouble.carrier, rules) === carrier))
  );
}

function keyOf({ article, labelId, carrier }: Cause): string {
  return JSON.stringify([article, labelId, carrier]);
}

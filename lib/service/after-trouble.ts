/** What became of buyers who had trouble: whether they came back (CMP-22), and what regulars say of an article's quality (CMP-31). */
import { shareInterval } from '../model/share-interval.ts';
import { tally, type Tally } from './attribution.ts';
import type { DatedTrouble } from './mends.ts';

/** By customer when they bought, epoch ms, in any order. */
export type PurchaseTimes = ReadonlyMap<string, readonly number[]>;

export interface Recovery {
  /** Different customers who had trouble that was not their own wish; those of whom only a mask is known left out. */
  people: number;
  /** Of them, who bought after the last of it. */
  cameBack: number;
  /** 95 % of their share (Wilson 1927), 0..1; null for nobody. */
  interval: readonly [low: number, high: number] | null;
}

export interface EarlyWarning {
  article: string;
  /** Ids of reason labels, the most frequent first. */
  reasons: Tally[];
  /** Different regulars. */
  customerIds: string[];
}

type Known = DatedTrouble & { customerId: string };

export function recoveryOf(troubles: readonly DatedTrouble[], bought: PurchaseTimes): Recovery {
  const lastAt = new Map<string, number>();
  for (const { customerId, at } of ofKnown(troubles))
    lastAt.set(customerId, Math.max(lastAt.get(customerId) ?? at, at));
  const cameBack = [...lastAt].filter(([customerId, at]) => bought.get(customerId)?.some((time) => time > at)).length;
  return { people: lastAt.size, cameBack, interval: lastAt.size > 0 ? shareInterval(cameBack, lastAt.size) : null };
}

/**
 * What regulars said of an article's quality; a single one is enough. A regular had bought more than once when the trouble came, be it this article
 * or another.
 * @param labelIds reasons that speak of quality
 * @returns the article that most of them spoke of first
 */
export function earlyWarningsOf(
  troubles: readonly DatedTrouble[],
  bought: PurchaseTimes,
  labelIds: readonly string[],
): EarlyWarning[] {
  const said = ofKnown(troubles).flatMap(({ reason, customerId, articles, at }) => {
    const isRegular = (bought.get(customerId) ?? []).filter((time) => time < at).length > 1;
    const speaksOfIt = typeof reason === 'object' && labelIds.includes(reason.labelId);
    return isRegular && speaksOfIt ? articles.map((article) => ({ article, customerId, labelId: reason.labelId })) : [];
  });
  return [...Map.groupBy(said, ({ article }) => article)]
    .map(([article, theirs]) => ({
      article,
      reasons: tally(theirs.map(({ labelId }) => labelId)),
      customerIds: [...new Set(theirs.map(({ customerId }) => customerId))],
    }))
    .toSorted((a, b) => b.customerIds.length - a.customerIds.length);
}

function ofKnown(troubles: readonly DatedTrouble[]): Known[] {
  return troubles.flatMap((trouble) =>
    trouble.customerId === null || trouble.reason === 'wish' ? [] : [{ ...trouble, customerId: trouble.customerId }],
  );
}

/**
 * Where a month's trouble comes from: by kind, by reason and by article, the most frequent first (Pareto), beside the usual shares
 * (CMP-19, CMP-20). A share of few is chance, so it comes with an interval.
 */
import { shareInterval } from '../model/share-interval.ts';
import type { AttributionRules } from './case-reason-schema.ts';
import type { ReasonGroup } from './reason-label-schema.ts';

/** Id of a reason label; or the buyer's own wish, which is nobody's fault; or nobody said, and the platform's words tell nothing. */
export type TroubleReason = { labelId: string } | 'wish' | 'unknown';

/** One work order, or one after-sale case that has none. */
export interface Trouble {
  customerId: string | null;
  reason: TroubleReason;
  /** Titles of what it was about; empty where it is not known. */
  articles: readonly string[];
  /** What was asked for; null where it is not known. */
  amountFen: number | null;
}

export interface Count {
  id: string;
  count: number;
  /** Of all troubles with a reason, and with those before it in the list; 0..1. */
  share: number;
  cumulated: number;
  /** What was asked for in all, as far as it is known. */
  amountFen: number;
}

export interface GroupShare extends Count {
  /** 95 % of the share (Wilson 1927), 0..1. */
  interval: readonly [low: number, high: number];
  /** Null where there is none to hold it against, or where the month had too few. */
  usual: { share: number; verdict: 'more' | 'less' | 'alike' } | null;
}

export interface HotSpot {
  article: string;
  labelId: string;
  count: number;
  /** Different customers, those of whom only a mask is known left out. */
  customerIds: string[];
}

export interface Attribution {
  /** Troubles with a reason. */
  told: number;
  wishes: number;
  unknown: number;
  groups: GroupShare[];
  labels: Count[];
  /** Article and reason, at least twice, the most frequent first. */
  hotSpots: HotSpot[];
}

export function attribute(
  troubles: readonly Trouble[],
  groups: readonly ReasonGroup[],
  rules: AttributionRules,
): Attribution {
  const groupOf = new Map(groups.flatMap(({ id, labels }) => labels.map((label) => [label.id, id])));
  const told = troubles.flatMap(({ reason, ...trouble }) =>
    typeof reason === 'object' && groupOf.has(reason.labelId) ? [{ ...trouble, labelId: reason.labelId }] : [],
  );
  const wishes = troubles.filter(({ reason }) => reason === 'wish').length;
  return {
    told: told.length,
    wishes,
    unknown: troubles.length - told.length - wishes,
    groups: pareto(told, ({ labelId }) => groupOf.get(labelId)!).map((count) => ({
      ...count,
      interval: shareInterval(count.count, told.length),
      usual: usualOf(count, told.length, rules),
    })),
    labels: pareto(told, ({ labelId }) => labelId),
    hotSpots: hotSpotsOf(told),
  };
}

/** What the platform's words for a case come to. */
export function reasonOfCase(words: string | null, { caseReasons }: AttributionRules): TroubleReason {
  const found =
    words === null ? undefined : caseReasons.find((each) => each.words.some((word) => words.includes(word)));
  if (!found) return 'unknown';
  return found.labelId === null ? 'wish' : { labelId: found.labelId };
}

type ToldTrouble = Omit<Trouble, 'reason'> & { labelId: string };

function pareto(troubles: readonly ToldTrouble[], idOf: (trouble: ToldTrouble) => string): Count[] {
  const byId = [...Map.groupBy(troubles, idOf)].toSorted(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1),
  );
  let passed = 0;
  return byId.map(([id, theirs]) => {
    passed += theirs.length;
    return {
      id,
      count: theirs.length,
      share: theirs.length / troubles.length,
      cumulated: passed / troubles.length,
      amountFen: theirs.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0),
    };
  });
}

function usualOf({ id, count }: Count, of: number, { reference, minTroubles }: AttributionRules): GroupShare['usual'] {
  const usual = reference.shares.find(({ groupId }) => groupId === id);
  if (!usual || of < minTroubles) return null;
  const [low, high] = shareInterval(count, of);
  return { share: usual.share, verdict: usual.share < low ? 'more' : usual.share > high ? 'less' : 'alike' };
}

/** Once by accident, twice by pattern. */
const MIN_OF_SPOT = 2;

function hotSpotsOf(troubles: readonly ToldTrouble[]): HotSpot[] {
  const all = troubles.flatMap((trouble) => trouble.articles.map((article) => ({ article, trouble })));
  return [...Map.groupBy(all, ({ article, trouble }) => JSON.stringify([article, trouble.labelId])).values()]
    .filter((theirs) => theirs.length >= MIN_OF_SPOT)
    .map((theirs) => ({
      article: theirs[0]!.article,
      labelId: theirs[0]!.trouble.labelId,
      count: theirs.length,
      customerIds: [...new Set(theirs.flatMap(({ trouble }) => trouble.customerId ?? []))],
    }))
    .toSorted((a, b) => b.count - a.count || (a.article < b.article ? -1 : 1));
}

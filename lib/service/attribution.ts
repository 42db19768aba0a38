/**
 * Where a month's trouble comes from: by kind, by reason, by carrier and by article, the most frequent first (Pareto), beside the usual
 * shares (CMP-19, CMP-20). A share of few is chance, so it comes with an interval.
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
  /** Who carried it, as the page or file names them; null where it is not known. */
  carrier: string | null;
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

/** Of the troubles that the way to the buyer may have caused. */
export interface CarrierShare extends Count {
  /** The most frequent first. */
  reasons: Tally[];
}

export interface Tally {
  id: string;
  count: number;
}

export interface HotSpot {
  article: string;
  labelId: string;
  count: number;
  /** Who carried it, the most frequent first, where the carrier may be the cause and is known; ids as of a `CarrierShare`. */
  carriers: Tally[];
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
  /** Id: of a known carrier, or the name of one that is not. */
  carriers: CarrierShare[];
  /** Troubles that a carrier may have caused, and nothing tells which. */
  carrierUnknown: number;
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
    typeof reason === 'object' && groupOf.has(reason.labelId)
      ? [{ ...trouble, labelId: reason.labelId, carrier: carrierOnTheWay(trouble.carrier, reason.labelId, rules) }]
      : [],
  );
  const onTheWay = told.filter(({ labelId }) => rules.carriers.labelIds.includes(labelId));
  const carried = onTheWay.flatMap(({ carrier, ...trouble }) => (carrier === null ? [] : [{ ...trouble, carrier }]));
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
    carriers: pareto(carried, ({ carrier }) => carrier).map((count) => ({
      ...count,
      reasons: tally(carried.flatMap(({ carrier, labelId }) => (carrier === count.id ? [labelId] : []))),
    })),
    carrierUnknown: onTheWay.length - carried.length,
    hotSpots: hotSpotsOf(told),
  };
}

/** @returns id of a known carrier, else the name itself; null for what names none */
export function carrierNamed(name: string, { carriers }: AttributionRules): string | null {
  const words = name.toLowerCase();
  const known = carriers.known.find((each) => each.words.some((word) => words.includes(word)));
  if (known) return known.id;
  return carriers.none.some((word) => words.includes(word)) ? null : name;
}

/** What the platform's words for a case come to. */
export function reasonOfCase(words: string | null, { caseReasons }: AttributionRules): TroubleReason {
  const found =
    words === null ? undefined : caseReasons.find((each) => each.words.some((word) => words.includes(word)));
  if (!found) return 'unknown';
  return found.labelId === null ? 'wish' : { labelId: found.labelId };
}

type ToldTrouble = Omit<Trouble, 'reason'> & { labelId: string };

/** The carrier of a trouble that it may have caused. */
function carrierOnTheWay(name: string | null, labelId: string, rules: AttributionRules): string | null {
  return name === null || !rules.carriers.labelIds.includes(labelId) ? null : carrierNamed(name, rules);
}

/** The most frequent first. */
export function tally(ids: readonly string[]): Tally[] {
  return [...Map.groupBy(ids, (id) => id)]
    .map(([id, all]) => ({ id, count: all.length }))
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

function pareto<Told extends ToldTrouble>(troubles: readonly Told[], idOf: (trouble: Told) => string): Count[] {
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
      carriers: tally(theirs.flatMap(({ trouble }) => trouble.carrier ?? [])),
      customerIds: [...new Set(theirs.flatMap(({ trouble }) => trouble.customerId ?? []))],
    }))
    .toSorted((a, b) => b.count - a.count || (a.article < b.article ? -1 : 1));
}

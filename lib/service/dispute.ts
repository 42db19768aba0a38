/**
 * What to do about one dispute: refund at once, by the book, or negotiate; what it costs, who may say yes, and what stands against
 * the quick way (CMP-14 to CMP-18). Who just does not want
 * it any more is owed no more than the law says.
 */
import type { OrderStatus } from '../model/order.ts';
import { DAY_MS } from '../model/shanghai-time.ts';
import type { Authority, DisputeLevel, DisputeRules, NegotiationStep, Remedy } from './dispute-schema.ts';

/** What is disputed. */
export interface Dispute {
  /** What is asked for; null where it is not known. */
  amountFen: number | null;
  /** Id of a reason label; null as long as nobody said. */
  labelId: string | null;
  /** The reason as the buyer chose or said it; empty where none is known. */
  words: string;
  /** Nothing went wrong: they do not want it, or ordered by mistake. */
  isOwnWish: boolean;
  /** The buyer has what was sent, or nothing says that they have not. */
  hasGoods: boolean;
}

/** What is known of the buyer; cases that were seen, this one left out. */
export interface DisputeHistory {
  /** When they asked, and for how much. */
  claims: readonly { at: number; amountFen: number | null }[];
  purchases: number;
}

/** What the shop said of its costs and limits; null for what it did not. */
export interface DisputeTerms {
  /** What the goods of the order cost it in all. */
  goodsFen: number | null;
  /** The order has several articles, of which perhaps one alone is disputed. */
  isOfSeveral: boolean;
  freightFen: { out: number | null; back: number | null };
  authorityFen: DisputeRules['authorityFen'] | null;
}

export type LevelReason =
  | { because: 'amount'; amountFen: number }
  | { because: 'label'; labelId: string }
  | { because: 'ownWish' }
  | { because: 'unknownAmount' }
  | { because: 'smallClaims'; claims: number; days: number };

export interface Decision {
  level: DisputeLevel;
  /** Why this level, in the order in which it was found. */
  reasons: LevelReason[];
  /** Ways out; what one costs is null where we do not see it. `isAtMost`: of the whole order, where less may do. */
  remedies: { remedy: Remedy; costFen: number | null; isAtMost: boolean }[];
  /** Of a negotiation; none otherwise. */
  steps: readonly NegotiationStep[];
  /** Who may agree to what is asked for; null where the amount is not known, or nobody is asked. */
  mayAgree: Authority | null;
  /** What a manager has to look at first; null where nothing was found. */
  toManager: DisputeRules['toManager'][number] | null;
  /** Small claims of this buyer within the days that count, this one left out. */
  smallClaims: number;
}

/** @param now epoch ms */
export function decide(
  dispute: Dispute,
  history: DisputeHistory,
  terms: DisputeTerms,
  rules: DisputeRules,
  now: number,
): Decision {
  const { amountFen, labelId, hasGoods: isThere } = dispute;
  const smallClaims = smallClaimsOf(history, rules, now);
  const toManager =
    rules.toManager.find(
      ({ words, labels }) => words.some((word) => dispute.words.includes(word)) || labels.includes(labelId ?? ''),
    ) ?? null;
  const { level, reasons } =
    dispute.isOwnWish && toManager === null
      ? { level: rules.ownWish.level, reasons: [{ because: 'ownWish' } as const] }
      : levelOf(dispute, smallClaims, rules);
  return {
    level,
    reasons,
    remedies: (isThere ? level.remedies : level.remediesWithoutGoods).map((id) => {
      const remedy = rules.remedies.find((each) => each.id === id)!;
      return { remedy, costFen: costOf(remedy, amountFen, terms), isAtMost: isAtMost(remedy, terms) };
    }),
    steps: level.id === 'negotiate' ? rules.steps : [],
    mayAgree:
      amountFen === null || level.id === 'ownWish'
        ? null
        : authorityFor(amountFen, terms.authorityFen ?? rules.authorityFen),
    toManager,
    smallClaims,
  };
}

function levelOf(
  { amountFen, labelId }: Dispute,
  smallClaims: number,
  { levels, negotiatedLabels, abuse }: DisputeRules,
): Pick<Decision, 'level' | 'reasons'> {
  const levelBy = (id: DisputeLevel['id']) => levels.find((level) => level.id === id)!;
  if (labelId !== null && negotiatedLabels.includes(labelId))
    return { level: levelBy('negotiate'), reasons: [{ because: 'label', labelId }] };
  // Nobody refunds at once what nobody knows.
  if (amountFen === null) return { level: levelBy('standard'), reasons: [{ because: 'unknownAmount' }] };
  const byAmount = levels.find(({ upToFen }) => upToFen === null || amountFen <= upToFen)!;
  const reasons: LevelReason[] = [{ because: 'amount', amountFen }];
  if (byAmount.id === 'instant' && smallClaims >= abuse.claims)
    return {
      level: levelBy('standard'),
      reasons: [...reasons, { because: 'smallClaims', claims: smallClaims, days: abuse.days }],
    };
  return { level: byAmount, reasons };
}

/**
 * Whether the buyer just does not want it any more.
 * @param type the platform's word for the case; null where it has none
 * @param reason as the buyer chose it, of a case that is nobody's fault
 */
export function isOwnWish(
  { type, reason }: { type: string | null; reason: string | null },
  { ownWish }: DisputeRules,
): boolean {
  const asksForMore = type !== null && ownWish.unlessTypes.includes(type);
  return !asksForMore && !ownWish.unless.some((word) => reason?.includes(word));
}

/**
 * Whether the buyer has what was sent, as far as the case, its reason or the order tells; the order last, which may have been seen long ago.
 * @param type the platform's word for the case; null where it has none
 */
export function hasGoods(
  { type, labelId, orderStatus }: { type: string | null; labelId: string | null; orderStatus: OrderStatus | null },
  { goods }: DisputeRules,
): boolean {
  if (type !== null && goods.typesWith.includes(type)) return true;
  if (type !== null && goods.typesWithout.includes(type)) return false;
  if (labelId !== null) return !goods.labelsWithout.includes(labelId);
  return orderStatus === null || !goods.orderStatusesWithout.includes(orderStatus);
}

/** Claims of which no amount is known count: the quick way is for who seldom asks. */
function smallClaimsOf({ claims }: DisputeHistory, { levels, abuse }: DisputeRules, now: number): number {
  const small = levels.find(({ id }) => id === 'instant')!.upToFen!;
  const since = now - abuse.days * DAY_MS;
  return claims.filter(({ at, amountFen }) => at >= since && (amountFen ?? 0) <= small).length;
}

function costOf({ cost }: Remedy, amountFen: number | null, { goodsFen, freightFen }: DisputeTerms): number | null {
  switch (cost) {
    case 'claim':
      return amountFen;
    case 'goods':
      return goodsFen === null || freightFen.out === null ? null : goodsFen + freightFen.out;
    case 'freight':
      return freightFen.back;
    case 'nothing':
      return null;
    default:
      // Of an agreement nobody knows before, but it is never more than what is asked for.
      return amountFen;
  }
}

function isAtMost({ cost }: Remedy, { isOfSeveral }: DisputeTerms): boolean {
  return cost === 'agreed' || (cost === 'goods' && isOfSeveral);
}

function authorityFor(amountFen: number, authorityFen: DisputeRules['authorityFen']): Authority {
  if (amountFen <= authorityFen.staff) return 'staff';
  return amountFen <= authorityFen.manager ? 'manager' : 'owner';
}

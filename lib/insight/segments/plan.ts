/**
 * A segment as comparisons that can be held against numbers. What is not known passes no comparison, and neither its
 * opposite: 非 is moved inwards, where it turns each comparison round (非 客单>100 is 客单<=100, which an unknown 客单 fails,
 * too). This is Kleene's strong three-valued logic, of which only "true" is let in.
 */
import type { Condition as Comparison } from '../tiers/clause.ts';
import type { SegmentTier, Vocabulary } from './lexicon.ts';
import type { Segment } from './segment.ts';

export type Plan =
  | { kind: 'comparison'; comparison: Comparison }
  | { kind: 'all' | 'any'; of: readonly Plan[] }
  /** Whether somebody put the tag on; without one a customer is known not to have it. */
  | { kind: 'tag'; tag: string; isNot: boolean }
  /** In when none of the parts is: the one place where "not known" counts as "not so". */
  | { kind: 'none'; of: readonly Plan[] };

/** Nobody is in it, and everybody. */
const nobody: Plan = { kind: 'any', of: [] };
const everybody: Plan = { kind: 'all', of: [] };

/**
 * @param vocabulary with the tiers that the line was read with; of one that is gone, nobody is
 */
export function planOf(segment: Segment, vocabulary: Pick<Vocabulary, 'tiers' | 'conditions'>, isNot = false): Plan {
  switch (segment.kind) {
    case 'clause':
      return allOf([segment.clause], isNot);
    case 'range': {
      const { metric, low, high } = segment;
      const ends: Comparison[] = [
        { metric, is: '>=', value: low },
        { metric, is: '<=', value: high },
      ];
      return allOf(ends, isNot);
    }
    case 'tier': {
      const tier = vocabulary.tiers.find(({ id }) => id === segment.tier);
      return tier ? allOf(tier.all, isNot) : nobody;
    }
    case 'condition': {
      const condition = vocabulary.conditions.find(({ id }) => id === segment.condition);
      return condition ? allOf(condition.all, isNot) : nobody;
    }
    case 'ownTier':
      return ownTierPlan(segment.tier, vocabulary.tiers, isNot);
    case 'tag':
      return { kind: 'tag', tag: segment.tag, isNot };
    case 'not':
      return planOf(segment.of, vocabulary, !isNot);
    default:
      return {
        kind: isNot === (segment.kind === 'all') ? 'any' : 'all',
        of: segment.of.map((part) => planOf(part, vocabulary, isNot)),
      };
  }
}

/**
 * A customer's own tier is the first that they are seen to pass, as on their badge. It is surely not theirs when they surely
 * fail it, or pass one that comes before.
 */
function ownTierPlan(id: string, tiers: readonly SegmentTier[], isNot: boolean): Plan {
  const at = tiers.findIndex((tier) => tier.id === id);
  if (at < 0) return nobody;
  const before = tiers.slice(0, at).map(({ all }) => allOf(all, false));
  const own = allOf(tiers[at]!.all, isNot);
  return isNot ? { kind: 'any', of: [own, ...before] } : { kind: 'all', of: [own, { kind: 'none', of: before }] };
}

function allOf(clauses: readonly Comparison[], isNot: boolean): Plan {
  const of = clauses.map((clause) =>
    isNot ? opposite(clause) : ({ kind: 'comparison', comparison: clause } as const),
  );
  return of.length === 1 ? of[0]! : of.length === 0 && !isNot ? everybody : { kind: isNot ? 'any' : 'all', of };
}

const opposites = { '>=': '<', '<=': '>', '>': '<=', '<': '>=' } as const;

function opposite({ metric, is, value }: Comparison): Plan {
  const turned = is === '=' ? (['<', '>'] as const) : [opposites[is]];
  const of = turned.map((other): Plan => ({ kind: 'comparison', comparison: { metric, is: other, value } }));
  return of.length === 1 ? of[0]! : { kind: 'any', of };
}

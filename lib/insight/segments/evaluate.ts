/** Who is in a segment: of all customers at once, as a column of ones and zeros, and of one with the reasons. */
import type { Metrics } from '../metrics.ts';
import { check, type Condition as Comparison, type Evidence } from '../tiers/clause.ts';
import { passColumn, type Columns } from '../tiers/tier-columns.ts';
import { tagKey } from '../../model/tag.ts';
import type { Vocabulary } from './lexicon.ts';
import { planOf, type Plan } from './plan.ts';
import type { Segment } from './segment.ts';

/** The numbers of customers, and who has which tag. */
export interface SegmentColumns extends Columns {
  /** 1 for every row with the tag, else 0, not to be written to; null while nobody can read them. Left out where nobody put any on. */
  tagged?(tag: string): Uint8Array | null;
}

/** @returns for each row 1 or 0; what is not known passes nothing, and nor does its 非 */
export function compileSegment(
  segment: Segment,
  vocabulary: Pick<Vocabulary, 'tiers' | 'conditions'>,
): (columns: SegmentColumns) => Uint8Array {
  const plan = planOf(segment, vocabulary);
  return (columns) => maskOf(plan, columns);
}

/** How many rows are in. */
export function count(mask: Uint8Array): number {
  let rows = 0;
  for (let row = 0; row < mask.length; row += 1) rows += mask[row]!;
  return rows;
}

/** A comparison of a segment, held against one customer's number. */
export interface Finding {
  comparison: Comparison;
  /** Null when not known. */
  actual: number | null;
  passes: boolean;
}

export interface Explanation {
  isIn: boolean;
  /** Every comparison once, those within 非 turned round, in the order of the line. */
  findings: Finding[];
  /** The comparisons that let the customer in; empty for who is not in. */
  evidence: Evidence[];
}

/** Why one customer is in the segment or is not. @param tags those that the customer has */
export function explainRow(
  segment: Segment,
  vocabulary: Pick<Vocabulary, 'tiers' | 'conditions'>,
  metrics: Metrics,
  tags: readonly string[] = [],
): Explanation {
  const plan = planOf(segment, vocabulary);
  const evidence = evidenceOf(plan, metrics, new Set(tags.map(tagKey)));
  return {
    isIn: evidence !== null,
    findings: withoutTwins(findingsOf(plan, metrics)),
    evidence: withoutTwins(evidence ?? []),
  };
}

/** A mask of one's own, free to be changed. */
function maskOf(plan: Plan, columns: SegmentColumns): Uint8Array {
  if (plan.kind === 'comparison') return passColumn(columns, [plan.comparison]);
  if (plan.kind === 'tag') {
    const known = columns.tagged?.(plan.tag);
    const mask = known?.slice() ?? new Uint8Array(columns.size);
    return plan.isNot && known !== null ? opposite(mask) : mask;
  }
  if (plan.kind === 'all') {
    const comparisons = plan.of.flatMap((part) => (part.kind === 'comparison' ? [part.comparison] : []));
    const mask = passColumn(columns, comparisons);
    for (const part of plan.of) if (part.kind !== 'comparison') keepBoth(mask, maskOf(part, columns));
    return mask;
  }
  const mask = new Uint8Array(columns.size);
  for (const part of plan.of) keepEither(mask, maskOf(part, columns));
  return plan.kind === 'none' ? opposite(mask) : mask;
}

function opposite(mask: Uint8Array): Uint8Array {
  for (let row = 0; row < mask.length; row += 1) mask[row]! ^= 1;
  return mask;
}

function keepBoth(mask: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < mask.length; row += 1) mask[row]! &= other[row]!;
}

function keepEither(mask: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < mask.length; row += 1) mask[row]! |= other[row]!;
}

/** @returns null for who is not in */
function evidenceOf(plan: Plan, metrics: Metrics, tagKeys: ReadonlySet<string>): Evidence[] | null {
  if (plan.kind === 'comparison') return check([plan.comparison], metrics);
  if (plan.kind === 'tag') return tagKeys.has(tagKey(plan.tag)) === plan.isNot ? null : [];
  const parts = plan.of.map((part) => evidenceOf(part, metrics, tagKeys));
  const passed = parts.filter((part) => part !== null);
  if (plan.kind === 'none') return passed.length === 0 ? [] : null;
  const isIn = plan.kind === 'all' ? passed.length === parts.length : passed.length > 0;
  return isIn ? passed.flat() : null;
}

function findingsOf(plan: Plan, metrics: Metrics): Finding[] {
  if (plan.kind === 'tag') return [];
  if (plan.kind !== 'comparison') return plan.of.flatMap((part) => findingsOf(part, metrics));
  const { comparison } = plan;
  return [{ comparison, actual: metrics[comparison.metric], passes: check([comparison], metrics) !== null }];
}

/** Two tiers may draw the same line. */
function withoutTwins<T extends object>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

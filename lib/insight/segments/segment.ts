/** What a line of the segment language says, as a tree. Numbers are in the units of metrics: days, fen, percent. */
import type { MetricName } from '../metrics.ts';
import type { Clause } from '../tiers/clause-schema.ts';

export type Segment =
  | { kind: 'clause'; clause: Clause }
  /** Both ends belong to it. */
  | { kind: 'range'; metric: MetricName; low: number; high: number }
  /** The tier's line is passed, whether or not another tier comes before it. */
  | { kind: 'tier'; tier: string }
  /** The customer's own tier: the first that they pass. */
  | { kind: 'ownTier'; tier: string }
  /** Of those whom somebody put this tag on. */
  | { kind: 'tag'; tag: string }
  /** A word that stands for clauses, such as 售后中. */
  | { kind: 'condition'; condition: string }
  | { kind: 'not'; of: Segment }
  /** Two parts at least. */
  | { kind: 'all' | 'any'; of: Segment[] };

/** Why a line cannot be read, and where: the characters from `start` up to `end`. */
export interface SegmentError {
  code: SegmentErrorCode;
  start: number;
  end: number;
  /** What stands there; empty at the end of the line. */
  found: string;
  expected: Expected;
  /** Texts to put there instead, the likeliest first. */
  suggestions: string[];
}

export type SegmentErrorCode =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'unknownWord'
  | 'missingCondition'
  | 'missingComparison'
  | 'missingValue'
  | 'missingConnective'
  | 'missingTier'
  | 'missingTag'
  | 'wrongUnit'
  | 'outOfBounds'
  | 'reversedRange'
  | 'unclosedParenthesis'
  | 'unopenedParenthesis';

/** What would have been right at the place of an error. */
export type Expected =
  | 'shorterLine'
  | 'condition'
  | 'comparison'
  | 'value'
  | 'unit'
  | 'connective'
  | 'tier'
  | 'tag'
  | 'closing';

export type Reading<T> = { ok: true; value: T } | { ok: false; error: SegmentError };

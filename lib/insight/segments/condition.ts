/** Reads one condition: a metric with its comparison (上次>30天, 次数2次以上, 上次30~60天), a tier, or a word such as 勿扰. */
import type { MetricName } from '../metrics.ts';
import { isError, type Cursor } from './cursor.ts';
import { conditionWordings, tierWordings, wordsOf } from './names.ts';
import { nearestWords } from './nearest.ts';
import type { Segment, SegmentError } from './segment.ts';
import type { Token } from './tokens.ts';
import { readAmount, valueIn, type Amount } from './amount.ts';
import type { ComparisonSign } from './vocabulary-schema.ts';

export function readCondition(cursor: Cursor): Segment | SegmentError {
  const token = cursor.peek();
  const { vocabulary } = cursor.lexicon;
  if (cursor.takes('tag')) return readTag(cursor, token!);
  if (token === undefined) return cursor.error('missingCondition', 'condition');
  const next = cursor.peek(1);
  // 客单价格: a word that goes on where it should end is another word.
  const runsOn = next?.kind === 'unknown' && next.start === token.end;
  if (token.kind === 'unknown' || runsOn) {
    const place = { start: token.start, end: runsOn ? next.end : token.end };
    const nearest = nearestWords(cursor.textOf(place), conditionWordings(vocabulary));
    return cursor.error('unknownWord', 'condition', nearest, place);
  }
  const metric = cursor.sees('metric');
  const word = cursor.sees('condition');
  const tier = cursor.sees('tier');
  if (metric && (!word || beginsComparison(cursor))) {
    cursor.skip();
    return readComparison(cursor, metric.metric);
  }
  if (cursor.takes('ownTier')) return readOwnTier(cursor);
  if (!word && !tier) return cursor.error('missingCondition', 'condition');
  cursor.skip();
  while (cursor.takes('filler'));
  return word ? { kind: 'condition', condition: word.condition } : { kind: 'tier', tier: tier!.tier };
}

/** 到期 alone is a condition of its own, `到期<3天` one over a metric. */
function beginsComparison(cursor: Cursor): boolean {
  const kinds = ['comparison', 'amount', 'range'] as const;
  return cursor.peek(1)?.kind === 'number' || kinds.some((kind) => cursor.sees(kind, 1) !== undefined);
}

/** What stands apart from `标签:` is no tag. */
function readTag(cursor: Cursor, { end }: Token): Segment | SegmentError {
  const token = cursor.peek();
  if (token?.kind !== 'unknown' || token.start !== end) return cursor.error('missingTag', 'tag');
  cursor.skip();
  return { kind: 'tag', tag: cursor.textOf(token) };
}

function readOwnTier(cursor: Cursor): Segment | SegmentError {
  const is = cursor.sees('comparison')?.is;
  if (is !== '=' && is !== '!=') return cursor.error('missingComparison', 'comparison', ['=']);
  cursor.skip();
  const token = cursor.peek();
  const tier = cursor.takes('tier');
  if (!tier) {
    const found = token ? cursor.textOf(token) : '';
    return cursor.error('missingTier', 'tier', nearestWords(found, tierWordings(cursor.lexicon.vocabulary)));
  }
  while (cursor.takes('filler'));
  return unless(is === '!=', { kind: 'ownTier', tier: tier.tier });
}

function readComparison(cursor: Cursor, metric: MetricName): Segment | SegmentError {
  const sign = cursor.takes('comparison')?.is ?? null;
  const begin = cursor.peek();
  const first = readAmount(cursor, sign === null);
  if (isError(first)) return first;
  if ((sign === null || sign === '=' || sign === '!=') && cursor.sees('range')) {
    cursor.skip();
    const second = readAmount(cursor, false);
    if (isError(second)) return second;
    const range = rangeOf(cursor, metric, first, second, begin!);
    return isError(range) ? range : unless(sign === '!=', range);
  }
  const is = readSuffix(cursor, sign);
  if (is === null) {
    const place = { start: begin!.start, end: first.end };
    const text = cursor.textOf(place);
    return cursor.error('missingComparison', 'comparison', [`>=${text}`, `<=${text}`, `=${text}`], place);
  }
  const value = valueIn(cursor, metric, first, null);
  if (typeof value === 'object') return value;
  const clause = { metric, is: is === '!=' ? ('=' as const) : is, value };
  return unless(is === '!=', { kind: 'clause', clause });
}

/** 超过30天以上 says the same twice; where the two disagree, the second is left to be an error. */
function readSuffix(cursor: Cursor, sign: ComparisonSign | null): ComparisonSign | null {
  const suffix = cursor.sees('suffix')?.is;
  if (suffix === undefined || (sign !== null && !sign.startsWith(suffix[0]!))) return sign;
  cursor.skip();
  return sign ?? suffix;
}

function rangeOf(
  cursor: Cursor,
  metric: MetricName,
  first: Amount,
  second: Amount,
  begin: Token,
): Segment | SegmentError {
  // 1~3个月: the unit of the second is that of the first.
  const low = valueIn(cursor, metric, first, second);
  const high = valueIn(cursor, metric, second, null);
  if (typeof low === 'object') return low;
  if (typeof high === 'object') return high;
  if (low > high) {
    const unit = wordsOf(metric, cursor.lexicon.vocabulary).unit === 'flag' ? '' : cursor.textOf(second.unitPlace);
    const swapped = `${second.text}${first.unit ? unit : ''}~${first.text}${first.unit ? cursor.textOf(first.unitPlace) : unit}`;
    return cursor.error('reversedRange', 'value', [swapped], { start: begin.start, end: second.end });
  }
  while (cursor.takes('rangeEnd'));
  return { kind: 'range', metric, low, high };
}

function unless(isNot: boolean, of: Segment): Segment {
  return isNot ? { kind: 'not', of } : of;
}

/** Reads a value with its unit, 两个月 or 1.5万元, and turns it into the unit of a metric. */
import { MAX_FEN } from '../../model/money.ts';
import type { MetricName } from '../metrics.ts';
import type { Cursor } from './cursor.ts';
import { wordsOf } from './names.ts';
import type { SegmentError } from './segment.ts';
import type { Token } from './tokens.ts';
import type { MetricUnit, SegmentWords } from './vocabulary-schema.ts';

type Place = Pick<Token, 'start' | 'end'>;

export interface Amount {
  value: number;
  /** What one of the written unit is of each unit of metrics; null without a unit. */
  unit: SegmentWords['units'][number]['of'] | null;
  /** Where the unit stands; empty without one. */
  unitPlace: Place;
  /** The number as it was written, without its unit. */
  text: string;
  start: number;
  end: number;
}

/** @param isFirst nothing but the metric was read: a comparison would have been right as well */
export function readAmount(cursor: Cursor, isFirst: boolean): Amount | SegmentError {
  const start = cursor.peek()?.start ?? cursor.line.length;
  const isNegative = cursor.line[start] === '-' && cursor.sees('range') !== undefined;
  const ahead = isNegative ? 1 : 0;
  const number = cursor.peek(ahead);
  const amount = cursor.sees('amount', ahead);
  if (number === undefined || (number.kind !== 'number' && !amount))
    return isFirst
      ? cursor.error('missingComparison', 'comparison', Object.keys(cursor.lexicon.vocabulary.words.comparisons))
      : cursor.error('missingValue', 'value');
  for (let skipped = 0; skipped <= ahead; skipped += 1) cursor.skip();
  const size = amount ? amount.value : number.value;
  const read = { value: isNegative ? -size : size, text: cursor.textOf({ start, end: number.end }), start };
  if (amount) {
    const unitPlace = { start: number.end, end: number.end };
    return { ...read, unit: { [amount.unit]: 1 }, unitPlace, end: number.end };
  }
  const place = cursor.peek();
  const unit = cursor.takes('unit');
  const unitPlace = unit ? place! : { start: number.end, end: number.end };
  return { ...read, unit: unit?.of ?? null, unitPlace, end: unitPlace.end };
}

/** @param other whose unit is meant when the amount has none */
export function valueIn(
  cursor: Cursor,
  metric: MetricName,
  amount: Amount,
  other: Amount | null,
): number | SegmentError {
  const { vocabulary } = cursor.lexicon;
  const { unit } = wordsOf(metric, vocabulary);
  const own = amount.unit ?? other?.unit ?? null;
  const times = own === null ? timesWithout(unit) : own[unit];
  if (times === undefined) {
    const place = amount.unit ? amount.unitPlace : other!.unitPlace;
    const suggestions = vocabulary.words.written[unit] === '' ? [] : [vocabulary.words.written[unit]];
    const whole = place.start === place.end ? { start: amount.start, end: amount.end } : place;
    return cursor.error('wrongUnit', 'unit', suggestions, whole);
  }
  const value = unit === 'fen' ? Math.round(amount.value * times) : Number((amount.value * times).toPrecision(15));
  // A number too long to be held is Infinity here.
  return Math.abs(value) <= MAX_FEN ? value + 0 : cursor.error('outOfBounds', 'value', [], amount);
}

/** Amounts of money without a unit are yuan. */
function timesWithout(unit: MetricUnit): number {
  return unit === 'fen' ? 100 : 1;
}

/** A shop by spans of days, such as months: who bought, who of them for the first time, and for how much. */
import type { Span } from '../coverage.ts';
import type { Reading } from '../measures/reading.ts';
import { firstDayOf, monthOf } from './cohorts.ts';

export interface SpanFigures {
  /** Customers with a purchase in it. */
  buyers: number;
  /** Of these, whose first purchase was in it. */
  newBuyers: number;
  /** Days on which a customer bought, as everywhere: several orders of a day are one. */
  purchases: number;
  /** Net of refunds; of those purchases whose amount is known. */
  salesFen: number;
  unknownAmounts: number;
}

export interface MonthFigures extends SpanFigures {
  /** Months since January 1970. */
  month: number;
}

/** @returns the newest months up to the day of reading, oldest first */
export function monthFigures(reading: Reading, months: number): MonthFigures[] {
  const last = monthOf(reading.context.asOfDay);
  const numbers = Array.from({ length: months }, (_, at) => last - months + 1 + at);
  const figures = spanFigures(
    reading,
    numbers.map((month) => [firstDayOf(month), firstDayOf(month + 1) - 1]),
  );
  return numbers.map((month, at) => ({ month, ...figures[at]! }));
}

/** @param spans of Shanghai days, one after the other, the first one first @returns one for each */
export function spanFigures({ size, ends, ledger }: Reading, spans: readonly Span[]): SpanFigures[] {
  const figures = spans.map((): SpanFigures => ({
    buyers: 0,
    newBuyers: 0,
    purchases: 0,
    salesFen: 0,
    unknownAmounts: 0,
  }));
  const firstDay = spans[0]?.[0] ?? Infinity;
  const placeOfDay = spans.flatMap(([from, to], place) => Array.from({ length: to - from + 1 }, () => place));
  for (let row = 0; row < size; row += 1) {
    const start = ledger.offsets[row]!;
    let counted = -1;
    for (let at = start; at < ends[row]!; at += 1) {
      const place = placeOfDay[ledger.days[at]! - firstDay];
      if (place === undefined) continue;
      const span = figures[place]!;
      if (place !== counted) span.buyers += 1;
      if (at === start) span.newBuyers += 1;
      counted = place;
      span.purchases += 1;
      const amountFen = ledger.amountsFen[at]!;
      if (Number.isNaN(amountFen)) span.unknownAmounts += 1;
      else span.salesFen += amountFen;
    }
  }
  return figures;
}

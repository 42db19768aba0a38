/** A shop month by month: who bought, who of them for the first time, and for how much. */
import type { Reading } from '../measures/reading.ts';
import { firstDayOf, monthOf } from './cohorts.ts';

export interface MonthFigures {
  /** Months since January 1970. */
  month: number;
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

/** @returns the newest months up to the day of reading, oldest first */
export function monthFigures({ size, ends, ledger, context }: Reading, months: number): MonthFigures[] {
  const firstMonth = monthOf(context.asOfDay) - months + 1;
  const firstDay = Math.max(0, firstDayOf(firstMonth));
  const placeOfDay = Uint8Array.from(
    { length: context.asOfDay - firstDay + 1 },
    (_, at) => monthOf(firstDay + at) - firstMonth,
  );
  const figures = Array.from({ length: months }, (_, at): MonthFigures => ({
    month: firstMonth + at,
    buyers: 0,
    newBuyers: 0,
    purchases: 0,
    salesFen: 0,
    unknownAmounts: 0,
  }));
  for (let row = 0; row < size; row += 1) {
    const start = ledger.offsets[row]!;
    let counted = -1;
    for (let at = start; at < ends[row]!; at += 1) {
      const day = ledger.days[at]!;
      if (day < firstDay) continue;
      const place = placeOfDay[day - firstDay]!;
      const month = figures[place]!;
      if (place !== counted) month.buyers += 1;
      if (at === start) month.newBuyers += 1;
      counted = place;
      month.purchases += 1;
      const amountFen = ledger.amountsFen[at]!;
      if (Number.isNaN(amountFen)) month.unknownAmounts += 1;
      else month.salesFen += amountFen;
    }
  }
  return figures;
}

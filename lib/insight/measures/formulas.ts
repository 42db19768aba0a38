/** How each metric follows from a ledger and a day. One function per metric, one number per row, NaN for not known. */
import { orderStages, type OrderStage } from '../../model/profile.ts';
import { ledgerFlags, rowOf, type Ledger } from '../ledger/ledger.ts';
import type { MetricName } from '../metrics.ts';
import { cycles, WAKE_BEFORE_DAYS } from './cycles.ts';
import type { HandDates, Outlook, Reading } from './reading.ts';
import { anniversaryCounter, daysUntil } from './yearly.ts';

type Formula = (reading: Reading) => Float64Array;

export const formulas: Readonly<Record<MetricName, Formula>> = {
  purchaseCount: perRow((_, start, end) => end - start),
  purchases30d: bought(0, 30),
  purchases90d: bought(0, 90),
  purchasesBefore90d: bought(90, 180),
  purchases180d: bought(0, 180),
  purchases365d: bought(0, 365),
  frequentMonths: (reading) => {
    const months = [bought(0, 30), bought(30, 60), bought(60, 90)].map((count) => count(reading));
    return derived(reading, (row) => months.filter((count) => count[row]! >= 2).length);
  },

  recencyDays: perBuyer(({ ledger, context }, _, end) => context.asOfDay - ledger.days[end - 1]!),
  daysSinceFirst: perBuyer(({ ledger, context }, start) => context.asOfDay - ledger.days[start]!),
  lastGapDays: perRow(({ ledger: { days } }, start, end) =>
    end - start < 2 ? Number.NaN : days[end - 1]! - days[end - 2]!,
  ),

  // One amount that is not known makes the sum unknown: a part passed off as the whole would be too low.
  netSpendFen: perRow(({ ledger }, start, end) => sumOf(ledger, start, end)),
  spend365dFen: perRow(({ ledger, context }, start, end) =>
    sumOf(ledger, firstAfter(ledger, start, end, context.asOfDay - 365), end),
  ),
  averageFen: perRow(({ ledger }, start, end) => averageOf(ledger, start, end)),
  averageRatio: (reading) => {
    const usual = reading.context.benchmarks?.medianAverageFen;
    const average = reading.column('averageFen');
    return derived(reading, (row) => (usual ? average[row]! / usual : Number.NaN));
  },
  average90dFen: perRow(({ ledger, context }, start, end) =>
    averageOf(ledger, firstAfter(ledger, start, end, context.asOfDay - 90), end),
  ),
  averageBefore90dFen: perRow(({ ledger, context }, start, end) =>
    averageOf(ledger, start, firstAfter(ledger, start, end, context.asOfDay - 90)),
  ),

  cycleDays: (reading) => cycles(reading).days,
  recencyCycles: (reading) => {
    const recency = reading.column('recencyDays');
    const cycle = reading.column('cycleDays');
    return derived(reading, (row) => recency[row]! / cycle[row]!);
  },
  dueInDays: (reading) => {
    const recency = reading.column('recencyDays');
    const cycle = reading.column('cycleDays');
    return derived(reading, (row) => cycle[row]! - WAKE_BEFORE_DAYS - recency[row]!);
  },
  supplyLeftDays: perBuyer(({ ledger, context }, _, end, row) => {
    const lasts = end === ledger.offsets[row + 1]! ? ledger.supplyDays[row]! : 0;
    return lasts === 0 ? Number.NaN : ledger.days[end - 1]! + lasts - context.asOfDay;
  }),

  waitingDays: ofNewestOrder('paid', ({ ledger, context }, end) => context.asOfDay - ledger.days[end - 1]!),
  shippedSeenDays: ofNewestOrder('shipped', sinceStageSeen),
  doneSeenDays: ofNewestOrder('completed', sinceStageSeen),
  // No page tells when a parcel was signed for. On its way it was not; of what no status is known the purchase stands in.
  afterSignDays: (reading) => {
    const done = reading.column('doneSeenDays');
    const recency = reading.column('recencyDays');
    return derived(reading, (row) => (reading.ledger.stages[row] === 0 ? recency[row]! : done[row]!));
  },

  anniversaryInDays: (reading) => {
    const until = anniversaryCounter(reading.context.asOfDay);
    return perBuyer(({ ledger }, start) => until(ledger.days[start]!))(reading);
  },
  birthdayInDays: written(({ birthdays, today }) => birthdays.map(([id, date]) => [id, daysUntil(date, today)])),
  pointsLeftDays: written(({ pointsExpiry, today }) => pointsExpiry.map(([id, day]) => [id, day - today])),
  levelGapFen: (reading) => {
    const spend = reading.column('netSpendFen');
    const levels = reading.context.levelsFen ?? [];
    return derived(reading, (row) => (levels.find((fromFen) => fromFen > spend[row]!) ?? Number.NaN) - spend[row]!);
  },

  lastPieces: perBuyer(({ ledger }, _, end) => ledger.pieces[end - 1]! || Number.NaN),
  mostPieces: perBuyer(({ ledger }, start, end) => {
    let most = 0;
    for (let at = start; at < end; at += 1) most = Math.max(most, ledger.pieces[at]!);
    return most || Number.NaN;
  }),

  orderCount: perRow(({ ledger }, _, __, row) => ledger.orderCounts[row]!),
  cancelledOrders: perRow(({ ledger }, _, __, row) => ledger.cancelledCounts[row]!),
  refundedOrders: perRow(({ ledger }, _, __, row) => ledger.refundedCounts[row]!),
  refundRecencyDays: perRow(({ ledger, context }, _, __, row) => {
    const day = ledger.lastRefundDays[row]!;
    return day === 0 || day > context.asOfDay ? Number.NaN : context.asOfDay - day;
  }),
  openAfterSales: perRow(({ ledger }, _, __, row) => ledger.openAfterSales[row]!),
  doNotDisturb: perRow(({ ledger }, _, __, row) => ledger.flags[row]! & ledgerFlags.doNotDisturb),

  returnPercent: fromOutlook((outlook, row) => 100 * outlook.returnProbability[row]!),
  health: fromOutlook((outlook, row) => outlook.health[row]!),
  expectedSpendFen: fromOutlook((outlook, row) => outlook.expectedSpendFen[row]!),
};

/** @param value of the purchases from `start` up to `end` */
function perRow(value: (reading: Reading, start: number, end: number, row: number) => number): Formula {
  return (reading) => {
    const { ledger, ends, size } = reading;
    const column = new Float64Array(size);
    for (let row = 0; row < size; row += 1) column[row] = value(reading, ledger.offsets[row]!, ends[row]!, row);
    return column;
  };
}

/** Not known of a customer without a purchase. */
function perBuyer(value: (reading: Reading, start: number, end: number, row: number) => number): Formula {
  return perRow((reading, start, end, row) => (end === start ? Number.NaN : value(reading, start, end, row)));
}

/** Known while the newest order stands so, and no later purchase is left out of the reading. */
function ofNewestOrder(stage: OrderStage, value: (reading: Reading, end: number, row: number) => number): Formula {
  const number = orderStages.indexOf(stage) + 1;
  return perBuyer((reading, _, end, row) => {
    const { ledger } = reading;
    return ledger.stages[row] === number && end === ledger.offsets[row + 1]! ? value(reading, end, row) : Number.NaN;
  });
}

function sinceStageSeen({ ledger, context }: Reading, _: number, row: number): number {
  const day = ledger.stageDays[row]!;
  return day === 0 || day > context.asOfDay ? Number.NaN : context.asOfDay - day;
}

/** Of the few customers of whom somebody wrote something down. */
function written(values: (dates: HandDates) => (readonly [customerId: string, value: number])[]): Formula {
  return ({ ledger, size, context: { handDates } }) => {
    const column = new Float64Array(size).fill(Number.NaN);
    for (const [customerId, value] of handDates ? values(handDates) : []) {
      const row = rowOf(ledger, customerId);
      if (row >= 0) column[row] = value;
    }
    return column;
  };
}

function derived({ size }: Reading, value: (row: number) => number): Float64Array {
  const column = new Float64Array(size);
  for (let row = 0; row < size; row += 1) column[row] = value(row);
  return column;
}

function fromOutlook(value: (outlook: Outlook, row: number) => number): Formula {
  return (reading) => {
    const { outlook } = reading;
    return derived(reading, (row) => (outlook ? value(outlook, row) : Number.NaN));
  };
}

/** Purchases of the days from `olderDays` (not counted) to `newerDays` ago: 0 to 30 is today and the 29 days before. */
function bought(newerDays: number, olderDays: number): Formula {
  return perRow(({ ledger: { days }, context: { asOfDay } }, start, end) => {
    let count = 0;
    for (let at = end - 1; at >= start && days[at]! > asOfDay - olderDays; at -= 1)
      if (days[at]! <= asOfDay - newerDays) count += 1;
    return count;
  });
}

function firstAfter({ days }: Ledger, start: number, end: number, day: number): number {
  let first = end;
  while (first > start && days[first - 1]! > day) first -= 1;
  return first;
}

function sumOf({ amountsFen }: Ledger, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 1) sum += amountsFen[at]!;
  return sum;
}

/** Over the purchases whose amount is known. */
function averageOf({ amountsFen }: Ledger, start: number, end: number): number {
  let sum = 0;
  let known = 0;
  for (let at = start; at < end; at += 1) {
    const amount = amountsFen[at]!;
    if (Number.isNaN(amount)) continue;
    sum += amount;
    known += 1;
  }
  return known === 0 ? Number.NaN : sum / known;
}

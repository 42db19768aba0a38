/** Simulated shops whose customers behave as a model says, the same for the same seed. */
import { allocate, ID_BYTES, type Ledger } from '../../lib/insight/ledger/ledger.ts';
import { Measures } from '../../lib/insight/measures/measures.ts';
import type { MeasureContext } from '../../lib/insight/measures/reading.ts';

/** The day all simulated shops open. */
export const OPENING_DAY = 20_000;

export interface SimulatedCustomer {
  /** Days of purchase, strictly rising. */
  readonly days: readonly number[];
  /** One per purchase; 100 yuan each if left out. */
  readonly amountsFen?: readonly number[];
}

/** Numbers in [0, 1), Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A customer's id is the number in the list. */
export function ledgerOfCustomers(customers: readonly SimulatedCustomer[]): Ledger {
  const purchases = customers.reduce((sum, { days }) => sum + days.length, 0);
  const ledger = allocate(customers.length, purchases);
  let at = 0;
  for (const [row, { days, amountsFen }] of customers.entries()) {
    new DataView(ledger.ids.buffer).setUint32(row * ID_BYTES, row);
    for (const [index, day] of days.entries()) {
      ledger.days[at] = day;
      ledger.amountsFen[at] = amountsFen?.[index] ?? 10_000;
      ledger.pieces[at] = 1;
      at++;
    }
    ledger.offsets[row + 1] = at;
    ledger.orderCounts[row] = Math.min(days.length, 65_535);
  }
  return ledger;
}

export function readOn(ledger: Ledger, asOfDay: number, outlook: MeasureContext['outlook'] = null): Measures {
  return new Measures(ledger, { asOfDay, benchmarks: null, presetCycleDays: [], outlook });
}

/** Gamma with mean shape / rate (Marsaglia & Tsang 2000). */
export function gamma(random: () => number, shape: number, rate: number): number {
  if (shape < 1) return gamma(random, shape + 1, rate) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export interface World {
  readonly customers: number;
  /** Length of the history; first purchases are spread evenly over `joinDays` from the opening. */
  readonly days: number;
  readonly joinDays: number;
  /** Purchases per week ~ Gamma(r, α); chance to leave after each purchase ~ Beta(a, b). */
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  /** Events per purchase: 1 is Poisson. */
  readonly k?: number;
}

/** A shop whose customers live by MBG/CNBD-k (with k = 1: MBG/NBD); amounts by Gamma-Gamma. */
export function mbgShop(
  seed: number,
  { customers, days, joinDays, r, alpha, a, b, k = 1 }: World,
): SimulatedCustomer[] {
  const random = randomFrom(seed);
  return Array.from({ length: customers }, () => {
    const rate = gamma(random, r, alpha);
    const toLeave = gamma(random, a, 1);
    const dropout = toLeave / (toLeave + gamma(random, b, 1));
    const typicalFen = 20_000 / gamma(random, 4, 1);
    let day = OPENING_DAY + random() * joinDays;
    const bought: number[] = [];
    while (day < OPENING_DAY + days) {
      if (bought.at(-1) !== Math.floor(day)) bought.push(Math.floor(day));
      if (random() < dropout) break;
      day += 7 * gamma(random, k, rate);
    }
    return { days: bought, amountsFen: bought.map(() => Math.max(1, Math.round(gamma(random, 4, 1 / typicalFen)))) };
  });
}

/** Customers who come each `cycleDays`, give or take a tenth; nobody ever leaves. */
export function regularShop(seed: number, customers: number, days: number, cycleDays: number): SimulatedCustomer[] {
  const random = randomFrom(seed);
  return Array.from({ length: customers }, () => {
    const bought: number[] = [];
    let day = OPENING_DAY + random() * cycleDays;
    for (; day < OPENING_DAY + days; day += cycleDays * (1 + 0.1 * normal(random))) {
      if (Math.floor(day) > (bought.at(-1) ?? 0)) bought.push(Math.floor(day));
    }
    return { days: bought };
  });
}

/** Everyone is drawn afresh on each day, most of all in a sale each 30 days: who came before says nothing. */
export function promotionShop(seed: number, customers: number, days: number): SimulatedCustomer[] {
  const random = randomFrom(seed);
  return Array.from({ length: customers }, () => {
    // First purchases early on, so that age tells nothing either.
    const bought = [OPENING_DAY + Math.floor(random() * 30)];
    for (let day = OPENING_DAY + 30; day < OPENING_DAY + days; day++) {
      if (random() < (day % 30 < 2 ? 0.03 : 0.0005)) bought.push(day);
    }
    return { days: bought };
  });
}

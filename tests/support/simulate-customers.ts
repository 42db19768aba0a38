/** Shops of one's own making: customers who buy and leave as the MBG/CNBD-k model says, the same ones for the same seed. */
import type { PurchaseStats } from '../../lib/insight/models/purchase-stats.ts';

export interface ShopModel {
  readonly customers: number;
  readonly seed: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  /** Regularity; 1 is Poisson. */
  readonly k?: number;
  /** First purchases lie 1 to this many weeks back. */
  readonly weeks: number;
}

export interface SimulatedCustomer {
  /** Days from the first purchase to the end of the data. */
  readonly age: number;
  /** Days of the later purchases after the first one, ascending: at most one purchase a day. */
  readonly days: readonly number[];
}

export function simulateCustomers({ customers, seed, r, alpha, a, b, k = 1, weeks }: ShopModel): SimulatedCustomer[] {
  const chance = seededChance(seed);
  return Array.from({ length: customers }, () => {
    const age = Math.round(7 + chance() * 7 * (weeks - 1));
    const rate = drawGamma(r, chance) / alpha;
    const one = drawGamma(a, chance);
    const leaves = one / (one + drawGamma(b, chance));
    const days: number[] = [];
    let time = 0;
    while (chance() >= leaves) {
      time += (7 * drawGamma(k, chance)) / rate;
      const day = Math.ceil(time);
      if (!(day <= age)) break;
      if (day !== days.at(-1)) days.push(day);
    }
    return { age, days };
  });
}

export function simulateShop(model: ShopModel): PurchaseStats {
  return statsOf(simulateCustomers(model));
}

/** What the models see of such customers, in weeks. */
export function statsOf(customers: readonly SimulatedCustomer[]): PurchaseStats {
  return {
    size: customers.length,
    repeatCount: Float64Array.from(customers, ({ days }) => days.length),
    lastPurchaseAge: Float64Array.from(customers, ({ days }) => (days.at(-1) ?? 0) / 7),
    observedAge: Float64Array.from(customers, ({ age }) => age / 7),
    logGapSum: Float64Array.from(customers, ({ days }) =>
      days.reduce((sum, day, index) => sum + Math.log((day - (days[index - 1] ?? 0)) / 7), 0),
    ),
  };
}

/** Numbers in (0, 1), by mulberry32. */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** Marsaglia & Tsang 2000; shapes below one by the power trick. */
export function drawGamma(shape: number, chance: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, chance) * chance() ** (1 / shape);
  const base = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance());
    const cube = (1 + normal / Math.sqrt(9 * base)) ** 3;
    if (cube > 0 && Math.log(chance()) < (normal * normal) / 2 + base * (1 - cube + Math.log(cube))) return base * cube;
  }
}

/** What makes one file's replacements: drawn when the file is made, kept nowhere. */

export interface Secret {
  /** Begins every disguised word. */
  key: readonly [number, number];
  /** Every amount is multiplied by it, so that sums stay sums. */
  factor: number;
  /** Every time moves by it. */
  shiftDays: number;
  /** And by so much less within the day. */
  shiftSeconds: number;
}

/** Primes: what could not be divided by a count cannot be afterwards, and no amount betrays the factor by its last digits. */
const FACTORS = [11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97];
/** More than one year and less than two: neither the year nor the day of the year stays. */
const MIN_SHIFT_DAYS = 400;
const SHIFT_DAYS_RANGE = 300;
const SHIFT_MINUTES_RANGE = 300;

/** @param random three or more whole numbers below 2^32; another `attempt` makes another secret of them */
export function secretOf(random: readonly number[], attempt: number): Secret {
  const [first = 0, second = 0, third = 0] = random;
  const choice = stir(third, attempt + 1);
  return {
    key: [stir(first, attempt), stir(second, attempt)],
    factor: FACTORS[choice % FACTORS.length]!,
    shiftDays: -(MIN_SHIFT_DAYS + (stir(choice, 1) % SHIFT_DAYS_RANGE)),
    shiftSeconds: (1 + (stir(choice, 2) % SHIFT_MINUTES_RANGE)) * 60 + 1 + (stir(choice, 3) % 59),
  };
}

/** Mixes a number into a state, both 32 bits (the finish of MurmurHash3). */
export function stir(state: number, value: number): number {
  let mixed = Math.imul(state ^ Math.imul(value + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Counting tiers again and again while thresholds move: a tier whose line stands is not drawn anew. */
import type { Measures } from '../../insight/measures/measures.ts';
import { passColumn } from '../../insight/tiers/tier-columns.ts';
import type { Tier } from '../../insight/tiers/tier.ts';

/** Of one row in bits. */
const MOST_TIERS = 32;

export class TierCounter {
  readonly #measures: Measures;
  /** Per row: bit `n` is set for one who passes the tier at place `n`. */
  readonly #passed: Uint32Array;
  /** The lines those bits tell, by place. */
  readonly #lines: string[] = [];

  constructor(measures: Measures) {
    this.#measures = measures;
    this.#passed = new Uint32Array(measures.size);
  }

  /**
   * @param tiers in order of precedence, 32 at most, as many at every call
   * @returns `[none, first tier, second tier, …]`, a customer in their own tier only
   */
  count(tiers: readonly Tier[]): Uint32Array {
    if (tiers.length > MOST_TIERS) throw new RangeError(`expected at most ${MOST_TIERS} tiers, found ${tiers.length}`);
    for (const [place, tier] of tiers.entries()) this.#draw(place, tier);
    const passed = this.#passed;
    const counts = new Uint32Array(MOST_TIERS + 1);
    // The lowest bit is the first tier that is passed; without any, the place is 0.
    for (let row = 0; row < passed.length; row += 1) {
      const bits = passed[row]!;
      counts[MOST_TIERS - Math.clz32(bits & -bits)]! += 1;
    }
    return counts.slice(0, tiers.length + 1);
  }

  #draw(place: number, { all }: Tier): void {
    const line = JSON.stringify(all);
    if (this.#lines[place] === line) return;
    this.#lines[place] = line;
    const mask = passColumn(this.#measures, all);
    const passed = this.#passed;
    const others = ~(1 << place);
    for (let row = 0; row < passed.length; row += 1) passed[row] = (passed[row]! & others) | (mask[row]! << place);
  }
}

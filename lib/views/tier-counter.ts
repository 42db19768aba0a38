/** Counting tiers again and again while thresholds move: a tier whose line stands is not drawn anew. */
import type { Measures } from '../insight/measures/measures.ts';
import { countBy, firstOf, passColumn } from '../insight/tiers/tier-columns.ts';
import type { Tier } from '../insight/tiers/tier.ts';

export class TierCounter {
  readonly #measures: Measures;
  /** Tier id -> the line that was drawn last, and who passes it. */
  readonly #drawn = new Map<string, { line: string; mask: Uint8Array }>();

  constructor(measures: Measures) {
    this.#measures = measures;
  }

  /**
   * @param tiers in order of precedence
   * @returns `[none, first tier, second tier, …]`, a customer in their own tier only
   */
  count(tiers: readonly Tier[]): Uint32Array {
    const own = firstOf(
      this.#measures.size,
      tiers.map((tier) => () => this.#maskOf(tier)),
    );
    return countBy(own, tiers.length + 1);
  }

  #maskOf({ id, all }: Tier): Uint8Array {
    const line = JSON.stringify(all);
    const known = this.#drawn.get(id);
    if (known?.line === line) return known.mask;
    const mask = passColumn(this.#measures, all);
    this.#drawn.set(id, { line, mask });
    return mask;
  }
}

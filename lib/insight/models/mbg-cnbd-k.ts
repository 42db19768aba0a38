/** How regular the customers of a shop buy: the choice of k for MBG/CNBD-k, by likelihood. */
import type { Steps } from '../steps.ts';

interface Fitted {
  readonly k: number;
  readonly logLikelihood: number;
  readonly params: readonly number[];
}

/** Steps from k to k + 1 stop at `most`, or where the log-likelihood does not rise by more than `leastRise`. */
export interface Regularity {
  readonly most: number;
  readonly leastRise: number;
}

/** As in the literature: the likelihood decides alone. */
export const byLikelihood: Regularity = { most: 6, leastRise: 0 };
/** With priors on the parameters: a further step must be worth it. */
export const byClearLikelihood: Regularity = { most: 4, leastRise: 2 };

/**
 * Fits k = 1, 2, … and keeps the last one that was better (Reutterer, Platzer & Schröder 2021).
 * @param fit fits one k; `start` are parameters to begin with, null for the model's own
 */
export function* chooseRegularity<T extends Fitted>(
  fit: (k: number, start: readonly number[] | null) => Steps<T>,
  { most, leastRise }: Regularity,
): Steps<T> {
  let best = yield* fit(1, null);
  while (best.k < most) {
    const [r = 1, alpha = 1, a = 1, b = 1] = best.params;
    // The same mean gap with one more event in each.
    const next = yield* fit(best.k + 1, [r, (alpha * best.k) / (best.k + 1), a, b]);
    if (!(next.logLikelihood > best.logLikelihood + leastRise)) break;
    best = next;
  }
  return best;
}

/**
 * What k-regular buying adds to the models with dropout after a purchase: given the rate λ ~ Gamma, the wait since the last
 * purchase is Erlang-k, and it has not ended with probability Σ_{j<k} (λw)^j/j! · e^−λw. Integrated over λ that is the
 * Poisson case times the polynomial P = Σ_{j<k} (R)_j/j! · ζ^j, with R the shape and ζ = wait / (α + age) in [0, 1)
 * (Reutterer, Platzer & Schröder 2021). With k = 1, P is 1.
 */

export interface ErlangTail {
  value: number;
  /** ∂P/∂R. */
  byShape: number;
  /** ζ·∂P/∂ζ. */
  byShare: number;
}

export function emptyTail(): ErlangTail {
  return { value: 1, byShape: 0, byShare: 0 };
}

export function fillErlangTail(shape: number, share: number, k: number, out: ErlangTail): void {
  let term = 1;
  let harmonic = 0;
  out.value = 1;
  out.byShape = 0;
  out.byShare = 0;
  for (let j = 1; j < k; j++) {
    harmonic += 1 / (shape + j - 1);
    term *= ((shape + j - 1) / j) * share;
    out.value += term;
    out.byShape += term * harmonic;
    out.byShare += term * j;
  }
}

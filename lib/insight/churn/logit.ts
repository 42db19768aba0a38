/** Chances and their logits. */

/** No model is trusted beyond one in a million. */
const LEAST_CHANCE = 1e-6;
const LARGEST_LOGIT = Math.log((1 - LEAST_CHANCE) / LEAST_CHANCE);
export function clipProbability(p: number): number {
  return Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, p));
}

export function logit(p: number): number {
  const clipped = clipProbability(p);
  return Math.log(clipped / (1 - clipped));
}

export function clipLogit(value: number): number {
  return Math.min(LARGEST_LOGIT, Math.max(-LARGEST_LOGIT, value));
}

export function sigmoid(value: number): number {
  return value >= 0 ? 1 / (1 + Math.exp(-value)) : Math.exp(value) / (1 + Math.exp(value));
}

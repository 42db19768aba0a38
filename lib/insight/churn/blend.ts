/**
 * Which chance of return is told to the seller: the `average` of the models, what past windows taught (a `logistic`
 * regression on the models and on plain recency and frequency), or the middle of both in logits, `gold`.
 */
import { logisticLogit, type LogisticFit } from './logistic.ts';
import { clipLogit } from './logit.ts';

export type BlendName = 'average' | 'logistic' | 'gold';
export type LogLosses = Readonly<Record<BlendName, number>>;

/** Another score than gold must beat it by this share of its log-loss. */
const CLEARLY_BETTER = 0.01;

/** @param losses of a window that none of the three had seen; null where there was none */
export function chooseBlend(losses: LogLosses | null): BlendName {
  if (losses === null) return 'gold';
  const better = (['average', 'logistic'] as const).filter((name) => losses[name] < losses.gold * (1 - CLEARLY_BETTER));
  return better.toSorted((a, b) => losses[a] - losses[b])[0] ?? 'gold';
}

/** What the logistic regression looks at, in this order; then the models' logits. */
const PLAIN_FEATURES = 5;

export interface History {
  readonly repeatCount: number;
  /** First to last purchase. */
  readonly lastPurchaseDays: number;
  readonly recencyDays: number;
  readonly cycleDays: number;
}

export function featureCount(models: number): number {
  return PLAIN_FEATURES + models;
}

/** Writes one row of inputs at `at`. */
export function fillFeatures(
  out: Float64Array,
  at: number,
  { repeatCount, lastPurchaseDays, recencyDays, cycleDays }: History,
  logits: readonly Float64Array[],
  customer: number,
): void {
  out[at] = Math.log1p(recencyDays);
  out[at + 1] = Math.log1p(repeatCount);
  out[at + 2] = Math.log1p(lastPurchaseDays + recencyDays);
  out[at + 3] = Math.log1p(recencyDays / cycleDays);
  out[at + 4] = repeatCount > 0 ? 1 : 0;
  for (let model = 0; model < logits.length; model++) out[at + PLAIN_FEATURES + model] = logits[model]![customer]!;
}

/** @param logistic of features as filled in by `fillFeatures`, in `inputs` at 0 */
export function blendLogit(name: BlendName, average: number, logistic: LogisticFit, inputs: Float64Array): number {
  if (name === 'average') return average;
  const learnt = clipLogit(logisticLogit(logistic, inputs, 0));
  return name === 'logistic' ? learnt : (learnt + average) / 2;
}

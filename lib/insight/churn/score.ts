/**
 * The chance that a customer comes back within the horizon, as a logit. Once a customer is overdue, further silence is never
 * taken for good news: where the blend says so, the chance stays at the lowest it had since the cycle was over.
 */
import type { Fit } from '../models/fit.ts';
import { groupCustomers, type Grouped } from '../models/group.ts';
import type { PurchaseStats } from '../models/purchase-stats.ts';
import type { Steps } from '../steps.ts';
import { aliveLogits, averageLogits, modelLogits } from './average.ts';
import { blendLogit, featureCount, fillFeatures, type BlendName } from './blend.ts';
import type { LogisticFit } from './logistic.ts';
import { ageAfter, DAYS_PER_WEEK, emptyStats, pickStats } from './stats-at.ts';

export interface ScoreRule {
  readonly fits: readonly Fit[];
  readonly horizonDays: number;
  readonly blend: BlendName;
  /** Null where the blend is the average. */
  readonly logistic: LogisticFit | null;
}

/** Customers as a score sees them; one entry each. */
export interface Buyers {
  readonly stats: PurchaseStats;
  readonly recencyDays: Float64Array;
  /** At least 3. */
  readonly cycleDays: Float64Array;
}

/** Checkpoints of silence lie this factor apart, from one cycle on; closer where regular buying bends the chance more. */
const STRETCH = 2;
const REGULAR_STRETCH = 1.25;
/** Families of overdue customers looked at in one go. */
const CHUNK = 4096;

/**
 * Logits of P(at least one purchase within the horizon), one per customer, settled for those overdue.
 * @param grouped of the same customers, if the caller has it
 */
export function* scoreLogits(rule: ScoreRule, buyers: Buyers, grouped?: Grouped): Steps<Float64Array> {
  const { blended, falling } = yield* blendedLogits(rule, buyers, grouped);
  if (mayRiseWithSilence(rule)) yield* settle(rule, buyers, falling, blended);
  return blended;
}

/** As the blend says, whatever the silence. */
export function* rawLogits(rule: ScoreRule, buyers: Buyers): Steps<Float64Array> {
  return (yield* blendedLogits(rule, buyers)).blended;
}

interface Blended {
  readonly blended: Float64Array;
  /** Of a customer, something that can only fall with silence and runs much like the blend. */
  readonly falling: Float64Array;
}

function* blendedLogits(rule: ScoreRule, buyers: Buyers, grouped?: Grouped): Steps<Blended> {
  const { fits, logistic, blend, horizonDays } = rule;
  const { stats, recencyDays, cycleDays } = buyers;
  const groups = grouped ?? groupCustomers(stats);
  const logits = yield* modelLogits(fits, groups, horizonDays / DAYS_PER_WEEK);
  const regular = fits.filter((fit) => !isPoisson(fit));
  const alive = yield* aliveLogits(regular, groups);
  const falling = averageLogits([...logits.filter((_, index) => isPoisson(fits[index]!)), ...alive], stats.size);
  const average = averageLogits(logits, stats.size);
  if (logistic === null || blend === 'average') return { blended: average, falling };
  const inputs = new Float64Array(featureCount(fits.length));
  for (let at = 0; at < stats.size; at++) {
    const history = {
      repeatCount: stats.repeatCount[at]!,
      lastPurchaseDays: stats.lastPurchaseAge[at]! * DAYS_PER_WEEK,
      recencyDays: recencyDays[at]!,
      cycleDays: cycleDays[at]!,
    };
    fillFeatures(inputs, 0, history, logits, at);
    average[at] = blendLogit(blend, average[at]!, logistic, inputs);
  }
  return { blended: average, falling };
}

function mayRiseWithSilence({ fits, blend, logistic }: ScoreRule): boolean {
  return !fits.every(isPoisson) || (logistic !== null && blend !== 'average');
}

/** Then the wait for the next purchase is a mixture of exponentials, its hazard falls, and so does the chance. */
function isPoisson({ k }: Fit): boolean {
  return k === 1;
}

/**
 * Holds the logits of overdue customers at checkpoints of silence to the lowest since the cycle was over; between two of
 * them they follow `falling` from the one to the other. So they cannot rise from any day to the next.
 */
function* settle(rule: ScoreRule, buyers: Buyers, falling: Float64Array, logits: Float64Array): Steps<void> {
  const { recencyDays, cycleDays } = buyers;
  const overdue: number[] = [];
  for (let at = 0; at < recencyDays.length; at++) if (recencyDays[at]! > cycleDays[at]!) overdue.push(at);
  if (overdue.length === 0) return;
  const late = pickBuyers(buyers, Int32Array.from(overdue));
  // Customers with the same purchases and cycle share their checkpoints; the third number that groups is the cycle here.
  const families = groupCustomers({ ...late.stats, observedAge: late.cycleDays });
  yield;
  const stretch = rule.fits.every(isPoisson) ? STRETCH : REGULAR_STRETCH;
  const counts = new Int32Array(families.size);
  for (const [index, family] of families.groupOf.entries()) {
    counts[family] = Math.max(counts[family]!, checkpoints(late.recencyDays[index]!, late.cycleDays[index]!, stretch));
  }
  const starts = new Int32Array(families.size + 1);
  for (let family = 0; family < families.size; family++) starts[family + 1] = starts[family]! + counts[family]!;
  const lowest = new Float64Array(starts[families.size]!);
  const fallen = new Float64Array(lowest.length);
  for (let from = 0; from < families.size; from += CHUNK) {
    const to = Math.min(families.size, from + CHUNK);
    const points = yield* blendedLogits(rule, imagine(families, starts, from, to, stretch));
    lowest.set(points.blended, starts[from]);
    fallen.set(points.falling, starts[from]);
  }
  for (let family = 0; family < families.size; family++) {
    for (let point = starts[family]! + 1; point < starts[family + 1]!; point++) {
      lowest[point] = Math.min(lowest[point]!, lowest[point - 1]!);
    }
  }
  for (let index = 0; index < overdue.length; index++) {
    const at = overdue[index]!;
    const first = starts[families.groupOf[index]!]!;
    const after = first + checkpoints(late.recencyDays[index]!, late.cycleDays[index]!, stretch) - 1;
    const way = fallen[after - 1]! - fallen[after]!;
    const gone = way > 0 ? Math.min(1, Math.max(0, (fallen[after - 1]! - falling[at]!) / way)) : 1;
    logits[at] = lowest[after - 1]! + gone * (lowest[after]! - lowest[after - 1]!);
  }
}

/** One cycle and on by `stretch`, up to the first that is not before the silence. */
function checkpoints(recencyDays: number, cycleDays: number, stretch: number): number {
  let count = 1;
  for (let day = cycleDays; day < recencyDays; day *= stretch) count++;
  return count;
}

/** Each family from `from` up to `to` at each of its checkpoints; its `observedAge` is the cycle. */
function imagine(families: PurchaseStats, starts: Int32Array, from: number, to: number, stretch: number): Buyers {
  const size = starts[to]! - starts[from]!;
  const stats = emptyStats(size);
  const recencyDays = new Float64Array(size);
  const cycleDays = new Float64Array(size);
  let point = 0;
  for (let family = from; family < to; family++) {
    const cycle = families.observedAge[family]!;
    const lastPurchaseAge = families.lastPurchaseAge[family]!;
    let day = cycle;
    for (let count = starts[family + 1]! - starts[family]!; count > 0; count--) {
      stats.repeatCount[point] = families.repeatCount[family]!;
      stats.lastPurchaseAge[point] = lastPurchaseAge;
      stats.observedAge[point] = ageAfter(lastPurchaseAge, day);
      recencyDays[point] = day;
      cycleDays[point] = cycle;
      day *= stretch;
      point++;
    }
  }
  return { stats, recencyDays, cycleDays };
}

/** Those of `buyers` that `keep` names, in that order. */
export function pickBuyers({ stats, recencyDays, cycleDays }: Buyers, keep: Int32Array): Buyers {
  const pick = (values: Float64Array) => {
    const picked = new Float64Array(keep.length);
    for (let at = 0; at < keep.length; at++) picked[at] = values[keep[at]!]!;
    return picked;
  };
  return { stats: pickStats(stats, keep), recencyDays: pick(recencyDays), cycleDays: pick(cycleDays) };
}

/** The same customers with another silence after the last purchase. */
export function afterSilence(buyers: Buyers, recencyDays: Float64Array): Buyers {
  const { stats, cycleDays } = buyers;
  const observedAge = new Float64Array(stats.size);
  for (let at = 0; at < stats.size; at++) observedAge[at] = ageAfter(stats.lastPurchaseAge[at]!, recencyDays[at]!);
  return { stats: { ...stats, observedAge }, recencyDays, cycleDays };
}

/**
 * What would have been said of the shop's customers on a past day, from what was known then, against what they did in the
 * window after it.
 */
import type { Ledger } from '../ledger/ledger.ts';
import type { Steps } from '../steps.ts';
import type { BlendName } from './blend.ts';
import { evaluate, evaluateRanking, type Evaluation, type RankEvaluation } from './evaluation.ts';
import { anchorOf, bandOf, healthBands, healthOf, type Anchors, type HealthBand } from './health.ts';
import { sigmoid } from './logit.ts';

export interface BandOutcome {
  readonly band: HealthBand;
  readonly customers: number;
  readonly returned: number;
}

export interface ScoreReport extends Evaluation {
  /** In the order of `healthBands`. */
  readonly bands: readonly BandOutcome[];
}

/** Plain data. */
export interface WindowReport {
  /** The last day that was known; the window is the `horizonDays` after it. */
  readonly cutDay: number;
  readonly horizonDays: number;
  /** Customers with a purchase up to the cut. */
  readonly customers: number;
  /** Of these, with a purchase in the window. */
  readonly returned: number;
  readonly orders: number;
  readonly baseRate: number;
  /** The models' average always; the others where enough of the past was closed by then to learn from. */
  readonly scores: Readonly<Partial<Record<BlendName, ScoreReport>>> & { readonly average: ScoreReport };
  /** Ordered by the days since the last purchase alone, and by the count of purchases alone. */
  readonly recencyOnly: RankEvaluation;
  readonly frequencyOnly: RankEvaluation;
}

export interface Backtest {
  /** Newest first. */
  readonly windows: readonly WindowReport[];
  /** Over all windows, by the score in use where a window has it; a customer counts once per window. */
  readonly bands: readonly BandOutcome[];
}

/** Purchases of each customer in the `horizonDays` after the cut. */
export function ordersAfter(
  { offsets, days }: Ledger,
  { day, rows }: { readonly day: number; readonly rows: Int32Array },
  ends: Uint32Array,
  horizonDays: number,
): Float64Array {
  const orders = new Float64Array(rows.length);
  for (let customer = 0; customer < rows.length; customer++) {
    const row = rows[customer]!;
    const start = ends[row]!;
    let end = start;
    while (end < offsets[row + 1]! && days[end]! <= day + horizonDays) end++;
    orders[customer] = end - start;
  }
  return orders;
}

export interface WindowInput {
  readonly cutDay: number;
  readonly horizonDays: number;
  /** Per customer. */
  readonly repeatCount: Float64Array;
  readonly recencyDays: Float64Array;
  readonly orders: Float64Array;
  readonly anchors: Anchors;
  /** Per score: a logit per customer. */
  readonly logits: Readonly<Partial<Record<BlendName, Float64Array>>> & { readonly average: Float64Array };
}

export function* evaluateWindow(input: WindowInput): Steps<WindowReport> {
  const { cutDay, horizonDays, repeatCount, recencyDays, orders } = input;
  const scores: Partial<Record<BlendName, ScoreReport>> = {};
  for (const name of Object.keys(input.logits) as BlendName[]) {
    scores[name] = reportOf(input.logits[name]!, input);
    yield;
  }
  const customers = orders.length;
  const returned = orders.reduce((sum, count) => sum + Number(count > 0), 0);
  const recencyOnly = evaluateRanking(
    recencyDays.map((days) => -days),
    orders,
  );
  yield;
  return {
    cutDay,
    horizonDays,
    customers,
    returned,
    orders: orders.reduce((sum, count) => sum + count, 0),
    baseRate: returned / customers,
    scores: scores as WindowReport['scores'],
    recencyOnly,
    frequencyOnly: evaluateRanking(repeatCount, orders),
  };
}

function reportOf(logits: Float64Array, { repeatCount, orders, anchors }: WindowInput): ScoreReport {
  const customers = new Map(healthBands.map((band) => [band, { customers: 0, returned: 0 }]));
  for (let at = 0; at < logits.length; at++) {
    const outcome = customers.get(bandOf(healthOf(logits[at]!, anchorOf(anchors, repeatCount[at]!))))!;
    outcome.customers += 1;
    if (orders[at]! > 0) outcome.returned += 1;
  }
  return {
    ...evaluate(logits.map(sigmoid), orders),
    bands: [...customers].map(([band, outcome]) => ({ band, ...outcome })),
  };
}

/** @param windows newest first */
export function backtestOf(windows: readonly WindowReport[], blend: BlendName): Backtest {
  const tables = windows.map(({ scores }) => (scores[blend] ?? scores.average).bands);
  const bands = healthBands.map((band, index) => ({
    band,
    customers: tables.reduce((sum, table) => sum + table[index]!.customers, 0),
    returned: tables.reduce((sum, table) => sum + table[index]!.returned, 0),
  }));
  return { windows, bands };
}

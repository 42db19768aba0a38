/** How good predicted chances of return were, once the window has passed. */
import { clipProbability } from './logit.ts';
import { auc, averagePrecision, rank, topShare, type Ranking } from './ranking.ts';

export const RELIABILITY_BINS = 10;
const TOP_SHARE = 0.1;

export interface ReliabilityBin {
  /** Not whole where equal scores lie across two bins. */
  readonly customers: number;
  /** Mean predicted chance. */
  readonly predicted: number;
  /** Share that came back. */
  readonly observed: number;
}

/** How well an order of customers was; null where a figure has no meaning, as with no return at all. */
export interface RankEvaluation {
  readonly auc: number | null;
  /** Of the tenth with the highest scores: share of the orders over share of the customers. */
  readonly orderLift: number | null;
}

export interface Evaluation extends RankEvaluation {
  readonly averagePrecision: number | null;
  /** Of the tenth with the highest scores: share of those who came back over share of the customers. */
  readonly returnLift: number | null;
  /** Expected calibration error over ten bins of equal size. */
  readonly calibrationError: number;
  /** Mean predicted chance minus share that came back. */
  readonly bias: number;
  /** Mean of −ln of the chance given to what happened. */
  readonly logLoss: number;
  readonly reliability: readonly ReliabilityBin[];
}

export function evaluateRanking(scores: Float64Array, orders: ArrayLike<number>): RankEvaluation {
  return rankEvaluation(rank(scores, orders));
}

/**
 * @param chances one per customer, 0..1, at least one
 * @param orders of each in the window
 */
export function evaluate(chances: Float64Array, orders: ArrayLike<number>): Evaluation {
  const ranking = rank(chances, orders);
  const { scores, customers, returned, total } = ranking;
  let predicted = 0;
  let loss = 0;
  for (let at = 0; at < scores.length; at++) {
    const chance = clipProbability(scores[at]!);
    predicted += customers[at]! * scores[at]!;
    loss -= returned[at]! * Math.log(chance) + (customers[at]! - returned[at]!) * Math.log1p(-chance);
  }
  const reliability = reliabilityOf(ranking, RELIABILITY_BINS);
  const top = topShare(ranking, TOP_SHARE);
  return {
    ...rankEvaluation(ranking),
    averagePrecision: averagePrecision(ranking),
    returnLift: top === null ? null : top.returned / TOP_SHARE,
    calibrationError: reliability.reduce(
      (sum, bin) => sum + (bin.customers / total.customers) * Math.abs(bin.predicted - bin.observed),
      0,
    ),
    bias: (predicted - total.returned) / total.customers,
    logLoss: loss / total.customers,
    reliability,
  };
}

function rankEvaluation(ranking: Ranking): RankEvaluation {
  const top = topShare(ranking, TOP_SHARE);
  return { auc: auc(ranking), orderLift: top === null ? null : top.orders / TOP_SHARE };
}

/** Bins of equal size from the lowest chances up; equal chances are spread over the bins they reach into. */
function reliabilityOf({ scores, customers, returned, total }: Ranking, bins: number): ReliabilityBin[] {
  const perBin = total.customers / bins;
  const result: ReliabilityBin[] = [];
  let at = 0;
  let left = customers[0] ?? 0;
  for (let bin = 0; bin < bins; bin++) {
    let [filled, predicted, observed] = [0, 0, 0];
    const isLast = bin === bins - 1;
    while (at < scores.length && (isLast || filled < perBin)) {
      const taken = isLast ? left : Math.min(left, perBin - filled);
      filled += taken;
      predicted += taken * scores[at]!;
      observed += (taken * returned[at]!) / customers[at]!;
      left -= taken;
      if (left > 0) break;
      at++;
      left = customers[at] ?? 0;
    }
    if (filled > 0) result.push({ customers: filled, predicted: predicted / filled, observed: observed / filled });
  }
  return result;
}

/**
 * What a purchase of a customer is worth: Gamma-Gamma where its assumption holds (how much and how often go separate ways),
 * else the own mean drawn to the shop's.
 */
import type { Ledger } from '../ledger/ledger.ts';
import { countValueCorrelation, expectedSpend, fitSpend, type SpendFit } from '../models/gamma-gamma.ts';
import type { Steps } from '../steps.ts';

const MIN_REPEATERS = 50;
const MOST_CORRELATION = 0.3;
/** The shop's mean counts as so many own purchases. */
const SHOP_WEIGHT_PURCHASES = 2;

/** Plain data. */
export interface SpendModel {
  /** Null where it is not to be used: too few repeaters, correlated, or no fit. */
  readonly gammaGamma: SpendFit | null;
  /** Of repeat count and mean repeat value, over the repeaters with known amounts. */
  readonly correlation: number;
  readonly repeaters: number;
  /** Mean of all purchases with a known amount; null without any. */
  readonly meanFen: number | null;
}

/** Per customer; purchases whose amount is not known are passed over. */
export interface Amounts {
  /** Of the purchases after the first: how many are known, and their mean; 0 for none. */
  readonly repeatCount: Float64Array;
  readonly meanRepeatFen: Float64Array;
  /** Of all purchases. */
  readonly count: Float64Array;
  readonly sumFen: Float64Array;
}

/** @param ends per row the place after the last purchase that counts */
export function amountsAt({ offsets, amountsFen }: Ledger, ends: Uint32Array, rows: Int32Array): Amounts {
  const make = () => new Float64Array(rows.length);
  const amounts = { repeatCount: make(), meanRepeatFen: make(), count: make(), sumFen: make() };
  for (let customer = 0; customer < rows.length; customer++) {
    const row = rows[customer]!;
    const start = offsets[row]!;
    let [repeats, repeatSum, count, sum] = [0, 0, 0, 0];
    for (let at = start; at < ends[row]!; at++) {
      const amount = amountsFen[at]!;
      if (Number.isNaN(amount)) continue;
      count += 1;
      sum += amount;
      if (at === start) continue;
      repeats += 1;
      repeatSum += amount;
    }
    amounts.repeatCount[customer] = repeats;
    amounts.meanRepeatFen[customer] = repeats === 0 ? 0 : repeatSum / repeats;
    amounts.count[customer] = count;
    amounts.sumFen[customer] = sum;
  }
  return amounts;
}

export function* fitSpendModel({ repeatCount, meanRepeatFen, count, sumFen }: Amounts): Steps<SpendModel> {
  const correlation = countValueCorrelation(repeatCount, meanRepeatFen);
  let [repeaters, purchases, sum] = [0, 0, 0];
  for (let at = 0; at < count.length; at++) {
    if (repeatCount[at]! > 0 && meanRepeatFen[at]! > 0) repeaters += 1;
    purchases += count[at]!;
    sum += sumFen[at]!;
  }
  yield;
  const fits = repeaters >= MIN_REPEATERS && Math.abs(correlation) < MOST_CORRELATION;
  const fit: SpendFit | null = fits ? yield* fitSpend(repeatCount, meanRepeatFen) : null;
  const usable = fit !== null && fit.converged && !fit.boundary;
  return {
    gammaGamma: usable ? fit : null,
    correlation,
    repeaters,
    meanFen: purchases === 0 ? null : sum / purchases,
  };
}

/** Expected amount of a coming purchase, per customer; NaN where no amount of the shop is known. */
export function spendPerPurchaseFen(model: SpendModel, amounts: Amounts): Float64Array {
  const { gammaGamma, meanFen } = model;
  const result = new Float64Array(amounts.count.length);
  for (let at = 0; at < result.length; at++) {
    if (meanFen === null) result[at] = Number.NaN;
    else if (gammaGamma) result[at] = expectedSpend(gammaGamma, amounts.repeatCount[at]!, amounts.meanRepeatFen[at]!);
    else {
      const own = amounts.sumFen[at]! + SHOP_WEIGHT_PURCHASES * meanFen;
      result[at] = own / (amounts.count[at]! + SHOP_WEIGHT_PURCHASES);
    }
  }
  return result;
}

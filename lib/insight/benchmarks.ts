/** The shop as a yardstick: what is usual here, against which one customer is read. Derived, disposable. */
import type { Benchmarks, CycleBenchmark, CycleStage } from '../model/profile.ts';
import { stageOf } from './measures/cycles.ts';
import type { Reading } from './measures/reading.ts';
import type { Steps } from './steps.ts';
import { medianOfSorted, quantile, quantileOfCounts } from './quantile.ts';

const QUINTILES = [0.2, 0.4, 0.6, 0.8];

/** @param reading of all customers of one shop */
export function* benchmark(reading: Reading): Steps<Benchmarks> {
  const { ledger, ends, context } = reading;
  const isBuyer = (row: number) => ends[row]! > ledger.offsets[row]!;
  const sorted = (values: Float64Array) =>
    values.filter((value, row) => isBuyer(row) && !Number.isNaN(value)).toSorted();
  const limits = (values: Float64Array) =>
    values.length === 0 ? [] : QUINTILES.map((share) => quantile(values, share));
  const average = medianOfSorted(sorted(reading.column('averageFen')));
  yield;
  const counts = sorted(reading.column('purchaseCount'));
  yield;
  const lastDayLimits = limits(sorted(reading.column('recencyDays').map((days) => context.asOfDay - days)));
  yield;
  const spendLimitsFen = limits(sorted(reading.column('netSpendFen')));
  yield;
  return {
    customers: counts.length,
    medianAverageFen: Number.isNaN(average) ? null : average,
    lastDayLimits,
    purchaseCountLimits: limits(counts),
    spendLimitsFen,
    cycles: cycleBenchmarks(reading),
  };
}

/**
 * The gaps of the shop, of all its customers and by category, each with its spread (CHN-12, MET-07). Gaps are whole days, so
 * they are counted, not sorted.
 */
function cycleBenchmarks({ size, ends, ledger }: Reading): CycleBenchmark[] {
  const { offsets, days, categories } = ledger;
  const counts = new Map<number, Map<CycleStage, Uint32Array>>();
  const longest =
    1 + days.reduce((most, day) => Math.max(most, day), 0) - days.reduce((least, day) => Math.min(least, day), 65_535);
  const countsOf = (category: number, stage: CycleStage): Uint32Array => {
    const stages = counts.get(category) ?? new Map<CycleStage, Uint32Array>();
    counts.set(category, stages);
    const known = stages.get(stage) ?? new Uint32Array(longest + 1);
    stages.set(stage, known);
    return known;
  };
  for (let row = 0; row < size; row += 1) {
    const start = offsets[row]!;
    const end = ends[row]!;
    if (end - start < 2) continue;
    const stage = stageOf(end - start);
    for (const category of categories[row] === 0 ? [0] : [0, categories[row]!]) {
      const [ofStage, ofAll] = [countsOf(category, stage), countsOf(category, 'any')];
      countsOf(category, 'second')[days[start + 1]! - days[start]!]! += 1;
      for (let at = start + 1; at < end; at += 1) {
        const gap = days[at]! - days[at - 1]!;
        ofStage[gap]! += 1;
        ofAll[gap]! += 1;
      }
    }
  }
  return [...counts].flatMap(([category, stages]) =>
    [...stages].map(([stage, gapCounts]) => ({
      category: category === 0 ? null : category - 1,
      stage,
      gaps: gapCounts.reduce((sum, count) => sum + count, 0),
      medianDays: quantileOfCounts(gapCounts, 0.5),
      lowerDays: quantileOfCounts(gapCounts, 0.25),
      upperDays: quantileOfCounts(gapCounts, 0.75),
    })),
  );
}

import fc from '../../../support/fast-check.ts';
import { expect, test } from 'vitest';
import type { BlendName } from '../../../../lib/insight/churn/blend.ts';
import { rawLogits, scoreLogits, type Buyers, type ScoreRule } from '../../../../lib/insight/churn/score.ts';
import { ageAfter, emptyStats } from '../../../../lib/insight/churn/stats-at.ts';
import type { Fit } from '../../../../lib/insight/models/fit.ts';
import { finish } from '../../../../lib/insight/steps.ts';

const positive = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const fits = fc
  .tuple(positive(0.1, 10), positive(0.5, 50), positive(0.1, 5), positive(0.1, 20), fc.integer({ min: 1, max: 4 }))
  .map(([r, alpha, a, b, k]): Fit[] => {
    const fit = { k: 1, logLikelihood: 0, converged: true, boundary: false, evaluations: 1 };
    return [
      { ...fit, model: 'mbgnbd', params: [r, alpha, a, b] },
      { ...fit, model: 'paretonbd', params: [r, alpha, a, b * 10] },
      { ...fit, model: 'mbgcnbdk', params: [r * k, alpha, a, b], k },
    ];
  });
const rules = fc
  .record({
    fits,
    blend: fc.constantFrom<BlendName>('average', 'logistic', 'gold'),
    coefficients: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 8, maxLength: 8 }),
    horizonDays: fc.constantFrom(30, 60, 180),
  })
  .map(({ coefficients, ...rule }): ScoreRule => ({
    ...rule,
    logistic: { intercept: -1, coefficients, converged: true, rows: 1000 },
  }));
const histories = fc
  .record({ repeats: fc.integer({ min: 0, max: 40 }), gap: fc.integer({ min: 1, max: 90 }), cycle: positive(3, 120) })
  .map(({ repeats, gap, cycle }) => ({ repeats, lastDays: repeats * gap, cycle: repeats === 0 ? 40 : cycle }));

/** One customer on each of the first `days` days after the last purchase. */
function silenceOf(
  { repeats, lastDays, cycle }: { repeats: number; lastDays: number; cycle: number },
  days: number,
): Buyers {
  const stats = emptyStats(days);
  const recencyDays = Float64Array.from({ length: days }, (_, day) => day);
  stats.repeatCount.fill(repeats);
  stats.lastPurchaseAge.fill(lastDays / 7);
  stats.observedAge.set(recencyDays.map((day) => ageAfter(lastDays / 7, day)));
  return { stats, recencyDays, cycleDays: new Float64Array(days).fill(cycle) };
}

test('a longer silence is never good news once the cycle is over', () => {
  fc.assert(
    fc.property(rules, histories, (rule, history) => {
      const logits = finish(scoreLogits(rule, silenceOf(history, 500)));
      for (let day = Math.ceil(history.cycle); day < 500; day++) {
        expect(logits[day]).toBeLessThanOrEqual(logits[day - 1 > history.cycle ? day - 1 : day]! + 1e-9);
      }
    }),
    { numRuns: 100 },
  );
});

test('before the cycle is over, and for Poisson buying, the score is what the models say', () => {
  fc.assert(
    fc.property(rules, histories, (rule, history) => {
      const silence = silenceOf(history, 300);
      const settled = finish(scoreLogits(rule, silence));
      const raw = finish(rawLogits(rule, silence));
      const isPoisson = rule.blend === 'average' && rule.fits.every(({ k }) => k === 1);
      const until = isPoisson ? 300 : Math.floor(history.cycle) + 1;
      expect([...settled.subarray(0, until)]).toEqual([...raw.subarray(0, until)]);
    }),
    { numRuns: 100 },
  );
});

test('of Poisson buying the chance only falls with silence, whatever the models', () => {
  fc.assert(
    fc.property(rules, histories, ({ fits: [mbg, pareto], ...rule }, history) => {
      const raw = finish(rawLogits({ ...rule, fits: [mbg!, pareto!], blend: 'average' }, silenceOf(history, 300)));
      for (let day = 1; day < 300; day++) expect(raw[day]! - raw[day - 1]!).toBeLessThanOrEqual(1e-9);
    }),
    { numRuns: 100 },
  );
});

test('is finite and does not depend on who else is scored', () => {
  fc.assert(
    fc.property(rules, histories, fc.integer({ min: 0, max: 299 }), (rule, history, day) => {
      const all = finish(scoreLogits(rule, silenceOf(history, 300)));
      expect(all.every(Number.isFinite)).toBe(true);
      const { stats, recencyDays, cycleDays } = silenceOf(history, 300);
      const only = (values: Float64Array) => values.slice(day, day + 1);
      const one: Buyers = {
        stats: {
          size: 1,
          repeatCount: only(stats.repeatCount),
          lastPurchaseAge: only(stats.lastPurchaseAge),
          observedAge: only(stats.observedAge),
          logGapSum: only(stats.logGapSum),
        },
        recencyDays: only(recencyDays),
        cycleDays: only(cycleDays),
      };
      expect(finish(scoreLogits(rule, one))[0]).toBe(all[day]);
    }),
  );
});

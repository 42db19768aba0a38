import { describe, expect, test } from 'vitest';
import {
  ANY_TIME_Z,
  meanDifference,
  MIN_ARM,
  rateDifference,
  type Count,
} from '../../../../lib/actions/trials/any-time.ts';
import { informationOf, neededFor, ONE_LOOK_Z } from '../../../../lib/actions/trials/power.ts';
import { verdictOf, type Verdict } from '../../../../lib/actions/trials/verdict.ts';
import { makeComparison, makeTrial } from '../../../support/make-trial.ts';
import { randomFrom } from '../../../support/simulate-shop.ts';

const TRIALS = 1_500;
/** Somebody looks after so many customers, each time. */
const LOOK_EVERY = 20;

interface World {
  plan: { baseRate: number; lift: number; shares: readonly [number, number] };
  rates: readonly [number, number];
}

/** Trials that are looked at again and again until they are full. @returns shares of those that ever found something */
function everFound({ plan, rates }: World, seed: number) {
  const random = randomFrom(seed);
  const needed = neededFor(plan);
  const full = informationOf(needed.first, needed.second);
  const found = { anyTime: 0, oneLookZ: 0 };
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const counts: [Count, Count] = [
      { customers: 0, returned: 0 },
      { customers: 0, returned: 0 },
    ];
    let [isFound, isFoundNaively] = [false, false];
    for (let customer = 1, progress = 0; progress < 1; customer += 1) {
      const arm = random() < plan.shares[0] / (plan.shares[0] + plan.shares[1]) ? 0 : 1;
      counts[arm].customers += 1;
      counts[arm].returned += Number(random() < rates[arm]);
      progress = Math.min(1, informationOf(counts[0].customers, counts[1].customers) / full);
      if (customer % LOOK_EVERY !== 0 && progress < 1) continue;
      const interval = rateDifference(...counts, progress);
      if (!interval) continue;
      const { low, high, estimate } = interval;
      isFound ||= low > 0 || high < 0;
      const standardError = ((high - low) / 2 / ANY_TIME_Z) * Math.sqrt(progress);
      isFoundNaively ||= Math.abs(estimate) > ONE_LOOK_Z * standardError;
    }
    found.anyTime += Number(isFound) / TRIALS;
    found.oneLookZ += Number(isFoundNaively) / TRIALS;
  }
  return found;
}

describe('a trial that somebody looks at all the time', () => {
  test.each<[string, World]>([
    ['a tenth held out', { plan: { baseRate: 0.2, lift: 0.1, shares: [0.1, 0.9] }, rates: [0.2, 0.2] }],
    ['equal arms', { plan: { baseRate: 0.1, lift: 0.05, shares: [0.5, 0.5] }, rates: [0.1, 0.1] }],
    ['a rate other than planned', { plan: { baseRate: 0.3, lift: 0.1, shares: [0.1, 0.1] }, rates: [0.08, 0.08] }],
  ])('finds something in nothing at most once in twenty times: %s', (_, world) => {
    const { anyTime, oneLookZ } = everFound(world, 11);
    expect(anyTime).toBeLessThanOrEqual(0.05);
    // What the usual limit would have found in the same trials.
    expect(oneLookZ).toBeGreaterThan(0.15);
  });

  test('sees what it was planned for four times in five', () => {
    const { anyTime } = everFound({ plan: { baseRate: 0.2, lift: 0.1, shares: [0.1, 0.9] }, rates: [0.2, 0.3] }, 12);
    expect(anyTime).toBeGreaterThan(0.77);
  });
});

describe('an interval', () => {
  const first = { customers: 400, returned: 80 };
  const second = { customers: 3_600, returned: 900 };

  test('is about the difference, and narrows as the plan is filled', () => {
    const early = rateDifference(first, second, 0.25)!;
    const full = rateDifference(first, second, 1)!;
    expect(early.estimate).toBeCloseTo(0.05, 10);
    expect(early.high - early.low).toBeCloseTo(2 * (full.high - full.low), 10);
  });

  test('is none while an arm has too few', () => {
    expect(rateDifference({ customers: MIN_ARM - 1, returned: 3 }, second, 0.1)).toBeNull();
    expect(rateDifference({ customers: MIN_ARM, returned: 3 }, second, 0.1)).not.toBeNull();
  });

  test('is not a point where nobody or everybody returned', () => {
    const { low, high } = rateDifference({ customers: 30, returned: 0 }, { customers: 30, returned: 0 }, 1)!;
    expect(high - low).toBeGreaterThan(0.1);
  });

  test('of amounts is about the mean of all, those included who spent nothing', () => {
    const arm = (customers: number, spent: readonly number[]) => ({
      customers,
      sum: spent.reduce((sum, fen) => sum + fen, 0),
      squares: spent.reduce((sum, fen) => sum + fen * fen, 0),
    });
    const { estimate, low, high } = meanDifference(arm(40, [4_000]), arm(50, [10_000]), 1)!;
    expect(estimate).toBe(100);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(200);
  });
});

describe('the verdict', () => {
  const around = (low: number, high: number) => ({ estimate: (low + high) / 2, low, high });
  test.each<[string, ReturnType<typeof around> | null, Verdict]>([
    ['above nought', around(0.001, 0.09), 'better'],
    ['below nought', around(-0.09, -0.001), 'worse'],
    ['about nought and below the hoped for', around(-0.08, 0.049), 'noLift'],
    ['about nought and the hoped for', around(-0.01, 0.051), 'notEnough'],
    ['not there', null, 'notEnough'],
  ])('of an interval %s', (_, interval, verdict) => {
    expect(verdictOf(makeTrial(), interval)).toBe(verdict);
  });

  test('of two offers is "no difference" only where neither can be much better', () => {
    expect(verdictOf(makeComparison(), around(-0.08, 0.049))).toBe('notEnough');
    expect(verdictOf(makeComparison(), around(-0.049, 0.049))).toBe('noLift');
  });
});

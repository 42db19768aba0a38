/**
 * Health 0..100: how likely a customer is to come back, compared with a similar customer exactly two cycles after the last
 * purchase, who has 60. Below that one is worth waking.
 */
import type { Fit } from '../models/fit.ts';
import type { Steps } from '../steps.ts';
import { sigmoid } from './logit.ts';
import { afterSilence, pickBuyers, rawLogits, type Buyers } from './score.ts';
import { emptyStats, sampleOf } from './stats-at.ts';

/** Mean logit of the models' average at two cycles of silence: who bought once, and who came back. */
export interface Anchors {
  readonly oneTime: number;
  readonly repeat: number;
}

export const healthBands = ['healthy', 'attention', 'warning', 'highRisk'] as const;
export type HealthBand = (typeof healthBands)[number];
/** Lowest health of each band. */
export const bandFloors: Readonly<Record<HealthBand, number>> = {
  healthy: 80,
  attention: 60,
  warning: 40,
  highRisk: 0,
};

const ANCHOR_CYCLES = 2;
/** The health of one at the anchor, as a logit. */
const ANCHOR_LOGIT = Math.log(0.6 / 0.4);
/** The mean over so many customers is as good as over all. */
const MOST_SAMPLED = 20_000;

export function healthOf(logit: number, anchor: number): number {
  return 100 * sigmoid(logit - anchor + ANCHOR_LOGIT);
}

export function anchorOf(anchors: Anchors, repeatCount: number): number {
  return repeatCount > 0 ? anchors.repeat : anchors.oneTime;
}

export function bandOf(health: number): HealthBand {
  return healthBands.find((band) => health >= bandFloors[band]) ?? 'highRisk';
}

/**
 * @param fits at least one
 * @param shopDays cycle of the shop; stands for one-time customers where there is none
 */
export function* anchorsOf(
  fits: readonly Fit[],
  horizonDays: number,
  buyers: Buyers,
  shopDays: number,
): Steps<Anchors> {
  const rule = { fits, horizonDays, blend: 'average', logistic: null } as const;
  function* meanOf(some: Buyers): Steps<number> {
    const logits = yield* rawLogits(
      rule,
      afterSilence(
        some,
        some.cycleDays.map((days) => ANCHOR_CYCLES * days),
      ),
    );
    return logits.reduce((sum, logit) => sum + logit, 0) / logits.length;
  }
  const oneTime = segment(buyers, (repeats) => repeats === 0);
  const repeat = segment(buyers, (repeats) => repeats > 0);
  const single = { stats: emptyStats(1), recencyDays: new Float64Array(1), cycleDays: Float64Array.of(shopDays) };
  const ofOneTime = yield* meanOf(oneTime.stats.size > 0 ? oneTime : single);
  return { oneTime: ofOneTime, repeat: repeat.stats.size > 0 ? yield* meanOf(repeat) : ofOneTime };
}

function segment(buyers: Buyers, belongs: (repeats: number) => boolean): Buyers {
  const members: number[] = [];
  for (let at = 0; at < buyers.stats.size; at++) if (belongs(buyers.stats.repeatCount[at]!)) members.push(at);
  const { indices } = sampleOf(members.length, MOST_SAMPLED);
  return pickBuyers(
    buyers,
    indices.map((index) => members[index]!),
  );
}

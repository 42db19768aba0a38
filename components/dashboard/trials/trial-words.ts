/** A trial and how it came out, in words. */
import type { Interval } from '../../../lib/model/trial.ts';
import { untellable } from '../../../lib/actions/trials/enrol.ts';
import type { Verdict } from '../../../lib/actions/trials/verdict.ts';
import { labelText, t, type MessageKey } from '../../../lib/browser/i18n.ts';
import type { Trial, TrialArm } from '../../../lib/model/trial.ts';
import { metricWords } from '../../../lib/rules/metrics.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';
import type { Tone } from '../../ui/Badge.tsx';
import { yuanText } from '../../words/amounts.ts';
import { offerText } from '../../words/offers.ts';

export function playbookName(playbookId: string): string {
  const playbook = playbooks.find(({ id }) => id === playbookId);
  return playbook ? labelText(playbook.label) : playbookId;
}

/**
 * What a trial's groups rest on and this version cannot tell of past days, by name: it may come from another version's backup. Null for
 * nothing.
 */
export function untoldText({ eligible }: Pick<Trial, 'eligible'>): string | null {
  const untold = untellable(eligible).map((metric) => {
    const words = metricWords.find(({ name }) => name === metric);
    return words ? labelText(words.label) : metric;
  });
  return untold.length > 0 ? untold.join(t('enumeration')) : null;
}

export function isHoldOut({ arms: [first] }: Pick<Trial, 'arms'>): boolean {
  return first.armId === 'holdOut';
}

/** "A 组 · 满50减20，7天有效 · “新款到了”". */
export function armText({ armId, coupon, wording }: TrialArm): string {
  const parts = [t(`trialArm_${armId}`)];
  if (coupon) parts.push(offerText({ kind: 'coupon', ...coupon }));
  if (wording) parts.push(`“${wording}”`);
  return parts.join(' · ');
}

const ofHoldOut: Readonly<Record<Verdict, [MessageKey, Tone]>> = {
  better: ['trialVerdict_works', 'good'],
  worse: ['trialVerdict_worksNot', 'risk'],
  noLift: ['trialVerdict_worksNot', 'risk'],
  notEnough: ['trialVerdict_notEnough', 'plain'],
};
const ofPair: Readonly<Record<Verdict, [MessageKey, Tone]>> = {
  better: ['trialVerdict_bBetter', 'good'],
  worse: ['trialVerdict_aBetter', 'good'],
  noLift: ['trialVerdict_same', 'calm'],
  notEnough: ['trialVerdict_notEnough', 'plain'],
};

export function verdictWords(trial: Pick<Trial, 'arms'>, verdict: Verdict): { text: string; tone: Tone } {
  const [key, tone] = (isHoldOut(trial) ? ofHoldOut : ofPair)[verdict];
  return { text: t(key), tone };
}

/** "照常做比不做：+3.4 个百分点，区间 …": a difference, with what is held against what. */
export function comparedText(trial: Pick<Trial, 'arms'>, difference: string): string {
  return t(isHoldOut(trial) ? 'trialCompared_holdOut' : 'trialCompared_ab', difference);
}

/** 3412 -> "+¥34.12". */
export function moreYuanText(fen: number): string {
  return `${fen > 0 ? '+' : ''}${yuanText(fen).replace('-', '−')}`;
}

/** 0.034 -> "+3.4". */
export function pointsText(share: number): string {
  const points = (share * 100).toFixed(1);
  return share > 0 ? `+${points}` : points.replace('-', '−');
}

/** "+3.4 个百分点，区间 +1.2 到 +5.6". */
export function differenceText({ estimate, low, high }: Interval): string {
  return t('trialDifference', pointsText(estimate), pointsText(low), pointsText(high));
}

/** A trial being put together: what was typed, and what it comes to. */
import { eligibleFor } from '../../../lib/actions/trials/enrol.ts';
import type { Due } from '../../../lib/actions/day-list.ts';
import type { Tier } from '../../../lib/insight/tiers/tier.ts';
import type { Trial, TrialArm } from '../../../lib/model/trial.ts';
import { trialRules } from '../../../lib/rules/offers.ts';
import { numberIn } from '../NumberField.tsx';

export interface ArmDraft {
  isOwnOffer: boolean;
  thresholdYuan: string;
  faceYuan: string;
  validDays: string;
  wording: string;
}

export interface TrialDraft {
  compares: 'holdOut' | 'ab';
  sharePercent: string;
  horizonDays: string;
  /** Null for what the past says. */
  basePercent: string | null;
  liftPoints: string;
  arms: readonly [ArmDraft, ArmDraft];
}

export const ranges = {
  share: [5, 50],
  horizonDays: [3, 180],
  base: [0.1, 95],
  lift: [0.5, 50],
  yuan: [0, 100_000],
  validDays: [1, 365],
} as const;

const emptyArm: ArmDraft = { isOwnOffer: true, thresholdYuan: '', faceYuan: '', validDays: '7', wording: '' };

/** @param share of the hold-out, as the shop set it for the playbook */
export function newDraft(share: number): TrialDraft {
  const { horizonDays, lift } = trialRules;
  return {
    compares: 'holdOut',
    sharePercent: percentOf(share),
    horizonDays: String(horizonDays),
    basePercent: null,
    liftPoints: percentOf(lift),
    arms: [emptyArm, emptyArm],
  };
}

/** The plan in numbers; null while something is missing or out of range. */
export function planOf(draft: TrialDraft, pastRate: number | null) {
  const share = numberIn(draft.sharePercent, ...ranges.share);
  const horizonDays = numberIn(draft.horizonDays, ...ranges.horizonDays);
  const base = draft.basePercent === null ? null : numberIn(draft.basePercent, ...ranges.base);
  const baseRate = draft.basePercent === null ? pastRate : base && base / 100;
  const lift = numberIn(draft.liftPoints, ...ranges.lift);
  if (share === null || horizonDays === null || !Number.isInteger(horizonDays) || lift === null) return null;
  if (baseRate === null || baseRate <= 0 || baseRate + lift / 100 >= 1) return null;
  const first = share / 100;
  const shares = [first, draft.compares === 'holdOut' ? 1 - first : first] as const;
  return { shares, horizonDays, baseRate, lift: lift / 100 };
}
export type TrialPlan = NonNullable<ReturnType<typeof planOf>>;

/** @returns null while an arm says nothing certain, or both arms say the same */
export function armsOf({ compares, arms }: TrialDraft, [first, second]: TrialPlan['shares']): Trial['arms'] | null {
  if (compares === 'holdOut')
    return [
      { armId: 'holdOut', share: first, coupon: null, wording: null },
      { armId: 'treated', share: second, coupon: null, wording: null },
    ];
  const said = arms.map(saidIn);
  const [a, b] = said;
  if (!a || !b || JSON.stringify(a) === JSON.stringify(b)) return null;
  return [
    { armId: 'a', share: first, ...a },
    { armId: 'b', share: second, ...b },
  ];
}

export interface TrialOf {
  shopId: string;
  playbook: Due;
  tiers: readonly Tier[];
  plan: TrialPlan;
  arms: Trial['arms'];
  startDay: number;
}

export function trialOf({ shopId, playbook, tiers, plan, arms, startDay }: TrialOf): Trial {
  const { horizonDays, baseRate, lift } = plan;
  return {
    trialId: crypto.randomUUID(),
    shopId,
    playbookId: playbook.id,
    arms,
    startDay,
    horizonDays,
    baseRate,
    lift,
    eligible: eligibleFor(playbook, tiers),
  };
}

function saidIn({ isOwnOffer, thresholdYuan, faceYuan, validDays, wording }: ArmDraft) {
  const words = wording.trim() === '' ? null : wording.trim();
  if (isOwnOffer) return { coupon: null, wording: words } satisfies Partial<TrialArm>;
  const threshold = numberIn(thresholdYuan, ...ranges.yuan);
  const face = numberIn(faceYuan, ...ranges.yuan);
  const days = numberIn(validDays, ...ranges.validDays);
  if (threshold === null || face === null || face <= 0 || days === null) return null;
  return {
    coupon: {
      thresholdFen: Math.round(threshold * 100),
      faceValueFen: Math.round(face * 100),
      validDays: Math.round(days),
    },
    wording: words,
  } satisfies Partial<TrialArm>;
}

/** 0.1 -> "10". */
export function percentOf(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

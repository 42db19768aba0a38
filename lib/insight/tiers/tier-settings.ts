/** A shop's own choices laid over the shipped tiers: which way of drawing a line, and where it runs. */
import type { ShopSettings } from '../../model/event.ts';
import type { Threshold } from './threshold-schema.ts';
import { settle, thresholdProblems, type ThresholdProblem, type ThresholdValues } from './threshold.ts';
import type { TierPreset } from './tier-schema.ts';
import type { Tier } from './tier.ts';

/** `variants`: tier id -> variant id; `thresholds`: threshold id -> value. What is not named keeps its default. */
export type TierSettings = ShopSettings['tiers'];

export type TierSettingsProblem =
  | ThresholdProblem
  | { kind: 'unknownTier'; id: string }
  | { kind: 'unknownVariant'; id: string; variantId: string };

/** Settings that the rules do not allow, each problem with its name. */
export class TierSettingsError extends RangeError {
  override readonly name = 'TierSettingsError';
  readonly problems: readonly TierSettingsProblem[];

  constructor(problems: readonly TierSettingsProblem[]) {
    super(`expected settings that the tiers know, found ${problems.map(({ kind, id }) => `${kind} ${id}`).join(', ')}`);
    this.problems = problems;
  }
}

/**
 * Everything wrong with settings, for the one who is about to save them.
 * @param thresholds all that a shop may set, those of bands and events among them
 */
export function tierSettingsProblems(
  tiers: readonly TierPreset[],
  thresholds: readonly Threshold[],
  settings: TierSettings,
): TierSettingsProblem[] {
  return [...variantProblems(tiers, settings), ...thresholdProblems(thresholds, settings.thresholds)];
}

/** The settings without what the rules do not allow: what an older version saved must not stop a newer one. */
export function usableTierSettings(
  tiers: readonly TierPreset[],
  thresholds: readonly Threshold[],
  settings: TierSettings,
): TierSettings {
  return {
    variants: without(settings.variants, variantProblems(tiers, settings)),
    thresholds: without(settings.thresholds, thresholdProblems(thresholds, settings.thresholds)),
  };
}

/**
 * @param tiers in order of precedence, which is kept
 * @throws TierSettingsError where a tier is told a variant that it does not have, or a number beyond its range. What no
 * tier knows is not looked at: it may be a band's.
 */
export function resolveTiers(tiers: readonly TierPreset[], settings: TierSettings): Tier[] {
  const problems = tierSettingsProblems(tiers, thresholdsOf(tiers), settings).filter(
    ({ kind }) => kind !== 'unknownTier' && kind !== 'unknownThreshold',
  );
  if (problems.length > 0) throw new TierSettingsError(problems);
  const chosen = new Map(Object.entries(settings.variants));
  return tiers.map(({ variants, ...tier }) => {
    const { source, all } = variants.find(({ id }) => id === chosen.get(tier.id)) ?? variants[0]!;
    return { ...tier, source, all: all.map((clause) => settle(clause, settings.thresholds)) };
  });
}

/** The settings of a shop over the thresholds usual in its category (SEG-21): what the shop set itself stands. */
export function settingsOver(preset: ThresholdValues, { variants, thresholds }: TierSettings): TierSettings {
  return { variants, thresholds: { ...preset, ...thresholds } };
}

/** Every threshold that the tiers name, once each. */
export function thresholdsOf(tiers: readonly TierPreset[]): Threshold[] {
  const clauses = tiers.flatMap(({ variants }) => variants.flatMap(({ all }) => all));
  const thresholds = clauses.flatMap((clause) => ('threshold' in clause ? [clause.threshold] : []));
  return [...new Map(thresholds.map((threshold) => [threshold.id, threshold])).values()];
}

function variantProblems(tiers: readonly TierPreset[], { variants }: TierSettings): TierSettingsProblem[] {
  return Object.entries(variants).flatMap(([id, variantId]): TierSettingsProblem[] => {
    const tier = tiers.find((candidate) => candidate.id === id);
    if (!tier) return [{ kind: 'unknownTier', id }];
    return tier.variants.some((variant) => variant.id === variantId) ? [] : [{ kind: 'unknownVariant', id, variantId }];
  });
}

function without<T>(record: Readonly<Record<string, T>>, problems: readonly { id: string }[]): Record<string, T> {
  const bad = new Set(problems.map(({ id }) => id));
  return Object.fromEntries(Object.entries(record).filter(([id]) => !bad.has(id)));
}

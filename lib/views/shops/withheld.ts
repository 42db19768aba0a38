/** Why a shop's customers have no figures: data for the interface to word, so that nothing is hidden in silence. */
import type { LowCoverage } from '../../actions/guards.ts';
import type { Missing } from '../../insight/churn/data-level.ts';
import type { GateRefusal } from '../../insight/churn/gate.ts';
import { allowedBy, type ShopModel } from '../../insight/churn/shop-model.ts';
import { MIN_COVERAGE, type Coverage } from '../../insight/coverage.ts';

export type Withheld =
  /** Too few of the days were seen; `share` is 0..1. */
  | { because: 'coverage'; share: number; needed: number }
  | { because: 'notFitted' }
  /** What the next level of figures still needs. */
  | { because: 'tooLittleData'; missing: Missing }
  /** There is enough data, but the models did not settle on it. */
  | { because: 'notConverged' }
  /** Past windows did not tell who comes back, or there are none to ask. */
  | { because: 'refused'; refusal: GateRefusal };

/** Null for what is shown. */
export interface WithheldFigures {
  /** Health and its band. */
  health: Withheld | null;
  /** Chances in percent, return rates and expected spend. */
  percentages: Withheld | null;
}

/** @param fitted whatever the coverage; null before the first fit */
export function withheldFigures(coverage: Coverage, fitted: ShopModel | null): WithheldFigures {
  const whole = withheldWhole(coverage, fitted);
  if (whole || !fitted) return { health: whole, percentages: whole };
  const { health, percentages } = allowedBy(fitted);
  return {
    health: health ? null : whyNot(fitted, 1),
    percentages: percentages ? null : whyNot(fitted, health ? 2 : 1),
  };
}

/** Where too little was seen to say who stayed away; null where enough was, and before anything was. */
export function lowCoverageOf({ startDay, share }: Coverage): LowCoverage | null {
  return startDay !== null && share < MIN_COVERAGE ? { share, needed: MIN_COVERAGE } : null;
}

function withheldWhole(coverage: Coverage, fitted: ShopModel | null): Withheld | null {
  const low = lowCoverageOf(coverage);
  if (low) return { because: 'coverage', ...low };
  return fitted ? null : { because: 'notFitted' };
}

/** @param needed the level from which on the figure is shown */
function whyNot({ data, level, gate }: ShopModel, needed: number): Withheld {
  if (data.level < needed) return { because: 'tooLittleData', missing: data.missing };
  if (level >= needed && gate.refusal !== null) return { because: 'refused', refusal: gate.refusal };
  return { because: 'notConverged' };
}

/** All that is known of how the customers of one shop come back: the result of fitting, plain data, to be stored. */
import type { Fit, ReturnModelName } from '../models/fit.ts';
import type { Backtest } from './backtest.ts';
import type { BlendName, LogLosses } from './blend.ts';
import type { DataLevel, Level } from './data-level.ts';
import type { Gate } from './gate.ts';
import type { Anchors } from './health.ts';
import type { LogisticFit } from './logistic.ts';
import type { ShopCycle } from './shop-cycle.ts';
import type { SpendModel } from './spend.ts';

/** A stored model with another number is to be fitted anew. */
export const SHOP_MODEL_VERSION = 1;
export const DEFAULT_HORIZON_DAYS = 60;

/** A search that ended elsewhere than at a top. */
export interface FitProblem {
  /** As of which day; that of the model itself costs a level, a past one does not. */
  readonly day: number;
  readonly model: ReturnModelName | 'logistic';
}

/** Which customers the models learnt from: everyone, or those first seen well after the data begin. */
export type LearntFrom = 'everyone' | 'newcomers';

export interface ShopModel {
  readonly version: number;
  /** The last day seen in full. */
  readonly asOfDay: number;
  readonly horizonDays: number;
  /** What the amount of data allows, and what the next level needs. */
  readonly data: DataLevel;
  /** In force: that of the data, or one below it where a fit did not converge. */
  readonly level: Level;
  readonly problems: readonly FitProblem[];
  readonly learntFrom: LearntFrom;
  /** Those in use: none at level 0, one at 1, up to three above. */
  readonly fits: readonly Fit[];
  readonly blend: BlendName;
  /** What the blend was chosen by; null where nothing could be compared. */
  readonly blendLosses: LogLosses | null;
  readonly logistic: LogisticFit | null;
  readonly gate: Gate;
  readonly cycle: ShopCycle;
  readonly anchors: Anchors | null;
  readonly spend: SpendModel | null;
  readonly backtest: Backtest;
  /** Share of the customers who came back in the newest window; null without a window. */
  readonly baseRate: number | null;
}

/** What may be shown of single customers. */
export interface Allowed {
  /** Health and its band. */
  readonly health: boolean;
  /** Chances in percent, and return rates. */
  readonly percentages: boolean;
  /** Expected spend. */
  readonly amounts: boolean;
}

/**
 * A past that tells nothing closes everything. One too short to be looked at leaves the bands, which are no more than an order,
 * and withholds the numbers.
 */
export function allowedBy({ level, gate, anchors, spend }: ShopModel): Allowed {
  const health = level >= 1 && (gate.isOpen || gate.refusal === 'untested') && anchors !== null;
  const percentages = health && level >= 2 && gate.isOpen;
  return { health, percentages, amounts: percentages && spend !== null };
}

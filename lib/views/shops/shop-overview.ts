/** A shop at a glance: how many customers are in which state, tier and band. */
import type { Measures } from '../../insight/measures/measures.ts';
import { bandColumn, cutsOf } from '../../insight/tiers/bands.ts';
import { lifecycleColumn, lifecycleDays } from '../../insight/tiers/lifecycle.ts';
import { countBy, tierColumn } from '../../insight/tiers/tier-columns.ts';
import type { ThresholdValues } from '../../insight/tiers/threshold.ts';
import type { MetricName } from '../../insight/metrics.ts';
import type { Label } from '../../model/label.ts';
import { bandScales, lifecycle } from '../../rules/tiers.ts';
import type { ShopContext } from './shop-context.ts';
import { tierSettingsOf } from './shop-tiers.ts';

export interface CountRow {
  id: string;
  label: Label;
  count: number;
}

export interface BandCounts {
  id: string;
  label: Label;
  note: Label | null;
  metric: MetricName;
  /** Ascending, one less than rows; null where nobody's number is known. */
  cuts: number[] | null;
  /** From the lowest band up. */
  rows: CountRow[];
  /** Customers whose number is not known. */
  unknown: number;
}

export interface ShopOverview {
  /** Of whom an order was seen. */
  customers: number;
  /** Of these, with a purchase that stands. */
  buyers: number;
  /** In the order of a customer's life. */
  lifecycle: CountRow[];
  /** In order of precedence; a customer counts in their own tier only. */
  tiers: CountRow[];
  /** Buyers in no tier. */
  untiered: number;
  bands: BandCounts[];
}

export function overviewOf(measures: Measures, context: ShopContext): ShopOverview {
  const values = tierSettingsOf(context.settings).thresholds;
  const states = countBy(lifecycleColumn(measures, lifecycleDays(lifecycle, values)), lifecycle.states.length + 1);
  const ofTiers = countBy(tierColumn(measures, context.tiers), context.tiers.length + 1);
  const strangers = states[0]!;
  return {
    customers: measures.size,
    buyers: measures.size - strangers,
    lifecycle: lifecycle.states.map(({ id, label }, index) => ({ id, label, count: states[index + 1]! })),
    tiers: context.tiers.map(({ id, label }, index) => ({ id, label, count: ofTiers[index + 1]! })),
    untiered: Math.max(0, ofTiers[0]! - strangers),
    bands: bandScales.map((scale) => bandCounts(scale, measures, values)),
  };
}

/** @param values of the shop's thresholds; cuts that are not ascending are taken from the presets */
export function bandCounts(
  scale: (typeof bandScales)[number],
  measures: Measures,
  values: ThresholdValues,
): BandCounts {
  const { id, label, note, metric, bands } = scale;
  const cuts = cutsOf(scale, measures, ascending(scale, values));
  const counts = cuts && countBy(bandColumn(scale, measures, cuts), bands.length + 1);
  return {
    id,
    label,
    note: note ?? null,
    metric,
    cuts,
    rows: bands.map((band, index) => ({ id: band.id, label: band.label, count: counts?.[index + 1] ?? 0 })),
    unknown: counts?.[0] ?? measures.size,
  };
}

/** The shop's own cuts, or the presets where its cuts are not ascending any more. */
function ascending({ cuts }: (typeof bandScales)[number], values: ThresholdValues): ThresholdValues {
  const set = cuts.flatMap(({ threshold }) => values[threshold.id] ?? threshold.default ?? []);
  return set.every((cut, at) => at === 0 || cut >= set[at - 1]!) ? values : {};
}

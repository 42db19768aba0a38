/** The shipped tiers, bands, lifecycle and tiers of livestreams, and the thresholds that a shop may set for itself. */
import { bandScaleSchema } from '../insight/tiers/band-schema.ts';
import { eventTierGroupSchema } from '../insight/tiers/event-tier-schema.ts';
import { lifecycleSchema } from '../insight/tiers/lifecycle-schema.ts';
import { thresholdSchema } from '../insight/tiers/threshold-schema.ts';
import { tierSchema } from '../insight/tiers/tier-schema.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import bandData from './tiers/bands.json' with { type: 'json' };
import eventData from './tiers/event-tiers.json' with { type: 'json' };
import lifecycleData from './tiers/lifecycle.json' with { type: 'json' };
import thresholdData from './tiers/thresholds.json' with { type: 'json' };
import tierData from './tiers/tiers.json' with { type: 'json' };

/** All that a shop may set, in the order in which they are shown. */
export const thresholds = checked(z.array(thresholdSchema).readonly(), thresholdData);

const byId = new Map(thresholds.map((threshold) => [threshold.id, threshold]));
/** Several lines may run at the same threshold, so the data names it. */
const withThresholds = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (key, value: unknown) =>
    key === 'threshold' && typeof value === 'string' ? (byId.get(value) ?? value) : value,
  );

/** In order of precedence: the first that a customer passes is theirs. */
export const tiers = checked(z.array(tierSchema).readonly(), withThresholds(tierData));

export const bandScales = checked(z.array(bandScaleSchema).readonly(), withThresholds(bandData));

export const lifecycle = checked(lifecycleSchema, withThresholds(lifecycleData));

/** Two ways of looking at who bought in a livestream. */
export const eventTierGroups = checked(z.array(eventTierGroupSchema).readonly(), withThresholds(eventData));

/** The shipped tiers, checked once at load. */
import { tierSchema } from '../insight/tier.ts';
import { z } from '../model/zod.ts';
import data from './tiers/tiers.json' with { type: 'json' };

/** In order of precedence: the first that a customer passes is theirs. */
export const tiers = z.array(tierSchema).readonly().parse(data);

/** What each metric is called, counted in and looked for under. */
import { metricWordsSchema } from '../insight/segments/vocabulary-schema.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import data from './metrics/metrics.json' with { type: 'json' };

/** One entry per metric, in the order in which they are offered. */
export const metricWords = checked(z.array(metricWordsSchema).readonly(), data);

/** The words of the segment language, the shipped segments, and what is known of the platforms' own filters. */
import {
  conditionSchema,
  platformFiltersSchema,
  quickSegmentSchema,
  segmentWordsSchema,
} from '../insight/segments/vocabulary-schema.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import conditionData from './segments/conditions.json' with { type: 'json' };
import filterData from './segments/platform-filters.json' with { type: 'json' };
import quickData from './segments/quick-segments.json' with { type: 'json' };
import wordData from './segments/words.json' with { type: 'json' };

export const segmentWords = checked(segmentWordsSchema, wordData);

export const conditions = checked(z.array(conditionSchema).readonly(), conditionData);

export const quickSegments = checked(z.array(quickSegmentSchema).readonly(), quickData);

export const platformFilters = checked(platformFiltersSchema, filterData);

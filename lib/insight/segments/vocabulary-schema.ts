/** The words of the segment language as data: metrics, named conditions, and everything that joins them. */
import { labelSchema } from '../../model/label.ts';
import { platformSchema } from '../../model/platform.ts';
import { z } from '../../model/zod.ts';
import { metricNames } from '../metrics.ts';
import { clauseSchema } from '../tiers/clause-schema.ts';

/** What one of a metric is. Money is held in fen and written in yuan; a flag is 0 or 1. */
export const metricUnitSchema = z.enum([
  'times',
  'days',
  'months',
  'fen',
  'ratio',
  'pieces',
  'percent',
  'score',
  'flag',
]);
export type MetricUnit = z.infer<typeof metricUnitSchema>;

/** A word of a query begins with no digit and holds none of the signs that the language reads as its own. */
const word = z
  .string()
  .regex(/^[^\d\s.<>=!&|(),，、（）～~-][^<>=!&|()，、（）～~]*$/, 'expected a word that begins with a letter');
const words = z.array(word).min(1);
/** Letters that find a word while typing, such as the initials of its pinyin (上次: sc). */
const pinyin = z.string().regex(/^[a-z0-9]+$/);
/** Words of a query in English; the first is the one we write there. */
const english = z.array(word.regex(/^[a-z0-9 -]+$/, 'expected an English word in small letters')).min(1);

/** Wording of a platform's own filter. `unconfirmed`: told by a source, not seen on the page. */
const platformFilterSchema = z.object({
  filter: labelSchema,
  certainty: z.enum(['confirmed', 'unconfirmed']),
  /** A rule id, or the field of the platform's interface that the name is taken from. */
  source: z.string().min(1),
  /** Where the platform may count otherwise than we do. */
  note: labelSchema.nullable(),
});
export type PlatformFilter = z.infer<typeof platformFilterSchema>;

export const metricWordsSchema = z.object({
  name: z.enum(metricNames),
  /** The short name, for heads of columns and lists. */
  label: labelSchema,
  /** How evidence begins: "距上次购买" 45 天. */
  fact: labelSchema,
  /** How it begins where the number is below zero and is told as what is over: "已过" 4 天. Left out of what never is. */
  past: labelSchema.optional(),
  unit: metricUnitSchema,
  /** Words of a query; the first is the one we write. */
  words,
  pinyin,
  definition: labelSchema,
  /** Null: no filter of the platform is known to say this. */
  platforms: z.record(platformSchema, platformFilterSchema.nullable()),
});
export type MetricWords = z.infer<typeof metricWordsSchema>;

/** A word that stands for clauses, all of which must hold: 售后中. */
export const conditionSchema = z.object({
  id: z.string().min(1),
  label: labelSchema,
  words,
  pinyin,
  all: z.array(clauseSchema).min(1),
});
export type NamedCondition = z.infer<typeof conditionSchema>;

const signs = z.array(z.string().min(1)).min(1);
const comparisonSignSchema = z.enum(['>=', '<=', '>', '<', '=', '!=']);
export type ComparisonSign = z.infer<typeof comparisonSignSchema>;

export const segmentWordsSchema = z.object({
  /** The first of each is the one we write. */
  connectives: z.object({ and: signs, or: signs, not: signs }),
  /** Before a value: 大于 30. */
  comparisons: z.record(comparisonSignSchema, signs),
  /** After a value: 30 天以上. */
  suffixes: z.record(z.enum(['>=', '<=']), signs),
  /** Between two values, and after them. */
  ranges: signs,
  rangeEnds: signs,
  /** Before a tier, when it must be the customer's own: 等级=高价值. */
  ownTier: signs,
  /** Before a tag, the sign that joins them among it: 标签:熟客. */
  tag: signs,
  /** What a written unit is of each unit of a metric: a 月 is 30 days, or one of a number of months. */
  units: z.array(z.object({ words: signs, of: z.partialRecord(metricUnitSchema, z.number().positive()) })).min(1),
  /** Amounts that need no number: 半年. */
  amounts: z.array(z.object({ words: signs, unit: metricUnitSchema, value: z.number().positive() })),
  /** The unit that we write behind a value. */
  written: z.record(metricUnitSchema, z.string()),
  digits: z.record(z.string().length(1), z.number().min(0).max(9)),
  magnitudes: z.record(z.string().length(1), z.number().min(10)),
  half: z.string().length(1),
  /** More words for shipped tiers, by tier id; their labels and ids are words already. */
  tiers: z.record(z.string(), z.object({ words: z.array(word), pinyin })),
  /** The words of metrics and conditions in English, by their ids. */
  english: z.object({ metrics: z.record(z.enum(metricNames), english), conditions: z.record(z.string(), english) }),
  /** Said after a tier or a condition and meaning nothing: 沉睡客户. */
  fillers: signs,
});
export type SegmentWords = z.infer<typeof segmentWordsSchema>;

/** Where a platform keeps its filters, and why a part of a query cannot be entered there. */
export const platformFiltersSchema = z.object({
  places: z.record(
    platformSchema,
    z.object({ path: labelSchema, certainty: z.enum(['confirmed', 'unconfirmed']), source: z.string().min(1) }),
  ),
  reasons: z.record(z.enum(['noFilter', 'either', 'negation', 'ownTier', 'tag']), labelSchema),
  certainties: z.record(z.enum(['confirmed', 'unconfirmed']), labelSchema),
});
export type PlatformFilters = z.infer<typeof platformFiltersSchema>;

export const quickSegmentSchema = z.object({
  id: z.string().min(1),
  label: labelSchema,
  query: z.string().min(1),
  /** Rule ids, such as SEG-12. */
  source: z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/)).min(1),
});

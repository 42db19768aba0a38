/** How far a shop may move the numbers of a playbook, by their unit, as data. */
import { z } from '../model/zod.ts';

export const numberUnits = ['days', 'hours', 'times', 'pieces', 'fen', 'score', 'rate', 'points'] as const;
export type NumberUnit = (typeof numberUnits)[number];

export const rangeSchema = z
  .object({ min: z.number(), max: z.number(), step: z.number().positive() })
  .refine(({ min, max }) => min < max, { error: 'expected min < max' });
export type NumberRange = z.infer<typeof rangeSchema>;

export const numberRangesSchema = z.object({
  units: z.record(z.enum(numberUnits), rangeSchema),
  /** Of numbers that mean something of their own, by their key or by its part after the dot. */
  keys: z.record(z.string(), rangeSchema),
});
export type NumberRanges = z.infer<typeof numberRangesSchema>;

/** A reply (话术) as data: who may get it, in which scene, in which tone, and where its wording comes from. */
import { z } from '../model/zod.ts';
import { platformSchema } from '../model/platform.ts';
import { labelSchema } from '../model/label.ts';
import { hasStrayBrace } from './placeholders.ts';

/** 活泼 / 标准 / 商务 (TPL-19). Staff choose; age and gender are never inferred. */
export const toneSchema = z.enum(['lively', 'standard', 'business']);

export const replyTemplateSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected a kebab-case id such as damaged-reship'),
  scene: z.string().min(1),
  label: labelSchema,
  tone: toneSchema,
  platforms: z.array(platformSchema).min(1),
  /** Empty: for every tier. */
  tierIds: z.array(z.string().min(1)),
  text: z
    .string()
    .min(1)
    .max(500)
    .refine(
      (text) => !hasStrayBrace(text),
      'expected braces only around a variable name such as {itemTitle}; remove the others',
    ),
  /** The practice the wording follows, by its id. */
  source: z.string().regex(/^[A-Z]{3}-\d{2}$/, 'expected the id of a practice such as TPL-07'),
});
export type ReplyTemplate = z.infer<typeof replyTemplateSchema>;

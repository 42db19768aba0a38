/** A reply that a shop wrote itself, as the log keeps it. */
import { z } from './zod.ts';
import { orderStageSchema } from './order-stage.ts';
import { platformSchema } from './platform.ts';

/** 活泼 / 标准 / 商务 (TPL-19). Staff choose; age and gender are never inferred. */
export const toneSchema = z.enum(['lively', 'standard', 'business']);
export type Tone = z.infer<typeof toneSchema>;

export const ownTemplateSchema = z.object({
  templateId: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(40),
  /** The shop's own drawer; null for none. */
  group: z.string().trim().min(1).max(20).nullable(),
  /** Id of a scene. */
  scene: z.string().min(1).max(40),
  tone: toneSchema,
  platforms: z.array(platformSchema).min(1).max(2),
  text: z.string().trim().min(1).max(500),
  /** Who keeps it up to date; null for nobody in particular. */
  owner: z.string().trim().min(1).max(20).nullable(),
  /** The last Shanghai day on which it is offered; null for no end. */
  expiresDay: z.number().int().min(0).max(100_000).nullable(),
  /** Ids of the tiers that it is meant for; none, or left out as in what was kept earlier: for every customer. */
  tierIds: z.array(z.string().min(1).max(40)).max(20).optional(),
  /** Where an order must stand; none or left out: anywhere. */
  stages: z.array(orderStageSchema).max(orderStageSchema.options.length).optional(),
});
export type OwnTemplate = z.infer<typeof ownTemplateSchema>;

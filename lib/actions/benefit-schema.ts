/** A right that is no cut in price (权益), as data: what serves where a coupon is too small to be noticed (ACT-15, ACT-16). */
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';

export const benefitSchema = z.object({
  id: z.string().min(1).max(40),
  source: z.array(z.string()).min(1),
  label: labelSchema,
  /** What the person does, in one sentence. */
  advice: labelSchema,
  /** The scene of the replies that speak of it. */
  sceneId: z.string().min(1),
  /** Ids of the categories of goods that it goes with; null for all. */
  categoryIds: z.array(z.string()).min(1).nullable(),
  /** A shop has it that said nothing: it takes no more than attention. */
  isUsual: z.boolean(),
});
export type Benefit = z.infer<typeof benefitSchema>;

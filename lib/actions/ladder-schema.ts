/** A step of the ladder of growth as data: so many more purchases within so many days of the first unlock a reward. */
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';

export const ladderStepSchema = z.object({
  /** The playbook that speaks of it; the ladder stands on the card where one of them is on. */
  playbookId: z.string().min(1),
  days: z.number().int().positive(),
  repeats: z.number().int().positive(),
  reward: labelSchema,
});
export type LadderStep = z.infer<typeof ladderStepSchema>;

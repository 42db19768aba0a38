/** A name of our own data (tier, playbook, template) in the languages of the interface. */
import { z } from './zod.ts';

export const labelSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Label = z.infer<typeof labelSchema>;

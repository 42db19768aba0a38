import { z } from '../model/zod.ts';

/** A name shown in the interface, in both of its languages. */
export const bilingualSchema = z.object({ zh: z.string().min(1).max(60), en: z.string().min(1).max(120) });
export type Bilingual = z.infer<typeof bilingualSchema>;

import { z } from './zod.ts';

/** `taobao` stands for Taobao and Tmall: one console, one identity space. */
export const platformSchema = z.enum(['jd', 'taobao']);
export type Platform = z.infer<typeof platformSchema>;

/** What somebody comes with: it decides how fast they want an answer. */
import { z } from './zod.ts';

export const matterSchema = z.enum(['complaint', 'complex', 'liveMismatch', 'urgent', 'general', 'presale']);
export type Matter = z.infer<typeof matterSchema>;

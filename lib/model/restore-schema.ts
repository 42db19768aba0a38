/** A restore as the dashboard tells it to the writer; the portion size is in `restore.ts`, which the dashboard carries. */
import { RESTORE_RECORDS } from './restore.ts';
import { z } from './zod.ts';

export const restoreStartSchema = z.object({
  /** The key of the customers' ids that the backup was made with. */
  identitySecret: z.string().regex(/^[\da-f]{64}$/),
});

export const restorePortionSchema = z.object({
  table: z.string().min(1).max(40),
  records: z.array(z.record(z.string(), z.unknown())).max(RESTORE_RECORDS),
});
export type RestorePortion = z.infer<typeof restorePortionSchema>;

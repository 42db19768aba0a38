/** What the dashboard tells the writer of a file that it saves. */
import { exportedThings, exportSets, unmaskReasons } from './audit.ts';
import { z } from './zod.ts';

const count = z.number().int().min(0);

/** `unmasked` is told before the first name is written, so that no file with names is missing from the list. */
export const exportNoteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unmasked'), what: z.enum(exportSets), reason: z.enum(unmaskReasons) }),
  z.object({ kind: z.literal('exported'), what: z.enum(exportedThings), rows: count }),
  z.object({ kind: z.literal('backupSaved'), bytes: count }),
]);
export type ExportNote = z.infer<typeof exportNoteSchema>;

/** Which column of a shop's own export is what, as a person said it. */
import { platformSchema } from './platform.ts';
import { z } from './zod.ts';

export const columnMappingSchema = z.object({
  platform: platformSchema,
  /** `orders`: a row per order or per line of one. `lines`: lines alone. `afterSales`: a row per case. */
  holds: z.enum(['orders', 'lines', 'afterSales']),
  /** Name of a field -> name of the column. */
  columns: z.record(z.string().min(1).max(30), z.string().min(1).max(200)),
  /** The known export of which it puts some columns right; what a person cannot name is read as that one has it. */
  over: z.string().min(1).max(40).optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** What a shop decided about its service; the newest event of a shop holds. */
import { fenSchema } from './fen-schema.ts';
import { z } from './zod.ts';

export const serviceSettingsSchema = z.object({
  /** Up to which amount staff and managers agree themselves; null for the usual ones. */
  authorityFen: z
    .object({ staff: fenSchema, manager: fenSchema })
    .refine(({ staff, manager }) => staff <= manager, 'managers may agree to at least as much as staff')
    .nullable(),
  /** What it costs to send a parcel out, and to have one fetched back; null for not said. */
  freightFen: z.object({ out: fenSchema.nullable(), back: fenSchema.nullable() }),
  /** What it wants of a platform's measure (id of a `Kpi`), a share or milliseconds; others have the usual one. */
  kpiTargets: z.record(z.string().min(1).max(40), z.number().positive()),
});
export type ServiceSettings = z.infer<typeof serviceSettingsSchema>;

export const shopServiceSchema = z.object({ shopId: z.string().min(1), settings: serviceSettingsSchema });
export type ShopService = z.infer<typeof shopServiceSchema>;

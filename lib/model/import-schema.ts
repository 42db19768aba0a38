/** An import as the dashboard tells it to the writer; its plain shapes are in `imported.ts`, which the dashboard carries. */
import { afterSaleSchema } from './after-sale.ts';
import { rejectSchema } from './capture.ts';
import { fenSchema } from './fen-schema.ts';
import { PORTION_ENTRIES } from './imported.ts';
import { orderIdSchema, orderItemSchema, orderSchema, placeSchema } from './order.ts';
import { platformSchema } from './platform.ts';
import { z } from './zod.ts';

const rowNumber = z.number().int().nonnegative();

export const importStartSchema = z.object({
  file: z.object({
    name: z.string().max(300),
    table: z.string().max(300),
    fingerprint: z.string().regex(/^[\da-f]{16,64}-\d{1,6}$/),
    rows: rowNumber,
  }),
  kind: z.string().min(1).max(40),
  platform: platformSchema,
  /** One that is known, or a name for a new one. */
  shop: z.union([
    z.object({ shopId: z.string().min(1).max(100) }),
    z.object({ name: z.string().trim().min(1).max(60) }),
  ]),
  /** When the file was written, epoch ms. */
  writtenAt: z.number().int().positive(),
});
export type ImportStart = z.infer<typeof importStartSchema>;

const entries = z.array(z.unknown()).max(PORTION_ENTRIES);

/** What some rows came to; the entries are checked one by one on arrival. */
export const importPortionSchema = z.object({
  importId: z.string().min(1).max(60),
  /** Counted from 0: one that was taken already is not taken again. */
  number: z.number().int().nonnegative(),
  rows: rowNumber,
  orders: entries,
  lines: entries,
  afterSales: entries,
  rejects: z.array(rejectSchema).max(PORTION_ENTRIES),
});
export type ImportPortionMessage = z.infer<typeof importPortionSchema>;

export const importedOrderSchema = z.object({
  order: orderSchema,
  refundedFen: fenSchema.nullable(),
  tellsAfterSales: z.boolean(),
  place: placeSchema.optional(),
  line: rowNumber,
});

export const importedLinesSchema = z.object({
  orderId: orderIdSchema,
  items: z.array(orderItemSchema).min(1).max(500),
  line: rowNumber,
});

export const importedCaseSchema = z.object({ afterSale: afterSaleSchema, line: rowNumber });

export const importIdSchema = z.object({ importId: z.string().min(1).max(60) });

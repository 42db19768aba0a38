/** One order as a seller's page or file shows it. */
import { z } from './zod.ts';
import { buyerSchema } from './buyer-schema.ts';
import { CARRIER_NAME } from './carrier.ts';
import { fenSchema } from './fen-schema.ts';
import { instantSchema } from './instant-schema.ts';

/**
 * `paid`: paid and to be shipped. `cancelled`: closed, before or after payment. `unknown`: a status text that no
 * table knows; never a guess.
 */
export const orderStatusSchema = z.enum(['unpaid', 'paid', 'onHold', 'shipped', 'completed', 'cancelled', 'unknown']);
export type OrderStatus = z.infer<typeof orderStatusSchema>;

export const itemAfterSaleSchema = z.enum(['none', 'requested', 'refunded', 'cancelled']);
export type ItemAfterSale = z.infer<typeof itemAfterSaleSchema>;

/** The platforms' ids have 15 to 19 digits; a file of a shop's own system may have short ones. */
export const orderIdSchema = z.string().regex(/^\d{1,20}$/);

export const orderItemSchema = z.object({
  title: z.string().min(1).max(500),
  quantity: z.number().int().positive().max(1_000_000),
  /** The deal price of one piece, never the struck-through one. */
  unitPriceFen: fenSchema.nullable(),
  skuId: z.string().max(40).nullable(),
  afterSale: itemAfterSaleSchema,
});
export type OrderItem = z.infer<typeof orderItemSchema>;

export const orderSchema = z.object({
  orderId: orderIdSchema,
  placedAt: instantSchema,
  paidAt: instantSchema.nullable(),
  status: orderStatusSchema,
  /** What the buyer pays for the whole order, freight included; null where the seller switched the column off. */
  amountFen: fenSchema.nullable(),
  freightFen: fenSchema.nullable(),
  buyer: buyerSchema,
  items: z.array(orderItemSchema).max(500),
  /** Left out before it is shipped, where the page does not tell, and where several companies carry parts of it. */
  carrier: z.string().regex(CARRIER_NAME).optional(),
});
export type Order = z.infer<typeof orderSchema>;

/** An order alone, of a record that has more: quicker than its schema where it was checked before. */
export function plainOrder(order: Order): Order {
  const { orderId, placedAt, paidAt, status, amountFen, freightFen, buyer, items, carrier } = order;
  return {
    orderId,
    placedAt,
    paidAt,
    status,
    amountFen,
    freightFen,
    buyer: { display: buyer.display, key: buyer.key, quality: buyer.quality },
    items: items.map(({ title, quantity, unitPriceFen, skuId, afterSale }) => ({
      title,
      quantity,
      unitPriceFen,
      skuId,
      afterSale,
    })),
    ...(carrier === undefined ? {} : { carrier }),
  };
}

/** Where an order goes, no nearer than the city. */
export const placeSchema = z.object({
  province: z.string().min(1).max(10),
  /** Null where the page does not tell, and for a province that is one city. */
  city: z.string().min(1).max(20).nullable(),
});
export type Place = z.infer<typeof placeSchema>;

/**
 * What a page shows beside the mask of a buyer. `phoneTail` is on its way to become a keyed hash: it is never stored, printed or
 * put into a message that leaves the background.
 */
const cluesSchema = z.object({
  phoneTail: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  place: placeSchema.nullable(),
});
export type SeenClues = z.infer<typeof cluesSchema>;

/** An order on its way from a page to the store. */
export const seenOrderSchema = orderSchema.extend({
  clues: cluesSchema.optional(),
  /** What the page says was taken off goods and freight: for the canary (`model/field-counts.ts`), never stored. */
  discountFen: fenSchema.optional(),
});
export type SeenOrder = z.infer<typeof seenOrderSchema>;

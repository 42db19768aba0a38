/** One review as the seller's list of reviews shows it. */
import { instantSchema } from './instant-schema.ts';
import { orderIdSchema } from './order.ts';
import { z } from './zod.ts';

export const ratingSchema = z.enum(['positive', 'neutral', 'negative']);
export type Rating = z.infer<typeof ratingSchema>;

export const reviewSchema = z.object({
  orderId: orderIdSchema,
  /** The order line that is reviewed, or the review's own number; null where the page shows neither. */
  lineId: z.string().min(1).max(40).nullable(),
  rating: ratingSchema,
  /** What the buyer wrote; empty when they wrote nothing. */
  text: z.string().max(1000),
  ratedAt: instantSchema.nullable(),
  /** The platform's stable id of the buyer, where the page carries one. */
  buyerKey: z.string().min(1).max(100).nullable(),
});
export type Review = z.infer<typeof reviewSchema>;

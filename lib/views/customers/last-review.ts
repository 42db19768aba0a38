/** What a customer said of the shop last, from the reviews of their orders and those that carry their own id. */
import type { Review } from '../../model/review.ts';
import type { LiukeDatabase } from '../../store/database.ts';

export type SeenReview = Pick<Review, 'orderId' | 'rating' | 'text' | 'ratedAt'>;

/** @param orderRecordIds the customer's orders */
export async function readLastReview(
  db: LiukeDatabase,
  customerIds: string[],
  orderRecordIds: string[],
): Promise<SeenReview | null> {
  const [own, ofOrders] = await Promise.all([
    db.reviews.where('customerId').anyOf(customerIds).toArray(),
    db.reviews.where('orderRecordId').anyOf(orderRecordIds).toArray(),
  ]);
  const newest = [...own, ...ofOrders].toSorted((a, b) => (b.ratedAt ?? b.seenAt) - (a.ratedAt ?? a.seenAt))[0];
  if (!newest) return null;
  const { orderId, rating, text, ratedAt } = newest;
  return { orderId, rating, text, ratedAt };
}

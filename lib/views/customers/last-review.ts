/** What a customer said of the shop last, from the reviews of their orders and those that carry their own id. */
import type { Review } from '../../model/review.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { recordsOf } from '../../store/of-keys.ts';
import type { ReviewRecord } from '../../store/records.ts';

export type SeenReview = Pick<Review, 'orderId' | 'rating' | 'text' | 'ratedAt'>;

/** @param orderRecordIds the customer's orders */
export async function readReviews(
  db: LiukeDatabase,
  customerIds: string[],
  orderRecordIds: string[],
): Promise<ReviewRecord[]> {
  const [own, ofOrders] = await Promise.all([
    recordsOf(db.reviews, 'customerId', customerIds),
    recordsOf(db.reviews, 'orderRecordId', orderRecordIds),
  ]);
  return [...new Map([...own, ...ofOrders].map((each) => [each.id, each])).values()];
}

export function lastAmong(reviews: readonly ReviewRecord[]): SeenReview | null {
  const newest = reviews.toSorted((a, b) => (b.ratedAt ?? b.seenAt) - (a.ratedAt ?? a.seenAt))[0];
  if (!newest) return null;
  const { orderId, rating, text, ratedAt } = newest;
  return { orderId, rating, text, ratedAt };
}

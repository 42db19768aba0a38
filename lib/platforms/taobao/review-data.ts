/**
 * Reviews in the inline data of the page, in the shape of a captured answer of 2026. Where in the data their list stands is not known:
 * it is the list whose entries all have `rateContent`. Ids of orders are texts; a number is rounded already and none.
 */
import type { Rating, Review } from '../../model/review.ts';
import { ReadError } from '../reading/read-error.ts';
import { clean } from '../reading/text.ts';
import { fieldsOf, textIn } from './detail-nodes.ts';
import { textOfEntities } from './inline-data.ts';
import { inlineValues, isFields, listsIn, type Fields } from './inline-json.ts';
import { FILLER, ratingCodes } from './review-words.ts';

export const MAX_TEXT_CHARS = 1000;

/** The entries of the first such list. */
export function inlineReviews(document: Document): Fields[] {
  const isReview = (entry: unknown) => isFields(entry) && isFields(entry.rateContent);
  for (const value of inlineValues(document, 'rateContent')) {
    const [list] = listsIn(value, isReview);
    if (list) return list as Fields[];
  }
  return [];
}

/** The numbers by which a row of the page may name the order of an entry. */
export function orderIdsOf(entry: Fields): string[] {
  const { mainOrderId, orderId } = fieldsOf(entry.orderInfo);
  return [mainOrderId, orderId, fieldsOf(entry.itemInfo).orderId].filter(isOrderId);
}

/** @throws ReadError naming the first value that is not certain */
export function reviewOf(entry: Fields): Review {
  const { mainOrderId } = fieldsOf(entry.orderInfo);
  if (!isOrderId(mainOrderId)) throw new ReadError('order id');
  const main = fieldsOf(fieldsOf(entry.rateContent).mainRate);
  if (typeof main.content !== 'string') throw new ReadError('review text');
  const { securityuid } = fieldsOf(entry.userInfo);
  return {
    orderId: mainOrderId,
    lineId: articleOf(entry),
    rating: ratingOf(fieldsOf(entry.emotionType).status),
    text: writtenText(textOfEntities(main.content)),
    ratedAt: Number.isSafeInteger(main.date) ? (main.date as number) : null,
    buyerKey: textIn(securityuid) || null,
  };
}

/** What a buyer wrote, without the platform's words for nothing. */
export function writtenText(text: string): string {
  const lines = text
    .split('\n')
    .map(clean)
    .filter((line) => line !== '' && !FILLER.test(line));
  return lines.join('\n').slice(0, MAX_TEXT_CHARS);
}

function articleOf(entry: Fields): string | null {
  const { itemId } = fieldsOf(entry.itemInfo);
  const id = typeof itemId === 'string' || Number.isSafeInteger(itemId) ? String(itemId) : '';
  return /^[1-9]\d*$/.test(id) ? id : null;
}

function ratingOf(status: unknown): Rating {
  const rating = Object.hasOwn(ratingCodes, String(status)) ? ratingCodes[String(status)] : undefined;
  if (!rating) throw new ReadError('rating');
  return rating;
}

function isOrderId(id: unknown): id is string {
  return typeof id === 'string' && /^\d{15,20}$/.test(id);
}

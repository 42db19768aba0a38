/**
 * Taobao/Tmall reviews: mtop `mtop.rm.sellercenter.list.data.pc`. The records are known from a captured one; where in the answer they
 * stand is not, so they are found by `rateContent`, which nothing else has. Pictures are not looked at.
 */
import type { Rating, Review } from '../../../model/review.ts';
import { textOfEntities } from '../../reading/entities.ts';
import { certainId, codeIn, fieldsOf, instantIn, textIn, type Fields } from '../../reading/fields.ts';
import { ofRecord, ReadError } from '../../reading/read-error.ts';
import { reviewRows } from '../../reading/row-kinds.ts';
import { listAt, listBySign } from '../../responses/find-rows.ts';
import { isCall, observedCalls } from '../../responses/observed-calls.ts';
import { lostBatch, rowsBatch, type ResponseReader } from '../../responses/response-reader.ts';
import { isMask } from '../../../model/identity.ts';

const EMPTY_PATHS = ['dataSource', 'list', 'items', 'results'].flatMap((name) =>
  ['data', 'data.table', 'data.data', 'data.result', 'data.model'].map((place) => `${place}.${name}`),
);

export const ratingCodes: Readonly<Record<string, Rating>> = { 11: 'positive', 12: 'neutral', 13: 'negative' };

/** What the platform writes for a buyer who wrote nothing. */
const FILLERS =
  /^(?:此用户没有填写评价|系统默认好评|评价方未及时做出评价[，,]系统默认好评|此用户没有评论内容)[。！!]?$/;

export const taobaoReviewsResponse: ResponseReader = {
  platform: 'taobao',
  page: 'review-list',
  matches: (url) => isCall(observedCalls.taobaoReviews, url),
  read(value) {
    const isNoneThere = () => listAt(value, EMPTY_PATHS)?.length === 0;
    const records = listBySign(value, (record) => 'rateContent' in record) ?? (isNoneThere() ? [] : null);
    if (!records) return lostBatch('taobao', 'review-list', 'review list');
    return rowsBatch(this, 'reviews', { records, rowKind: reviewRows, read: reviewOf });
  },
};

/** @throws ReadError naming the first value that is not certain */
export function reviewOf(row: Fields): Review {
  const order = fieldsOf(row.orderInfo);
  const orderId = certainId(order.mainOrderId, 'order id', /^\d{15,20}$/);
  const lineId = articleOf(row.itemInfo);
  return ofRecord(`${orderId} ${lineId}`, () => {
    const status = codeIn(fieldsOf(row.emotionType).status);
    if (!Object.hasOwn(ratingCodes, status)) throw new ReadError('rating');
    const { mainRate } = fieldsOf(row.rateContent);
    const rate = fieldsOf(mainRate);
    const securityuid = textIn(fieldsOf(row.userInfo).securityuid);
    return {
      orderId,
      lineId,
      rating: ratingCodes[status]!,
      text: textIn(textOfEntities(textIn(rate.content)))
        .replace(FILLERS, '')
        .slice(0, 1000),
      ratedAt: instantIn(rate.date, 'time of the review'),
      buyerKey: securityuid === '' || isMask(securityuid) ? null : securityuid,
    };
  });
}

/** The article stands for the line: it is what the page shows of it, too. */
function articleOf(itemInfo: unknown): string | null {
  const { itemId } = fieldsOf(itemInfo);
  const id = typeof itemId === 'string' || Number.isSafeInteger(itemId) ? codeIn(itemId) : '';
  return /^[1-9]\d{0,19}$/.test(id) ? id : null;
}

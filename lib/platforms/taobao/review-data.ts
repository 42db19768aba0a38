/** Reviews in the inline data of the page, in the shape of the answer that brings them; where in the data their list stands is not known. */
import { fieldsOf, isFields, type Fields } from '../reading/fields.ts';
import { clean } from '../reading/text.ts';
import { listBySign } from '../responses/find-rows.ts';
import { inlineValues } from './inline-json.ts';
import { FILLER } from './review-words.ts';

const MAX_TEXT_CHARS = 1000;

/** The entries of the first list of reviews. */
export function inlineReviews(document: Document): Fields[] {
  for (const value of inlineValues(document, 'rateContent')) {
    const list = listBySign(value, (record) => 'rateContent' in record);
    if (list) return list.map((entry) => (isFields(entry) ? entry : {}));
  }
  return [];
}

/** The numbers by which a row of the page may name the order of an entry. */
export function orderIdsOf(entry: Fields): string[] {
  const { mainOrderId, orderId } = fieldsOf(entry.orderInfo);
  const isOrderId = (id: unknown): id is string => typeof id === 'string' && /^\d{15,20}$/.test(id);
  return [mainOrderId, orderId, fieldsOf(entry.itemInfo).orderId].filter(isOrderId);
}

/** What a buyer wrote, without the platform's words for nothing. */
export function writtenText(text: string): string {
  const lines = text
    .split('\n')
    .map(clean)
    .filter((line) => line !== '' && !FILLER.test(line));
  return lines.join('\n').slice(0, MAX_TEXT_CHARS);
}

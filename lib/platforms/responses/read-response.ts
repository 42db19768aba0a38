/** Which reader reads which answer. What is never read comes first, then what a platform answers in place of data. */
import type { CaptureBatch } from '../../model/capture.ts';
import { jdAccountInfoResponse } from '../jd/responses/account-info.ts';
import { jdAfterSalePageResponse } from '../jd/responses/after-sale-page.ts';
import { jdHomeDisplayResponse } from '../jd/responses/home-display.ts';
import { jdOrderPageResponse } from '../jd/responses/order-page.ts';
import { taobaoCouponsResponse } from '../taobao/responses/coupons.ts';
import { taobaoDisputesResponse } from '../taobao/responses/disputes.ts';
import { taobaoReviewsResponse } from '../taobao/responses/reviews.ts';
import { taobaoSoldResponse } from '../taobao/responses/sold.ts';
import { answerOf, failureOf } from './answer.ts';
import { emptyBatch, lostBatch, type ResponseReader } from './response-reader.ts';

/** The answers that precise mode reads. */
export const responseReaders: readonly ResponseReader[] = [
  jdOrderPageResponse,
  jdAfterSalePageResponse,
  jdHomeDisplayResponse,
  jdAccountInfoResponse,
  taobaoSoldResponse,
  taobaoDisputesResponse,
  taobaoReviewsResponse,
  taobaoCouponsResponse,
];

/**
 * Reads what a call was answered.
 * @param url the address of the call
 * @param text the body, decoded
 * @param readers more of them for answers that were saved as files
 */
export function readResponse(
  url: URL,
  text: string,
  readers: readonly ResponseReader[] = responseReaders,
): CaptureBatch {
  const reader = readers.find((candidate) => candidate.matches(url));
  if (!reader) return emptyBatch(null, 'unknown');
  return readAnswer(reader, url, text);
}

/** The same, when it is known whose answer it is. */
export function readAnswer(reader: ResponseReader, url: URL, text: string): CaptureBatch {
  const { platform, page } = reader;
  const answer = answerOf(text);
  if (answer.kind === 'refused') return emptyBatch(platform, 'blocked');
  if (answer.kind === 'noData') return lostBatch(platform, page, 'answer (no JSON)');
  const failure = failureOf(answer.value);
  return failure === null ? reader.read(answer.value, url) : lostBatch(platform, page, `answer (${failure})`);
}

/** An answer that was not looked into, by why. */
export function lostResponse(url: URL, what: string): CaptureBatch {
  const reader = responseReaders.find((candidate) => candidate.matches(url));
  return reader ? lostBatch(reader.platform, reader.page, what) : emptyBatch(null, 'unknown');
}

/**
 * Reviews of the Taobao/Tmall console: …/home.htm/comment-manage/list/rateWait4PC. Known are the table with a row per review, the classes
 * `l-rate-content` and `rate-content` of its text and `next-table-expanded-row` of what the buyer added later (one public script), and
 * a captured answer of 2026 with order, rating, text and the buyer's stable id (`securityuid`). Whether the page shows the number of
 * the order is not known: it is taken by its label or caption, or from the inline data. A review that names no order is a reject: it
 * could be nobody's, and nothing could be joined to it.
 */
import { listReading, type PageReader } from '../page-reader.ts';
import { listedRecord } from '../reading/listed-record.ts';
import { listedRecords, noRecords } from '../reading/listed-records.ts';
import { reviewRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { reviewOf } from './responses/reviews.ts';
import { inlineReviews } from './review-data.ts';
import { CONTENT, EXPANDED, ORDER_LINK, readReview } from './review-row.ts';
import { reviewNaming } from './review-words.ts';
import { taobaoShopHints } from './shop-hints.ts';

const reviews = {
  naming: reviewNaming,
  idField: 'orderId',
  id: /(?<!\d)(\d{15,20})(?!\d)/,
  labelledId: /(?<![\u4e00-\u9fff])主?(?:订单号|订单编号|交易编号)\s*[:：]?\s*(\d{15,20})(?!\d)/,
  signsIn: (body: Element) =>
    [...body.querySelectorAll(CONTENT)].filter((element) => element.closest(EXPANDED) === null),
  idLink: ORDER_LINK,
  mark: /(?:评价时间|评价内容|评价类型|订单号|订单编号)\s*[:：]\s*\S/,
} as const;

export const taobaoReviewListReader: PageReader = {
  platform: 'taobao',
  page: 'review-list',
  matches: (url) =>
    /^(myseller|qn)\.taobao\.com$/.test(url.hostname) &&
    /^\/home\.htm\/comment-manage\/list\/rateWait4PC\/?$/.test(url.pathname),
  read(document, memory) {
    const { body } = document;
    const list = body ? listedRecords(body, reviews) : noRecords;
    const data = inlineReviews(document);
    // Nothing painted yet, or rows that name no order beside data that does: the data stands for the rows.
    const reading =
      list.withId > 0 || data.length === 0
        ? readRows(
            reviewRows,
            list.records,
            (root) => {
              const without = new Set([...root.querySelectorAll(EXPANDED), ...list.without]);
              const record = listedRecord(root, reviewNaming, { ...list, without });
              return { value: readReview(record, data), buyerElement: null };
            },
            memory,
            `review ${list.key}`,
          )
        : readRows(
            reviewRows,
            data,
            (entry) => ({ value: reviewOf(entry), buyerElement: null }),
            memory,
            'review data',
          );
    return listReading('taobao', 'review-list', taobaoShopHints(document), 'reviews', reading);
  },
};

/**
 * Reviews of the Taobao/Tmall console: …/home.htm/comment-manage/list/rateWait4PC. Known are the table with a row per review, the classes
 * `l-rate-content` and `rate-content` of its text and `next-table-expanded-row` of what the buyer added later (one public script), and
 * a captured answer of 2026 with order, rating, text and the buyer's stable id (`securityuid`). Whether the page shows the number of
 * the order is not known: it is taken by its label or caption, or from the inline data. A review that names no order is a reject: it
 * could be nobody's, and nothing could be joined to it.
 */
import type { Rating, Review } from '../../model/review.ts';
import { listReading, type PageReader } from '../page-reader.ts';
import { listedRecord, listedRecords, noRecords, type ListedRecord } from '../reading/listed-records.ts';
import { piecesOf, plain, seamedLines } from '../reading/named-values.ts';
import { ofRecord, ReadError } from '../reading/read-error.ts';
import { agreed, numberOf, timeOf } from '../reading/record-values.ts';
import { reviewRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { isCut } from '../reading/text.ts';
import type { Fields } from './inline-json.ts';
import { inlineReviews, orderIdsOf, reviewOf, writtenText } from './review-data.ts';
import {
  FILLER,
  FIRST_REVIEW,
  LATER,
  ratingLabels,
  reviewNaming,
  TEXT_LABEL,
  type ReviewField,
} from './review-words.ts';
import { taobaoShopHints } from './shop-hints.ts';

const CONTENT = '[class*="rate-content"]';
/** What the buyer added later has a row of its own. */
const EXPANDED = '[class*="expanded-row"]';
const BUYER_KEY = '[data-securityuid], a[href*="securityuid="]';
const ARTICLE = 'a[href*="item.taobao.com"], a[href*="detail.tmall.com"]';
const ORDER_LINK = {
  selector: 'a[href*="bizOrderId="], a[href*="biz_order_id="]',
  id: /[?&](?:bizOrderId|biz_order_id)=(\d{15,20})(?!\d)/,
};
/** Beside a text: its day, and pictures. */
const NOT_WRITTEN =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}(?: \d{2}:\d{2}(?::\d{2})?)?|\d+\s*张图片?|查看(?:图片|视频|全文)|展开|收起)$/;

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

type Row = ListedRecord<ReviewField>;

function readReview(record: Row, data: readonly Fields[]): Review {
  const orderId = numberOf(record, 'orderId', String.raw`\d{15,20}`, 'order id') ?? linkedOrder(record);
  if (orderId === null) throw new ReadError('order id');
  return ofRecord(orderId, () => {
    const lineId = articleIn(record);
    const place = placeOfText(record);
    const outside = ratingsOutside(record, place);
    const lines = writtenLines(record, place);
    const rating = agreed(outside.length > 0 ? outside : ratingsAtStart(lines), 'rating');
    if (rating === null) throw new ReadError('rating');
    const text = textIn(lines, outside.length > 0);
    const shown = { orderId, lineId, rating, text, ratedAt: timeOf(record, 'ratedAt', 'time of the review') };
    return withData({ ...shown, buyerKey: buyerKeyIn(record) }, data);
  });
}

/** Where the text stands: by its class, in its column, in the column 评价; null where only a label can tell. */
function placeOfText(record: Row): Element | null {
  const content = record.all(CONTENT).find((element) => element.closest(EXPANDED) === null);
  const cells = [...record.cellsOf('text'), ...record.cellsOf('rated')];
  if (!content && cells.length > 1 && record.cellsOf('text').length !== 1)
    throw new ReadError('review text (which of several)');
  return content ?? cells[0] ?? null;
}

/** Exact words, behind their label, in their column, or somewhere else in the row; else the name of a picture. */
function ratingsOutside(record: Row, place: Element | null): Rating[] {
  if (record.isNamed('rating')) return ratingsAmong(record.wordsOf('rating'));
  const within = new Set(place ? seamedLines(place) : []);
  const rated = record.cellsOf('rated').filter((cell) => cell !== place);
  const elsewhere = [...rated.flatMap((cell) => seamedLines(cell)), ...record.others].filter(
    (line) => !within.has(line),
  );
  const shown = ratingsAmong(elsewhere);
  if (shown.length > 0) return shown;
  const named = record.all('img[alt], [title]').filter((element) => !place?.contains(element));
  return ratingsAmong(named.map((element) => element.getAttribute('alt') ?? element.getAttribute('title') ?? ''));
}

function ratingsAmong(texts: readonly string[]): Rating[] {
  return texts
    .flatMap((text) => text.split('\n').flatMap(piecesOf))
    .flatMap((piece) => (Object.hasOwn(ratingLabels, piece) ? ratingLabels[piece]! : []));
}

/** The lines of the text, up to what came later. */
function writtenLines(record: Row, place: Element | null): string[] {
  const labelled = () => agreed([...record.textsOf('text'), ...record.textsOf('rated')], 'review text')?.split('\n');
  const lines = place ? seamedLines(place, { without: new Set(record.all(EXPANDED)) }) : labelled();
  if (!lines) throw new ReadError('review text');
  const end = lines.findIndex((line) =>
    piecesOf(line)
      .slice(0, 2)
      .some((piece) => LATER.test(piece)),
  );
  return lines.slice(0, end < 0 ? lines.length : end);
}

/** 好评 as a piece of its own before the text, or the platform's words for it. */
function ratingsAtStart(lines: readonly string[]): Rating[] {
  const [first = ''] = lines;
  if (/系统默认好评/.test(plain(first)) && FILLER.test(plain(first))) return ['positive'];
  return ratingsAmong(piecesOf(first).slice(1, 2));
}

/** @param isRatedElsewhere then a rating at its start is a word of the buyer's */
function textIn(lines: readonly string[], isRatedElsewhere: boolean): string {
  const rest =
    isRatedElsewhere || ratingsAtStart(lines).length === 0
      ? lines
      : [piecesOf(lines[0]!).slice(2).join(''), ...lines.slice(1)];
  const written = rest.map(withoutLabel).filter((line) => !NOT_WRITTEN.test(line));
  return writtenText(written.join('\n'));
}

/** Without "初评：" before it, or 初评 as a piece of its own. */
function withoutLabel(line: string): string {
  const [whole = '', ...pieces] = piecesOf(line);
  const end = pieces.findIndex((_, index) => FIRST_REVIEW.test(pieces.slice(0, index + 1).join('')));
  const rest = pieces.slice(end + 1).join('');
  return end >= 0 && rest !== '' ? rest : whole.replace(TEXT_LABEL, '');
}

function linkedOrder({ all }: Row): string | null {
  const links = all(ORDER_LINK.selector).map((link) => link.getAttribute('href') ?? '');
  return agreed(
    links.flatMap((link) => ORDER_LINK.id.exec(link)?.[1] ?? []),
    'order id',
  );
}

function articleIn({ all }: Row): string | null {
  const ids = all(ARTICLE).flatMap(
    (link) => /[?&]id=(\d{6,20})(?!\d)/.exec(link.getAttribute('href') ?? '')?.[1] ?? [],
  );
  return new Set(ids).size === 1 ? ids[0]! : null;
}

function buyerKeyIn({ all }: Row): string | null {
  const keys = all(BUYER_KEY).flatMap((element) => {
    const link = /[?&]securityuid=([A-Za-z\d]{16,40})(?![A-Za-z\d])/.exec(element.getAttribute('href') ?? '');
    return element.getAttribute('data-securityuid') ?? link?.[1] ?? [];
  });
  return agreed(keys, 'buyer key');
}

/** The entry of the data about the same order and article must agree with the row; it adds what the row does not show. */
function withData(shown: Review, data: readonly Fields[]): Review {
  const ofOrder = data.filter((entry) => orderIdsOf(entry).includes(shown.orderId)).map(reviewOf);
  const own = ofOrder.length > 1 ? ofOrder.filter(({ lineId }) => lineId === shown.lineId) : ofOrder;
  if (own.length !== 1) return shown;
  const entry = own[0]!;
  const isSameText = isCut(shown.text)
    ? entry.text.startsWith(shown.text.replace(/(?:…|\.{3})$/, ''))
    : entry.text === shown.text;
  if (entry.rating !== shown.rating) throw new ReadError('rating (page and data differ)');
  if (!isSameText) throw new ReadError('review text (page and data differ)');
  if (shown.buyerKey !== null && entry.buyerKey !== null && shown.buyerKey !== entry.buyerKey)
    throw new ReadError('buyer key (page and data differ)');
  return { ...entry, ratedAt: entry.ratedAt ?? shown.ratedAt, buyerKey: entry.buyerKey ?? shown.buyerKey };
}

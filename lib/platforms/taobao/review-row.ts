/** One review of the list: order, rating, text and the buyer's id, each by every sign that the row gives. */
import type { Rating, Review } from '../../model/review.ts';
import type { Fields } from '../reading/fields.ts';
import type { ListedRecord } from '../reading/listed-record.ts';
import { piecesOf, plain, seamedLines } from '../reading/named-values.ts';
import { ofRecord, ReadError } from '../reading/read-error.ts';
import { agreed, numberOf, timeOf } from '../reading/record-values.ts';
import { isCut } from '../reading/text.ts';
import { reviewOf } from './responses/reviews.ts';
import { orderIdsOf, writtenText } from './review-data.ts';
import { FILLER, FIRST_REVIEW, LATER, ratingLabels, TEXT_LABEL, type ReviewField } from './review-words.ts';

export const CONTENT = '[class*="rate-content"]';
/** What the buyer added later has a row of its own. */
export const EXPANDED = '[class*="expanded-row"]';
export const ORDER_LINK = {
  selector: 'a[href*="bizOrderId="], a[href*="biz_order_id="]',
  id: /[?&](?:bizOrderId|biz_order_id)=(\d{15,20})(?!\d)/,
};
const BUYER_KEY = '[data-securityuid], a[href*="securityuid="]';
const ARTICLE = 'a[href*="item.taobao.com"], a[href*="detail.tmall.com"]';
/** Beside a text: its day, and pictures. */
const NOT_WRITTEN =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}(?: \d{2}:\d{2}(?::\d{2})?)?|\d+\s*张图片?|查看(?:图片|视频|全文)|展开|收起)$/;

type Row = ListedRecord<ReviewField>;

/**
 * @param data of the page, which may tell more of the same review
 * @throws ReadError naming the first value that is not certain
 */
export function readReview(record: Row, data: readonly Fields[]): Review {
  const orderId = numberOf(record, 'orderId', String.raw`\d{15,20}`, 'order id') ?? linkedOrder(record);
  if (orderId === null) throw new ReadError('order id');
  const lineId = articleIn(record);
  return ofRecord(`${orderId} ${lineId}`, () => {
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

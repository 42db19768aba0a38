/**
 * The value behind a label, on a page of which little but the labels is known: on one line with it, in the box beside it, or
 * in the table below it. Where several places give a value they must agree.
 */
import { parseYuan, type Fen } from '../../model/money.ts';
import { step } from '../reading/course.ts';
import { parsed, ReadError } from '../reading/read-error.ts';
import { cellsOf, isWithin } from '../reading/records.ts';
import { clean, elementsReading, HAN, linesOf, textOf, textPieces } from '../reading/text.ts';
import { LIKE_A_LABEL, NO_VALUE, type Labels } from './detail-labels.ts';

/** The part of a page that speaks of one order. */
export interface OrderScope {
  root: Element;
  /** The children of `root` that alone speak of it; left out where all of them do. */
  parts?: readonly Element[];
  /** Parts of it that speak of something else. */
  without: ReadonlySet<Element>;
  /** Its lines as a person reads them, without crossed-out prices. */
  lines: readonly string[];
}

/** How a kind of value is written: `pattern` with the value in its first group, and nothing that would change it behind. */
export interface Shape {
  pattern: string;
  /** The value in the one text of a box. */
  alone: RegExp;
}

const ANY_AMOUNT = String.raw`(?:[-−–]\s*)?(?:[¥￥]\s*)?(?:[-−–]\s*)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?)`;
const AMOUNT_END = String.raw`(?!\s*[\d.,万亿%折起xX×件/¥￥~～至-])(?:\s*元)?`;
/** Either the sign or the fen must be there: a bare count is no amount. */
const AMOUNT_START = String.raw`(?=[-−–\s]*[¥￥]|[-−–\s]*[\d,]+\.\d{2}(?!\d))`;

const TIME_TEXT = String.raw`(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})`;

export const shapes = {
  orderId: { pattern: String.raw`(\d{16})(?!\d)`, alone: /^(\d{16})(?!\d)/ },
  time: { pattern: `${TIME_TEXT}(?![\\d:])`, alone: new RegExp(`^${TIME_TEXT}$`) },
  amount: {
    pattern: `${AMOUNT_START}${ANY_AMOUNT}${AMOUNT_END}`,
    alone: new RegExp(`^${AMOUNT_START}${ANY_AMOUNT}(?:\\s*元)?(?:\\s*[(（].*)?$`),
  },
} as const satisfies Record<string, Shape>;

const INLINE_BOX = /^(?:SPAN|A|B|I|EM|STRONG|FONT|SMALL|LABEL)$/;

const oneOf = (labels: Labels) => `(?:${labels.join('|')})`;
/** Not in a longer word (原订单号, 今日实收); a bracket may say more about it (应付金额（元）). */
const before = (labels: Labels) =>
  String.raw`(?<![${HAN}A-Za-z]|[${HAN}A-Za-z]\s)含?${oneOf(labels)}(?:[(（][^()（）\d]{1,8}[)）])?`;

/**
 * Every value behind one of `labels`.
 * @throws ReadError when a label stands there and what is behind it has not that shape
 */
function valuesOf(scope: OrderScope, labels: Labels, shape: Shape, what: string): Set<string> {
  return isAnyIn(labels, scope.lines) ? step(() => valuesBehind(scope, labels, shape, what)) : new Set();
}

function valuesBehind(scope: OrderScope, labels: Labels, shape: Shape, what: string): Set<string> {
  const { without, lines } = scope;
  const values = new Set<string>();
  const inLine = new RegExp(String.raw`${before(labels)}\s*[:：]?\s*${shape.pattern}`, 'gu');
  const broken = new RegExp(String.raw`${before(labels)}\s*[:：]\s*(?!${shape.pattern})(\S+)`, 'gu');
  const only = new RegExp(String.raw`^含?${oneOf(labels)}(?:[(（][^()（）\d]{1,8}[)）])?\s*[:：]?$`, 'u');
  let isNamed = false;
  for (const line of lines) {
    for (const match of line.matchAll(inLine)) values.add(match[1]!);
    for (const match of line.matchAll(broken)) if (!NO_VALUE.test(match.at(-1)!)) throw new ReadError(what);
    isNamed ||= only.test(line);
  }
  for (const label of boxesReading(scope, only, 24)) {
    for (const box of boxesOf(label, without)) {
      const said = linesOf(box, { struck: false, links: false, without }).join('') || textOf(box);
      const value = shape.alone.exec(said)?.[1];
      if (value !== undefined) values.add(value);
      else if (NO_VALUE.test(textOf(box))) isNamed = false;
    }
  }
  if (isNamed && values.size === 0) throw new ReadError(what);
  return values;
}

/** Said quickly, for most pieces of a page have few of the labels. */
function isAnyIn(labels: Labels, lines: readonly string[]): boolean {
  return lines.some((line) => labels.some((label) => line.includes(label)));
}

/** The deepest boxes of the scope whose whole text matches. */
export function boxesReading(
  { root, parts = [root], without }: OrderScope,
  text: RegExp,
  maxLength: number,
): Element[] {
  return parts.flatMap((part) => elementsReading(part, text, { maxLength, without }));
}

/**
 * The one value behind `labels`; null where the page has none of them.
 * @throws ReadError when several differ
 */
export function valueOf(scope: OrderScope, labels: Labels, shape: Shape, what: string): string | null {
  const values = valuesOf(scope, labels, shape, what);
  if (values.size > 1) throw new ReadError(`${what} (several differ)`);
  return [...values][0] ?? null;
}

/** @throws ReadError when several amounts differ */
export function amountOf(scope: OrderScope, labels: Labels, what: string): Fen | null {
  const amounts = new Set([...valuesOf(scope, labels, shapes.amount, what)].map(fenOf));
  if (amounts.size > 1) throw new ReadError(`${what} (several differ)`);
  return [...amounts][0] ?? null;
}

/** "1,234.50" -> 123450. */
function fenOf(text: string): Fen {
  return parsed('amount', () => parseYuan(text));
}

/** A text as it stands behind a label, and the element that shows it. */
interface Piece {
  text: string;
  element: Element;
}

/**
 * The pieces of text behind each place of one of `labels`, for values that have no shape of their own.
 * @throws ReadError when a label stands there and nothing is behind it
 */
export function piecesOf(scope: OrderScope, labels: Labels, what: string): Piece[][] {
  const { without, lines } = scope;
  if (!isAnyIn(labels, lines)) return [];
  const start = new RegExp(String.raw`^${oneOf(labels)}\s*(?:[:：]\s*|\s+|$)`);
  const found: Piece[][] = [];
  for (const element of boxesReading(scope, start, 80)) {
    const said = textOf(element);
    const own = withoutLinks(textPieces(element), element);
    if (said.replace(start, '') !== '') {
      // Where the line goes on behind the element, the value may go on, too.
      if (!lines.includes(said)) throw new ReadError(what);
      found.push(stripped(own, start));
      continue;
    }
    for (const box of followersOf(element, without)) found.push(box);
  }
  const isNamed = lines.some((line) => start.test(line));
  if (isNamed && found.every((pieces) => pieces.length === 0)) throw new ReadError(what);
  return found;
}

/** The pieces without the label, which may be split over several of them. */
function stripped(pieces: readonly Piece[], label: RegExp): Piece[] {
  let length = label.exec(pieces.map(({ text }) => text).join(''))?.[0].length ?? 0;
  return pieces.flatMap(({ text, element }) => {
    const rest = clean(text.slice(Math.min(length, text.length)).replace(/^[:：]/, ''));
    length -= Math.min(length, text.length);
    return rest === '' ? [] : [{ text: rest, element }];
  });
}

/** "复制", "联系客户": links beside a value are none, unless there is nothing else. */
function withoutLinks(pieces: readonly Piece[], top: Element): Piece[] {
  const rest = pieces.filter(({ element }) => {
    const link = element.closest('a');
    return link === null || link.contains(top);
  });
  return rest.length > 0 ? rest : [...pieces];
}

/** What follows a label: the rest of its line, or else the box beside it and its cell of the table. */
function followersOf(label: Element, without: ReadonlySet<Element>): Piece[][] {
  const line = restOfLine(outermost(label));
  if (line.length > 0) return [line];
  // Without a shape of its own a value is in a column of a true table alone.
  const isTable = label.closest('th, td') !== null;
  // Behind a colon stands a value, whatever it is like; an empty one is followed by the next label.
  const isLabel = /[:：]$/.test(textOf(label)) ? /[:：]$/ : LIKE_A_LABEL;
  return [nextBox(outermost(label)), isTable ? cellBelow(label) : null]
    .filter((box) => box !== null && !isWithin(box, without) && !isLabel.test(textOf(box)))
    .map((box) => box as Element)
    .map((box) => withoutLinks(textPieces(box), box))
    .filter((pieces) => pieces.length > 0);
}

/** The pieces behind an element on its line, up to a box or the next label. */
function restOfLine(element: Element): Piece[] {
  const pieces: Piece[] = [];
  for (let next = element.nextSibling; next !== null; next = next.nextSibling) {
    const text = clean(next.textContent ?? '');
    if (next.nodeType === 1) {
      const box = next as Element;
      if (!INLINE_BOX.test(box.tagName) || LIKE_A_LABEL.test(text)) break;
      if (box.tagName !== 'A') pieces.push(...withoutLinks(textPieces(box), box));
    } else if (next.nodeType === 3 && text !== '') pieces.push({ text, element: element.parentElement ?? element });
  }
  return pieces
    .filter(({ text }) => !/^[:：]$/.test(text))
    .map((piece) => ({ ...piece, text: piece.text.replace(/^[:：]\s*/, '') }));
}

/** The box beside a label, and in a table the cell below it. */
function boxesOf(label: Element, without: ReadonlySet<Element>): Element[] {
  return [nextBox(outermost(label)), cellBelow(label)].filter(
    (box) => box !== null && !isWithin(box, without),
  ) as Element[];
}

/** The highest box around a label that has no other text. */
function outermost(label: Element): Element {
  const wordsOf = (element: Element) => textOf(element).replace(/[\s:：]+$/, '');
  const said = wordsOf(label);
  let element = label;
  while (element.parentElement && wordsOf(element.parentElement) === said) element = element.parentElement;
  return element;
}

/** The next element with a text, where no text of its own comes before it. */
function nextBox(element: Element): Element | null {
  for (let next = element.nextSibling; next !== null; next = next.nextSibling) {
    if (next.nodeType === 3 && /[^\s:：]/.test(next.nodeValue ?? '')) return null;
    if (next.nodeType === 1 && !/^[:：]?$/.test(textOf(next as Element))) return next as Element;
  }
  return null;
}

/** The cell of the same column in the row below, whatever the tags, where both rows have as many cells. */
function cellBelow(label: Element): Element | null {
  const cell = outermost(label);
  const row = cell.parentElement;
  const next = row?.nextElementSibling ?? row?.parentElement?.nextElementSibling;
  if (!row || !next || row.children.length < 2) return null;
  const cells = cellsOf(next);
  return cells.length === row.children.length ? (cells[[...row.children].indexOf(cell)] ?? null) : null;
}

/** The text of a page as a person reads it: by lines, white space collapsed, scripts and styles left out. */
import { step } from './course.ts';
import { INLINE, laidOut, laidOutUpTo, rawText, type Laid } from './layout.ts';

/**
 * Chinese characters, to stand in the class of a pattern with the flag `u`: the script Han written out, which the browser makes ready
 * in half the time. Readers have dozens of such patterns, and the first page after a start pays for all of them.
 */
export const HAN = String.raw`\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\u{20000}-\u{3fffd}`;

const LINKS = new Set(['A', 'BUTTON']);
const STRUCK = new Set(['DEL', 'S', 'STRIKE']);
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

const UNCLEAN = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/;

/** White space and invisible characters as a reader sees them: one blank or none. */
export function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** An old price, crossed out beside the real one. */
function isStruck(element: Element): boolean {
  return STRUCK.has(element.tagName) || (element.getAttribute('style') ?? '').includes('line-through');
}

interface LineOptions {
  /** `false` leaves crossed-out prices out. */
  struck?: boolean;
  /** `false` leaves links and buttons out. */
  links?: boolean;
  /** Parts that speak of something else. */
  without?: ReadonlySet<Element>;
  /** What is written between two inline pieces of a line; nothing when left out. */
  seam?: string;
}

/**
 * The lines of text in an element: inline pieces of one block belong to one line (a price is often split over spans).
 */
export function linesOf(root: Element, options: LineOptions = {}): string[] {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const text = clean(line);
    if (text !== '') lines.push(text);
    line = '';
  };
  const isLeftOut = (element: Element) =>
    (options.struck === false && isStruck(element)) ||
    (options.links === false && LINKS.has(element.tagName)) ||
    options.without?.has(element);
  const { list, first, end } = laidOut(root);
  for (let index = first + 1; index < end - 1; index += 1) {
    const { text, of } = list.tokens[index]!;
    if (text !== null) line += text;
    else {
      if (of.isInline) line += options.seam ?? '';
      else endLine();
      if (of.first === index && of.end > index + 1 && isLeftOut(of.element)) index = of.end - 1;
    }
  }
  endLine();
  return lines;
}

/** All text of an element in one line. */
export function textOf(element: Element): string {
  return linesOf(element).join(' ');
}

const CUT = /(?:…|\.{3})$/;

/** A text that the page has cut short: "jd_5f00…". */
export function isCut(text: string): boolean {
  return CUT.test(text);
}

/** A text that the page has cut, whole: the `title` around it that begins as the text does. A title that says something else is none. */
export function uncut(text: string, element: Element): string {
  if (text !== '' && !isCut(text)) return text;
  const beginning = text.replace(CUT, '');
  const around = [element, element.parentElement, element.parentElement?.parentElement];
  const titles = [...around, ...element.querySelectorAll('[title]')].map((each) =>
    clean(each?.getAttribute('title') ?? ''),
  );
  return titles.find((title) => title !== '' && title.startsWith(beginning)) ?? text;
}

/** The text of an element, whole. */
export function wholeText(element: Element): string {
  return uncut(textOf(element), element);
}

/** The raw text of an element, or null when it has more than `limit` characters; it looks no further than that. */
export function shortText(root: Element, limit: number): string | null {
  const laid = laidOutUpTo(root, limit);
  return laid && rawText(laid);
}

const NONE: ReadonlySet<Element> = new Set();

/** Every piece of text in an element with the element that holds it, in page order; text of buttons is none. */
export function textPieces(root: Element): { text: string; element: Element }[] {
  if (root.closest('button') !== null) return [];
  const pieces: { text: string; element: Element }[] = [];
  const { list, first, end } = laidOut(root);
  for (let index = first + 1; index < end; index += 1) {
    const { text, of, goesOn } = list.tokens[index]!;
    if (text === null) {
      if (of.element.tagName === 'BUTTON') index = of.end - 1;
    } else if (goesOn) pieces.at(-1)!.text += text;
    else pieces.push({ text, element: of.element });
  }
  return pieces.map(({ text, element }) => ({ text: clean(text), element })).filter(({ text }) => text !== '');
}

/** A number that goes on in the next inline piece ("x1" beside "2") is not whole. */
function goesOnWithDigit(element: Element): boolean {
  let last: Element = element;
  while (last.nextSibling === null && last.parentElement && INLINE.has(last.tagName)) last = last.parentElement;
  const next = last.nextSibling;
  if (next === null || !INLINE.has(last.tagName)) return false;
  const isInline = next.nodeType === 3 || (next.nodeType === 1 && INLINE.has((next as Element).tagName));
  return isInline && /^\d/.test(next.textContent ?? '');
}

const LEVELS_UP = 4;

interface SearchOptions {
  /** Longer texts are not looked at. */
  maxLength?: number;
  /** Parts that are not searched. */
  without?: ReadonlySet<Element>;
  /** What at least one piece of every such text has: pieces without it are passed over quickly. */
  sign?: RegExp;
}

/**
 * The deepest elements whose whole text matches, in page order. Starts at the text nodes and climbs a few levels, since one
 * value may be split over spans.
 */
export function elementsReading(root: Element, pattern: RegExp, options: SearchOptions = {}): Element[] {
  return step(() => deepestReading(laidOut(root), pattern, options));
}

function deepestReading(
  root: Laid,
  pattern: RegExp,
  { maxLength = 80, without = NONE, sign = /\S/ }: SearchOptions,
): Element[] {
  const { list, first, end } = root;
  const found = new Set<Laid>();
  const around = new Set<Laid>();
  for (let index = first + 1; index < end - 1; index += 1) {
    const { text, of } = list.tokens[index]!;
    if (text === null) {
      if (of.first === index && without.has(of.element)) index = of.end - 1;
    } else if (sign.test(text)) {
      const nearest = nearestReading(of, root, pattern, maxLength);
      if (nearest !== null) found.add(nearest);
    }
  }
  for (const each of found)
    for (let up = each.around; up !== null && !around.has(up) && each !== root; up = up === root ? null : up.around)
      around.add(up);
  return [...found].filter((each) => !around.has(each)).map(({ element }) => element);
}

/** The first one of an element and the few around it whose whole text matches. */
function nearestReading(from: Laid, top: Laid, pattern: RegExp, maxLength: number): Laid | null {
  let laid: Laid | null = from;
  for (let level = 0; level < LEVELS_UP && laid !== null; level += 1) {
    if (laid.textTo - laid.textFrom > maxLength * 4) return null;
    const text = cleanText(laid);
    if (text.length <= maxLength && pattern.test(text) && !(/\d$/.test(text) && goesOnWithDigit(laid.element)))
      return laid;
    laid = laid === top ? null : laid.around;
  }
  return null;
}

function cleanText(laid: Laid): string {
  return (laid.clean ??= clean(rawText(laid)));
}

/** All of a value that is split over pieces of which one reads like such a value itself: "已取消" in "订单" "已取消". */
export function wholeReading(piece: Element, pattern: RegExp, maxLength = 60): Element {
  let whole = piece;
  while (whole.parentElement && pattern.test(clean(shortText(whole.parentElement, maxLength) ?? '')))
    whole = whole.parentElement;
  return whole;
}

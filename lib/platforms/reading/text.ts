/** The text of a page as a person reads it: by lines, white space collapsed, scripts and styles left out. */

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);
const INLINE = new Set(
  'SPAN A B STRONG EM I FONT SMALL BIG LABEL U SUB SUP BDI BDO MARK CODE TT TIME DATA DEL S STRIKE INS ABBR'.split(' '),
);
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
 * Walks without recursion, so that a hostile depth cannot end the stack.
 */
export function linesOf(root: Element, options: LineOptions = {}): string[] {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const text = clean(line);
    if (text !== '') lines.push(text);
    line = '';
  };
  const passEdge = (element: Element) => {
    if (INLINE.has(element.tagName)) line += options.seam ?? '';
    else endLine();
  };
  const isLeftOut = (element: Element) =>
    (options.struck === false && isStruck(element)) ||
    (options.links === false && LINKS.has(element.tagName)) ||
    options.without?.has(element);
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (node.nodeType === 3) line += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !UNSEEN.has((node as Element).tagName)) {
      passEdge(node as Element);
      if (node.firstChild !== null && !isLeftOut(node as Element)) {
        node = node.firstChild;
        continue;
      }
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode;
      if (node !== null) passEdge(node as Element);
    }
    node = node?.nextSibling ?? null;
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
  const only = root.firstChild;
  if (only?.nodeType === 3 && only.nextSibling === null) {
    const whole = only.nodeValue ?? '';
    return whole.length > limit ? null : whole;
  }
  let text = '';
  for (const node of textNodes(root)) {
    text += node.nodeValue ?? '';
    if (text.length > limit) return null;
  }
  return text;
}

const NONE: ReadonlySet<Element> = new Set();
/** The text nodes in an element, in page order; what a reader does not see is left out. Walks without recursion. */
function* textNodes(root: Element, without: ReadonlySet<Element> = NONE): Generator<Node> {
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (node.nodeType === 3) yield node;
    else if (node.firstChild !== null && !UNSEEN.has((node as Element).tagName) && !without.has(node as Element)) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node.nextSibling === null) node = node.parentNode === root ? null : node.parentNode;
    node = node?.nextSibling ?? null;
  }
}

/** Every piece of text in an element with the element that holds it, in page order; text of buttons is none. */
export function textPieces(root: Element): { text: string; element: Element }[] {
  const pieces: { text: string; element: Element }[] = [];
  const isInButton = buttonsKnown();
  for (const node of textNodes(root)) {
    const element = node.parentElement;
    if (!element || isInButton(element)) continue;
    const last = pieces.at(-1);
    if (last && goesOnFromText(node)) last.text += node.nodeValue ?? '';
    else pieces.push({ text: node.nodeValue ?? '', element });
  }
  return pieces.map(({ text, element }) => ({ text: clean(text), element })).filter(({ text }) => text !== '');
}

/** Says of elements whether they are in a button; each element around them is asked once. */
function buttonsKnown(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const climb: Element[] = [];
    let up: Element | null = element;
    for (; up !== null && !known.has(up) && up.tagName !== 'BUTTON'; up = up.parentElement) climb.push(up);
    const isIn = up !== null && (known.get(up) ?? true);
    for (const each of climb) known.set(each, isIn);
    return isIn;
  };
}

/** Text before it, with comments between at most. */
function goesOnFromText(text: Node): boolean {
  let before = text.previousSibling;
  while (before?.nodeType === 8) before = before.previousSibling;
  return before?.nodeType === 3;
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
export function elementsReading(
  root: Element,
  pattern: RegExp,
  { maxLength = 80, without = NONE, sign = /\S/ }: SearchOptions = {},
): Element[] {
  const texts = new Map<Element, string | null>();
  const textWithin = (element: Element) => {
    const known = texts.get(element);
    if (known !== undefined) return known;
    const raw = shortText(element, maxLength * 4);
    const text = raw === null ? null : clean(raw);
    texts.set(element, text);
    return text;
  };
  const found = new Set<Element>();
  const around = new Set<Element>();
  for (const node of textNodes(root, without)) {
    if (!sign.test(node.nodeValue ?? '')) continue;
    let element = node.parentElement;
    for (let level = 0; level < LEVELS_UP && element !== null; level += 1) {
      const text = textWithin(element);
      if (text === null) break;
      if (text.length <= maxLength && pattern.test(text) && !(/\d$/.test(text) && goesOnWithDigit(element))) {
        found.add(element);
        break;
      }
      if (element === root) break;
      element = element.parentElement;
    }
  }
  for (const element of found) {
    for (
      let up = element.parentElement;
      up !== null && !around.has(up) && up !== root.parentElement;
      up = up.parentElement
    )
      around.add(up);
  }
  return [...found].filter((element) => !around.has(element));
}

/** All of a value that is split over pieces of which one reads like such a value itself: "已取消" in "订单" "已取消". */
export function wholeReading(piece: Element, pattern: RegExp, maxLength = 60): Element {
  let whole = piece;
  while (whole.parentElement && pattern.test(clean(shortText(whole.parentElement, maxLength) ?? '')))
    whole = whole.parentElement;
  return whole;
}

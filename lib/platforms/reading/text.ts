/** The text of a page as a person reads it: by lines, white space collapsed, scripts and styles left out. */

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);
const INLINE = new Set(
  'SPAN A B STRONG EM I FONT SMALL U SUB SUP BDI BDO MARK CODE TIME DEL S STRIKE INS ABBR'.split(' '),
);
const LINKS = new Set(['A', 'BUTTON']);
const STRUCK = new Set(['DEL', 'S', 'STRIKE']);
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** White space and invisible characters as a reader sees them: one blank or none. */
export function clean(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** An old price, crossed out beside the real one. */
function isStruck(element: Element): boolean {
  return STRUCK.has(element.tagName) || (element.getAttribute('style') ?? '').includes('line-through');
}

/**
 * The lines of text in an element: inline pieces of one block belong to one line (a price is often split over spans).
 * `struck: false` leaves crossed-out prices out, `links: false` links and buttons. Walks without recursion, so that a hostile depth cannot end the stack.
 */
export function linesOf(root: Element, options: { struck?: boolean; links?: boolean } = {}): string[] {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const text = clean(line);
    if (text !== '') lines.push(text);
    line = '';
  };
  const isSkipped = (element: Element) =>
    UNSEEN.has(element.tagName) ||
    (options.struck === false && isStruck(element)) ||
    (options.links === false && LINKS.has(element.tagName));
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (node.nodeType === 3) line += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !isSkipped(node as Element)) {
      if (!INLINE.has((node as Element).tagName)) endLine();
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode;
      if (node !== null && !INLINE.has((node as Element).tagName)) endLine();
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

/** The text of an element whose visible text may be cut: its `title`, when it has one, is the whole. */
export function wholeText(element: Element): string {
  return clean(element.getAttribute('title') ?? '') || textOf(element);
}

const SHOW_TEXT = 4;
const LEVELS_UP = 4;

/**
 * The deepest elements whose whole text matches, in page order. Starts at the text nodes and climbs a few levels, since one
 * value may be split over spans; texts over `maxLength` are not looked at.
 */
export function elementsReading(root: Element, pattern: RegExp, maxLength = 80): Element[] {
  const found = new Set<Element>();
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  while (walker.nextNode() !== null) {
    if ((walker.currentNode.nodeValue ?? '').trim() === '') continue;
    let element: Element | null = walker.currentNode.parentElement;
    for (let level = 0; level < LEVELS_UP && element !== null && !UNSEEN.has(element.tagName); level += 1) {
      const raw = element.textContent ?? '';
      if (raw.length > maxLength * 4) break;
      const text = clean(raw);
      if (text.length <= maxLength && pattern.test(text)) {
        found.add(element);
        break;
      }
      if (element === root) break;
      element = element.parentElement;
    }
  }
  return [...found].filter((element) => ![...element.children].some((child) => holdsAny(child, found)));
}

function holdsAny(element: Element, found: ReadonlySet<Element>): boolean {
  return found.has(element) || [...element.children].some((child) => holdsAny(child, found));
}

/**
 * A page without what it says: its elements, names of classes and labels, and in place of everything else something of the same
 * shape (`redact-text.ts`). Comments, styles, code and drawings are left out. Written as HTML, read from the live document
 * without changing it.
 */
import { redactAttribute } from './redact-attribute.ts';
import { redactScript, type WholeOf } from './redact-script.ts';
import { BORDER, BREAK, redactedUnits, type TextOptions } from './redact-text.ts';
import { secretOf, type Secret } from './secret.ts';

const LEFT_OUT = new Set('STYLE NOSCRIPT TEMPLATE LINK BASE LIUKE-CHIPS'.split(' '));
const EMPTIED = new Set('SVG CANVAS OBJECT EMBED VIDEO AUDIO IFRAME'.split(' '));
const VOID = new Set('AREA BR COL EMBED HR IMG INPUT META PARAM SOURCE TRACK WBR'.split(' '));
const INLINE = new Set(
  'SPAN A B STRONG EM I FONT SMALL BIG LABEL U SUB SUP BDI BDO MARK CODE TT TIME DATA DEL S STRIKE INS ABBR'.split(' '),
);
/** What people wrote: no label is looked for in it. */
const SPOKEN =
  'textarea, [contenteditable="true"], [class*="message__text"], [class*="message__content"], [class*="remark"], [class*="memo"]';
const MAX_ATTEMPTS = 4;

/** A piece of the file: as it is, or the text of the page from one place to another. */
type Piece = string | { from: number; to: number };

/** What stands where, before anything is replaced. */
interface Skeleton {
  pieces: Piece[];
  text: string;
  spoken: [from: number, to: number][];
}

export interface RedactedPage {
  html: string;
  secret: Secret;
}

/**
 * @param random whole numbers below 2^32, drawn for this file alone
 * @returns the page, and what its address is to be disguised by
 */
export function redactPage(document: Document, random: readonly number[]): RedactedPage {
  const wholeOf = wholeNumbers(document);
  let best = attempt(document, secretOf(random, 0), wholeOf);
  // By chance an amount may become another amount of the page: then all is drawn anew.
  for (let again = 1; best.survivors > 0 && again < MAX_ATTEMPTS; again += 1) {
    const next = attempt(document, secretOf(random, again), wholeOf);
    if (next.survivors < best.survivors) best = next;
  }
  return best;
}

function attempt(document: Document, secret: Secret, wholeOf: WholeOf): RedactedPage & { survivors: number } {
  const originals = new Set<string>();
  const replacements = new Set<string>();
  const onReplaced = (original: string, replacement: string) => {
    originals.add(original);
    replacements.add(replacement);
  };
  const options: TextOptions = { secret, onReplaced };
  const { pieces, text, spoken } = skeletonOf(document, options, wholeOf);
  let next = 0;
  // Asked in the order of the text.
  const isSpoken = (index: number) => {
    while (next < spoken.length && spoken[next]![1] <= index) next += 1;
    return next < spoken.length && spoken[next]![0] <= index;
  };
  const units = redactedUnits(text, { ...options, isSpoken });
  const html = pieces
    .map((piece) => (typeof piece === 'string' ? piece : escaped(units.slice(piece.from, piece.to).join(''))))
    .join('');
  return { html, secret, survivors: survivorsIn(originals, replacements) };
}

/** How many originals stand for something now, or within an amount that does. */
function survivorsIn(originals: ReadonlySet<string>, replacements: ReadonlySet<string>): number {
  const amounts = [...replacements].filter((text) => /^[\d,]+\.\d+$/.test(text));
  return [...originals].filter(
    (text) => replacements.has(text) || (/^[\d,]+\.\d+$/.test(text) && amounts.some((amount) => amount.includes(text))),
  ).length;
}

function skeletonOf(document: Document, options: TextOptions, wholeOf: WholeOf): Skeleton {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  const spoken: [number, number][] = [];
  let length = 0;
  const addText = (text: string) => {
    texts.push(text);
    length += text.length;
  };
  let border = '';
  const endPiece = (element: Element) => {
    border = INLINE.has(element.tagName) && border !== BREAK ? BORDER : BREAK;
  };
  const open = (element: Element) => {
    endPiece(element);
    pieces.push(`<${nameOf(element)}${attributesOf(element, options)}>`);
    if (element.tagName === 'SCRIPT' && !element.hasAttribute('src'))
      pieces.push(redactScript(element.textContent ?? '', options, wholeOf));
  };
  const close = (element: Element) => {
    if (!VOID.has(element.tagName.toUpperCase())) pieces.push(`</${nameOf(element)}>`);
    endPiece(element);
  };
  let spokenIn: Element | null = null;
  walk(document.documentElement, {
    enter(element) {
      const tag = element.tagName.toUpperCase();
      if (LEFT_OUT.has(tag)) return 'skip';
      open(element);
      if (tag === 'HEAD') pieces.push(INERT);
      if (spokenIn === null && element.matches(SPOKEN)) {
        spokenIn = element;
        spoken.push([length, Infinity]);
      }
      if (tag !== 'SCRIPT' && !EMPTIED.has(tag) && !VOID.has(tag)) return 'enter';
      close(element);
      return 'skip';
    },
    text(node) {
      const text = node.nodeValue ?? '';
      if (border === BREAK || (border === BORDER && !goesOn(texts.at(-1) ?? '', text))) addText(border);
      border = '';
      pieces.push({ from: length, to: length + text.length });
      addText(text.replaceAll(/[\u2028\u2029]/g, ' '));
    },
    leave(element) {
      if (element === spokenIn) {
        spoken.at(-1)![1] = length;
        spokenIn = null;
      }
      close(element);
    },
  });
  return { pieces, text: texts.join(''), spoken };
}

/** A number may be split over elements; a name or label that begins in another element is one of its own. */
function goesOn(before: string, text: string): boolean {
  return /\d$/.test(before) && /^\d(?!\d{3}[-/.年]\d)/.test(text);
}

/** Opened in a browser the file loads nothing and runs nothing. */
const INERT =
  '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">';

interface Visitor {
  enter(element: Element): 'enter' | 'skip';
  text(node: Node): void;
  leave(element: Element): void;
}

/** Every element and text in the order of the page, without recursion: a page may be thousands of levels deep. */
function walk(root: Element, visitor: Visitor): void {
  let node: Node | null = root;
  while (node !== null) {
    const isElement = node.nodeType === 1;
    if (node.nodeType === 3) visitor.text(node);
    if (isElement && visitor.enter(node as Element) === 'enter') {
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      visitor.leave(node as Element);
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null) visitor.leave(node as Element);
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
}

/** What a parser made of broken markup may be no name. */
function nameOf({ localName }: Element): string {
  return /^[a-z][a-z\d-]{0,60}$/i.test(localName) ? localName : 'div';
}

function attributesOf(element: Element, options: TextOptions): string {
  return [...element.attributes]
    .map(({ name, value }) => {
      const kept = redactAttribute(name, value, options);
      return kept === null ? '' : ` ${name}="${escaped(kept).replaceAll('"', '&quot;')}"`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const LONG_NUMBER = /(?<!\d)\d{16,20}(?!\d)/g;

/** Ids of the page by the numbers that JSON would round them to. */
function wholeNumbers(document: Document): WholeOf {
  const wholes = new Map<number, string>();
  for (const [whole] of (document.documentElement.textContent ?? '').matchAll(LONG_NUMBER)) {
    if (String(Number(whole)) !== whole) wholes.set(Number(whole), whole);
  }
  return (rounded) => wholes.get(Number(rounded)) ?? null;
}

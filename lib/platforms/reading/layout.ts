/**
 * A piece of a page laid out flat: its texts and the edges of its elements, in page order. Readers ask many questions about one page;
 * in the course of a reading it is walked once, and a question is a run over a part of the list.
 */
import { currentCourse, type Course } from './course.ts';

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);
/** Elements that do not begin a line of their own. */
export const INLINE: ReadonlySet<string> = new Set(
  'SPAN A B STRONG EM I FONT SMALL BIG LABEL U SUB SUP BDI BDO MARK CODE TT TIME DATA DEL S STRIKE INS ABBR'.split(' '),
);

/** An element with its place in the list. */
export interface Laid {
  element: Element;
  isInline: boolean;
  /** What lies around it in the list; null for the outermost. */
  around: Laid | null;
  list: Layout;
  /** Its first edge, and what is behind its last one: the same plus one where nothing is in it. */
  first: number;
  end: number;
  /** Its own text in that of the list. */
  textFrom: number;
  textTo: number;
  /** That text without what a reader does not see, once somebody asked for it. */
  clean: string | null;
}

/** A text node in the element that holds it, or an edge of an element. */
interface Token {
  text: string | null;
  of: Laid;
  /** Nothing but comments between it and a text before. */
  goesOn: boolean;
}

interface Layout {
  tokens: Token[];
  /** All texts, one behind the other. */
  text: string;
}

/** An element as it is laid out, with all that a reader sees in it. Once in the course of a reading, otherwise each time anew. */
export function laidOut(element: Element): Laid {
  return known(element) ?? layOut(element, Infinity)!;
}

/** The same, or null when its text has more than `maxChars` characters; it looks no further than that. */
export function laidOutUpTo(element: Element, maxChars: number): Laid | null {
  const laid = known(element) ?? layOut(element, maxChars);
  return laid === null || laid.textTo - laid.textFrom > maxChars ? null : laid;
}

/** An element and those in it that a reader sees, in page order. */
export function elementsIn(root: Element): Element[] {
  const { list, first, end } = laidOut(root);
  return list.tokens
    .slice(first, end)
    .flatMap(({ text, of }, index) => (text === null && of.first === first + index ? of.element : []));
}

/** The raw text of an element. */
export function rawText({ list, textFrom, textTo }: Laid): string {
  return list.text.slice(textFrom, textTo);
}

/** What was laid out in the course of a reading. */
const places = new WeakMap<Course, Map<Element, Laid>>();

function known(element: Element): Laid | undefined {
  const course = currentCourse();
  return course === null ? undefined : places.get(course)?.get(element);
}

function keep(all: readonly Laid[]): void {
  const course = currentCourse();
  if (course === null) return;
  const kept = places.get(course) ?? new Map<Element, Laid>();
  for (const laid of all) kept.set(laid.element, laid);
  places.set(course, kept);
}

/** A list that grows while its piece of the page is walked. */
class Growing {
  readonly list: Layout = { tokens: [], text: '' };
  readonly all: Laid[] = [];
  readonly texts: string[] = [];
  chars = 0;
  #isBehindText = false;

  open(element: Element, around: Laid | null): Laid {
    const { list, chars } = this;
    const first = list.tokens.length;
    const isInline = INLINE.has(element.tagName);
    const laid = {
      element,
      isInline,
      around,
      list,
      first,
      end: first + 1,
      textFrom: chars,
      textTo: chars,
      clean: null,
    };
    this.all.push(laid);
    list.tokens.push({ text: null, of: laid, goesOn: false });
    return laid;
  }

  close(laid: Laid): void {
    laid.end = this.list.tokens.push({ text: null, of: laid, goesOn: false });
    laid.textTo = this.chars;
    this.#isBehindText = false;
  }

  /** What is no element that a reader sees: a text, or something that stands between two. */
  add({ nodeType, nodeValue }: Node, of: Laid): void {
    if (nodeType === 3) {
      const text = nodeValue ?? '';
      this.list.tokens.push({ text, of, goesOn: this.#isBehindText });
      this.texts.push(text);
      this.chars += text.length;
    }
    if (nodeType !== 8) this.#isBehindText = nodeType === 3;
  }
}

/** Walks without recursion, so that a hostile depth cannot end the stack. */
function layOut(root: Element, maxChars: number): Laid | null {
  const growing = new Growing();
  let around = growing.open(root, null);
  let node: Node | null = root.firstChild;
  while (node !== null && growing.chars <= maxChars) {
    growing.add(node, around);
    if (node.nodeType === 1 && !UNSEEN.has((node as Element).tagName)) {
      const laid = growing.open(node as Element, around);
      const inner: Node | null = node.firstChild;
      if (inner !== null) {
        [around, node] = [laid, inner];
        continue;
      }
    }
    let next: Node | null = node.nextSibling;
    for (; next === null && around.element !== root; around = around.around!) {
      growing.close(around);
      next = around.element.nextSibling;
    }
    node = next;
  }
  if (growing.chars > maxChars) return null;
  if (root.firstChild !== null) growing.close(around);
  growing.list.text = growing.texts.join('');
  keep(growing.all);
  return growing.all[0]!;
}

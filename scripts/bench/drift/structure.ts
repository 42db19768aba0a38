/** Mutations of the tree: other boxes around the same words. */
import type { Mutation } from './mutation.ts';
import { isCode } from './rows.ts';

const INLINE = new Set(['SPAN', 'I', 'B', 'EM', 'STRONG', 'FONT', 'SMALL', 'A', 'LABEL', 'BUTTON', 'DEL', 'S', 'IMG']);
const TABLE = new Set(['TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH', 'DT', 'DD', 'DL', 'LI', 'UL']);
/** Elements that other ones may take the place of. */
const otherTags: Readonly<Record<string, readonly string[]>> = {
  SPAN: ['em', 'b', 'font', 'i'],
  I: ['span', 'em'],
  B: ['strong', 'span'],
  STRONG: ['b', 'span'],
  EM: ['i', 'span'],
  DIV: ['section', 'article', 'p'],
  P: ['div'],
  SECTION: ['div'],
};
const BLOCKS = 'div,p,table,section,article,ul,dl,pre,header,footer,main,button,td';

const elementsOf = (document: Document) =>
  [...document.body.querySelectorAll('*')].filter((element) => !isCode(element));

export const structureMutations: readonly Mutation[] = [
  {
    name: 'wrap',
    apply(document, random) {
      for (const element of elementsOf(document)) {
        if (TABLE.has(element.tagName) && element.tagName !== 'TABLE') continue;
        if (['OPTION', 'BR', 'INPUT'].includes(element.tagName) || !random.chance(0.2)) continue;
        const box = document.createElement(INLINE.has(element.tagName) ? 'span' : 'div');
        element.replaceWith(box);
        box.append(element);
      }
    },
  },
  {
    name: 'unwrap',
    apply(document, random) {
      for (const element of elementsOf(document)) {
        const child = element.children[0];
        if (element.children.length !== 1 || !child || !['DIV', 'SPAN', 'SECTION'].includes(element.tagName)) continue;
        const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim() !== '');
        // A box of lines may go for another one only: else its neighbour's words would run on.
        const isSameKind = INLINE.has(element.tagName) === INLINE.has(child.tagName) && child.tagName !== 'TR';
        const isBare = [...element.attributes].every(({ name }) => name === 'class');
        if (!hasText && isSameKind && isBare && random.chance(0.6)) element.replaceWith(child);
      }
    },
  },
  {
    name: 'change tags',
    apply(document, random) {
      for (const element of elementsOf(document)) {
        const tags = otherTags[element.tagName];
        if (!tags || !random.chance(0.4)) continue;
        const tag = random.pick(tags);
        if (tag === 'p' && element.querySelector(BLOCKS)) continue;
        rename(element, tag);
      }
    },
  },
  {
    name: 'tables to divs',
    apply(document) {
      for (const element of elementsOf(document)) {
        if (!/^(TABLE|THEAD|TBODY|TR|TD|TH)$/.test(element.tagName)) continue;
        const box = rename(element, 'div');
        box.removeAttribute('rowspan');
        box.removeAttribute('colspan');
      }
    },
  },
  {
    name: 'reorder columns',
    apply(document, random) {
      const rows = [...document.body.querySelectorAll('tr')];
      const widths = rows.filter((row) => row.children.length > 1).map((row) => row.children.length);
      // A row alone is a head whose values stand in other boxes, and those stay where they are.
      const width = Math.max(0, ...widths.filter((each) => widths.filter((other) => other === each).length > 1));
      const order = shuffled(
        Array.from({ length: width }, (_, index) => index),
        random.next,
      );
      for (const row of rows) {
        if (row.children.length !== width) continue;
        const cells = [...row.children];
        const spanning = cells.map((cell) => Number(cell.getAttribute('rowspan') ?? 1) > 1);
        // The rows below have the cells that do not reach down into them, in the same order.
        for (let below = row.nextElementSibling; below; below = below.nextElementSibling) {
          const own = cells.map((_, index) => index).filter((index) => !spanning[index]);
          if (below.children.length !== own.length || own.length === width) break;
          const ownCells = [...below.children];
          below.append(...order.filter((index) => own.includes(index)).map((index) => ownCells[own.indexOf(index)]!));
        }
        row.append(...order.map((index) => cells[index]!));
      }
      for (const body of new Set([...document.body.querySelectorAll('[prop]')].map((cell) => cell.parentElement!)))
        body.append(...shuffled([...body.children], random.next));
    },
  },
];

function rename(element: Element, tag: string): Element {
  const other = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) other.setAttribute(name, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((value) => ({ value, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

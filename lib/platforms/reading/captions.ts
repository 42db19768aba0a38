/**
 * Tables of whatever tags whose captions say what the cells are: the captions may stand in a table of their own above that of the
 * rows, and a row may have a line of its own above its cells.
 */
import { elementsReading, textOf } from './text.ts';

export interface Captions {
  /** What every column is called, from the left. */
  texts: readonly string[];
  /** The element whose children they are. */
  row: Element;
}

const LEVELS_UP = 8;
const MAX_CAPTION_CHARS = 20;
const MAX_COLUMNS = 60;
/** A form to search with has the same words before its fields. */
const FIELDS = 'input:not([type="checkbox"]), select, textarea';

function isNoCaption(text: string): boolean {
  return text.length > MAX_CAPTION_CHARS || /\d{4}|[¥￥:：]|请选择|请输入/.test(text);
}

/**
 * The rows of captions in `body`, in page order.
 * @param caption a caption that is known
 * @param least how many known ones a row must have; a row with a long number or an amount has values, no captions
 */
export function captionRows(body: Element, caption: RegExp, least: number, without: ReadonlySet<Element>): Captions[] {
  const found: Captions[] = [];
  const looked = new Set<Element>([body]);
  for (const element of elementsReading(body, caption, { maxLength: MAX_CAPTION_CHARS, without })) {
    let up: Element | null = element;
    for (let level = 0; level < LEVELS_UP && up !== null && !looked.has(up); level += 1, up = up.parentElement) {
      looked.add(up);
      if (up.children.length < least || up.children.length > MAX_COLUMNS) continue;
      const texts = rowCells(up).map(textOf);
      if (texts.filter((text) => caption.test(text)).length < least) continue;
      if (!texts.some(isNoCaption) && up.querySelector(FIELDS) === null) found.push({ texts, row: up });
      break;
    }
  }
  return found;
}

const VALUES = /\d{6}|\d{4}-\d{2}-\d{2}/;

/** The rows of values below some captions: as many cells, rows of a table below those of one, and a number or a time in one of them. */
export function rowsBelow({ texts, row }: Captions, body: Element, without: ReadonlySet<Element>): Element[] {
  const all = [...body.querySelectorAll('*')];
  // A table that scrolls has a caption more, above the bar.
  const widths = new Set([texts.length, ...(texts.at(-1) === '' ? [texts.length - 1] : [])]);
  const numbered = texts.findIndex((text) => text.endsWith('号'));
  const isRow = (element: Element) => {
    // Said quickly, for most elements of a page have few others in them.
    if (element.childElementCount < texts.length - 1) return false;
    const cells = rowCells(element);
    // A remark below the cells is one more, if the numbers stand below their captions all the same.
    const isOneMore = cells.length === texts.length + 1 && /^\D*\d{6}/.test(cells[numbered]?.textContent ?? '');
    return widths.has(cells.length) || isOneMore;
  };
  const below = all.slice(all.indexOf(row) + 1).filter(isRow);
  const wide = below.filter((element) => VALUES.test(element.textContent ?? '') && !isInAny(element, without));
  const inTable = wide.filter(({ tagName }) => tagName === 'TR');
  const rows = new Set(row.tagName === 'TR' && inTable.length > 0 ? inTable : wide);
  return [...rows].filter((element) => !isInAny(element.parentElement, rows));
}

/** The cells of such a row; what else a page puts into a row of a table is none. */
export function rowCells(row: Element): Element[] {
  const { tagName, children } = row;
  return tagName === 'TR' ? [...children].filter((cell) => /^T[DH]$/.test(cell.tagName)) : [...children];
}

function isInAny(element: Element | null, roots: ReadonlySet<Element>): boolean {
  for (let node = element; node !== null; node = node.parentElement) if (roots.has(node)) return true;
  return false;
}

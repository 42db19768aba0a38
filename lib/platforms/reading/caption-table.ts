/** The caption row of a list, whatever its tags, and the rows below it: which cell is which value. */
import { step } from './course.ts';
import type { Naming } from './named-values.ts';
import { cellsOf } from './records.ts';
import { elementsReading, shortText, textOf } from './text.ts';

export interface Captions<Field extends string> {
  /** Which columns hold a value; a value may have several. */
  columns: ReadonlyMap<Field, readonly number[]>;
  width: number;
  /** The rows that have a cell below every caption, in page order. */
  rows: ReadonlySet<Element>;
  /** How far around the captions they were looked for, and among which tags: what decides whether a row is one of them. */
  place: string;
}

const MIN_CAPTIONS = 3;
const CAPTION_CHARS = 16;
const MAX_ROW_CHARS = 2000;

/** The captions that most columns of the page have, or null when it shows none: then labels tell. */
export function readCaptions<Field extends string>(body: Element, naming: Naming<Field>): Captions<Field> | null {
  return step(() => findCaptions(body, naming));
}

function findCaptions<Field extends string>(body: Element, naming: Naming<Field>): Captions<Field> | null {
  const shown = elementsReading(body, naming.caption, { maxLength: CAPTION_CHARS });
  const captioned = captionRows(shown, body)
    .map((row) => ({ cells: cellsOf(row), columns: columnsOf(row, naming) }))
    .filter(({ columns }) => columns.size >= MIN_CAPTIONS)
    .toSorted((a, b) => b.columns.size - a.columns.size);
  const [best] = captioned;
  if (!best) return null;
  const width = best.cells.length;
  const lines = captioned.map(({ cells }) => cells[0]!.parentElement!);
  return { columns: best.columns, width, ...rowsBelow(lines, width, body) };
}

/** The smallest elements around several captions, each in a cell of its own, without a number among them. */
function captionRows(shown: readonly Element[], body: Element): Element[] {
  const counts = new Map<Element, number>();
  for (const element of shown) {
    for (let up: Element | null = element; up !== null; up = up === body ? null : up.parentElement)
      counts.set(up, (counts.get(up) ?? 0) + 1);
  }
  const rows = new Set<Element>();
  for (const element of shown) {
    let up: Element | null = element;
    while (up !== null && (counts.get(up) ?? 0) < MIN_CAPTIONS) up = up === body ? null : up.parentElement;
    if (up !== null) rows.add(up);
  }
  return [...rows].filter((row) => /^[^\d:：]*$/.test(shortText(row, MAX_ROW_CHARS) ?? '0'));
}

function columnsOf<Field extends string>(row: Element, naming: Naming<Field>): Map<Field, number[]> {
  const columns = new Map<Field, number[]>();
  for (const [index, cell] of cellsOf(row).entries()) {
    const field = naming.captioned(textOf(cell));
    if (field === undefined) continue;
    const known = columns.get(field);
    if (known) known.push(index);
    else columns.set(field, [index]);
  }
  return columns;
}

/**
 * Rows as wide as the captions, rows of a table for those of a table where there are any, of the smallest piece of the page around the captions that has any.
 * @param lines of captions, the best first: a page may show them twice, and none of them is a row
 */
function rowsBelow(lines: readonly Element[], width: number, body: Element): { rows: Set<Element>; place: string } {
  const line = lines[0]!;
  const isTable = line.tagName === 'TR';
  const isOfCaptions = (element: Element) => lines.some((each) => each.contains(element) || element.contains(each));
  let levels = 1;
  for (let top = line.parentElement; top !== null; top = top === body ? null : top.parentElement) {
    const wide = [...top.querySelectorAll('*')].filter(
      (element) => element.children.length === width && !isOfCaptions(element),
    );
    const alike = wide.filter((element) => (element.tagName === 'TR') === isTable);
    const rows = alike.length > 0 ? alike : wide.filter((element) => /\d/.test(textOf(element)));
    if (rows.length > 0) return { rows: new Set(rows), place: `${levels} ${alike.length > 0}` };
    levels += 1;
  }
  return { rows: new Set(), place: 'nowhere' };
}

/** Says whether two readings of the captions mean the same columns, of the same rows. */
export function captionsKey<Field extends string>(captions: Captions<Field> | null): string {
  if (captions === null) return '';
  return (
    [...captions.columns].map(([field, columns]) => `${field}${columns.join('+')}`).join() +
    ` ${captions.width} ${captions.place}`
  );
}

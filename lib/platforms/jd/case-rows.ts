/**
 * The cases on a page of JD's console. Of the lists' markup nothing is known for certain, so a case is a row below captions that say
 * 服务单号, 退款金额 and the like, with the line above it that may carry its numbers; or else the piece of the page around one such
 * number.
 */
import { captionRows, rowCells, rowsBelow } from '../reading/captions.ts';
import { step } from '../reading/course.ts';
import { elementsIn } from '../reading/layout.ts';
import { inPageOrder, isWithin, recordRoots, rootsWithoutId, type IdSighting } from '../reading/records.ts';
import { clean, elementsReading, HAN, linesOf, shortText, textOf } from '../reading/text.ts';
import type { CaseScope } from './case-fields.ts';
import type { CaseField, CaseFieldName, CaseFields } from './case-labels.ts';

/** Other pages kept behind this one, what lies over it, and what is not shown. */
const OVERLAYS = [
  '.order-list-card-table, .jd-popover, .jd-popper, .jd-tooltip__popper, .jd-drawer, .jd-dialog, .jd-message-box',
  'dialog, [role="dialog"], [role="alertdialog"], [role="tooltip"], [aria-modal="true"]',
  '[hidden], [style*="display: none"], [style*="display:none"]',
].join(',');
/** Who receives the parcel and its way, and what people wrote. */
const ASIDES = '.consignee-info-content, [class*="consignee-info"], [class*="logistics"], [class*="remark"]';

/** What a page's cases are called and where their links lead. */
export interface CaseKind {
  fields: CaseFields;
  /** How many digits a number of a case has. */
  idDigits: number;
  /** The number of a case in the address that a link leads to. */
  linkParameter: string;
  /** What every case of the page is; null where each says so itself. */
  type: string | null;
}

/** A case as one element; or as neighbours, where its head and its cells have no box of their own. */
export type CaseRow = Element | { parts: readonly Element[] };

/** The cases of a page; where captions say what their cells are, with the rows that have the cells. */
export interface CaseTable {
  rows: CaseRow[];
  captions: readonly string[];
  cellRows: ReadonlySet<Element>;
  /** No number has a label: all are known by their shape. */
  isBare: boolean;
}

export const noCases: CaseTable = { rows: [], captions: [], cellRows: new Set(), isBare: false };

export function overlaysOf(body: Element): Set<Element> {
  return new Set(body.querySelectorAll(OVERLAYS));
}

/** Every case that the page shows; what is still loading shows no number and is none. */
export function caseTable(body: Element, kind: CaseKind): CaseTable {
  return step(() => findCases(body, kind));
}

function findCases(body: Element, kind: CaseKind): CaseTable {
  const without = overlaysOf(body);
  const sightings = caseSightings(body, kind, without);
  const known = Object.values(kind.fields).map(({ caption }) => caption.source);
  const anyCaption = new RegExp(known.join('|'), 'i');
  const tables = Map.groupBy(captionRows(body, anyCaption, 3, without), ({ texts }) => texts.join('|'));
  // The captions of a table stand nearer to it than other rows of such words; each of its rows may have them above it again.
  for (const [first] of [...tables.values()].toReversed()) {
    const cellRows = rowsBelow(first!, body, without);
    if (cellRows.length === 0) continue;
    const isNumbered = first!.texts.some((text) => kind.fields.caseId.caption.test(text));
    const rows = isNumbered ? cellRows : rowsWithHeads(cellRows, sightings);
    return {
      ...noCases,
      rows: [...rows, ...leftOver(rows, sightings)],
      captions: first!.texts,
      cellRows: new Set(cellRows),
    };
  }
  const rows = cardsOf(body, sightings, kind, without);
  return rows.length > 0 ? { ...noCases, rows } : { ...noCases, rows: bareCards(body, kind, without), isBare: true };
}

/** Where the numbers of cases stand: behind their label, in cells of their name, in links. */
function caseSightings(body: Element, kind: CaseKind, without: ReadonlySet<Element>): IdSighting[] {
  const { fields, linkParameter } = kind;
  const shownBy = (selector: string, idOf: (element: Element) => string | null) =>
    [...body.querySelectorAll(selector)]
      .filter((element) => !isWithin(element, without))
      .map((element) => ({ id: idOf(element), element }))
      .filter((sighting): sighting is IdSighting => sighting.id !== null);
  return [
    ...labelledSightings(body, fields.caseId.labels, without),
    ...shownBy(propsOf(fields.caseId), (cell) => /^\d{7,12}$/.exec(clean(shortText(cell, 60) ?? ''))?.[0] ?? null),
    ...shownBy(`a[href*="${linkParameter}="]`, (link) => linkedId(link, linkParameter)),
  ];
}

const LABEL_LEVELS = 4;

/** Numbers behind one of `labels`, whatever boxes the two have. */
function labelledSightings(body: Element, labels: readonly string[], without: ReadonlySet<Element>): IdSighting[] {
  const label = `(?:${labels.join('|')})`;
  const number = new RegExp(String.raw`^(?:${label}\s*[:：]?\s*)?\d{7,12}(?!\d)`);
  const labelled = new RegExp(String.raw`(?<![${HAN}])${label}\s*[:：]?\s*(\d{7,12}?)(?=\D|$|20\d{2}-)`, 'u');
  return elementsReading(body, number, { maxLength: 60, without, sign: /\d/ }).flatMap((element) => {
    let up: Element | null = element;
    for (let level = 0; level < LABEL_LEVELS && up !== null; level += 1, up = up.parentElement) {
      const text = shortText(up, 300) === null ? '' : linesOf(up).join('\n');
      const id = labelled.exec(text)?.[1];
      if (id) return element.textContent?.includes(id) ? [{ id, element }] : [];
    }
    return [];
  });
}

function propsOf({ props }: CaseField): string {
  return props.map((prop) => `[prop="${prop}"]`).join(',');
}

function linkedId(link: Element, parameter: string): string | null {
  return new RegExp(String.raw`[?&]${parameter}=(\d{7,12})(?!\d)`).exec(link.getAttribute('href') ?? '')?.[1] ?? null;
}

/** A row without a column for its number, with the line above it that does: in one box with it, or as its neighbour. */
function rowsWithHeads(rows: readonly Element[], sightings: readonly IdSighting[]): CaseRow[] {
  const idsIn = countsAround(sightings.map(({ element }) => element));
  const rowsIn = countsAround(rows);
  const holdsId = (element: Element) => idsIn.has(element);
  const holdsRow = (element: Element) => rowsIn.get(element) ?? 0;
  return rows.map((row): CaseRow => {
    if (holdsId(row)) return row;
    let top = row;
    while (top.parentElement && holdsRow(top.parentElement) === 1) {
      top = top.parentElement;
      if (holdsId(top)) return top;
    }
    const parts = [top];
    for (
      let before = top.previousElementSibling;
      before && holdsRow(before) === 0;
      before = before.previousElementSibling
    ) {
      parts.unshift(before);
      if (holdsId(before)) return { parts };
    }
    return row;
  });
}

/** Numbers of cases that are in none of the rows: no case may get lost. */
function leftOver(rows: readonly CaseRow[], sightings: readonly IdSighting[]): Element[] {
  const taken = new Set(rows.flatMap((row) => ('parts' in row ? row.parts : [row])));
  return sightings.filter(({ element }) => !isWithin(element, taken)).map(({ element }) => element);
}

/** How many of `elements` each element around them holds. */
function countsAround(elements: readonly Element[]): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const element of elements)
    for (let up: Element | null = element; up !== null; up = up.parentElement)
      counts.set(up, (counts.get(up) ?? 0) + 1);
  return counts;
}

function cardsOf(
  body: Element,
  sightings: readonly IdSighting[],
  { fields }: CaseKind,
  without: ReadonlySet<Element>,
): Element[] {
  const names = Object.values(fields).map(
    ({ labels }) => new RegExp(String.raw`(?<![${HAN}])(?:${labels.join('|')})`, 'u'),
  );
  const signs = [...names, ORDER_SHAPE];
  const signsIn = (root: Element) => {
    const lines = linesOf(root, { without });
    return signs.filter((sign) => lines.some((line) => sign.test(line))).length;
  };
  const all = signsIn(body);
  const found = [...recordRoots(sightings, body, (root) => signsIn(root) === all).values()];
  const order = new RegExp(String.raw`(?:${fields.orderId.labels.join('|')})\s*[:：]?\s*\d{11,18}`);
  const idless = rootsWithoutId(order, found, body, (root) => signsIn(root) >= 4 && !isWithin(root, without));
  return inPageOrder([...found, ...idless], body);
}

const ORDER_SHAPE = /(?<!\d)\d{16}(?!\d)/;

/** Where no number of a case has a label: those of its shape that share a piece of the page with one of an order's shape. */
function bareCards(body: Element, { idDigits }: CaseKind, without: ReadonlySet<Element>): Element[] {
  const shape = new RegExp(String.raw`^\d{${idDigits}}$`);
  const sightings = elementsReading(body, shape, { maxLength: 20, without, sign: /\d/ }).map((element) => ({
    id: textOf(element),
    element,
  }));
  const hasOrder = (root: Element) => linesOf(root, { without }).some((line) => ORDER_SHAPE.test(line));
  return [...recordRoots(sightings, body, hasOrder).values()].filter(hasOrder);
}

/** What is read of one case. */
export function scopeOf(
  row: CaseRow,
  table: CaseTable,
  { fields, idDigits, linkParameter, type }: CaseKind,
): CaseScope {
  const parts = 'parts' in row ? row.parts : [row];
  const within = (selector: string) => parts.flatMap((part) => [...part.querySelectorAll(selector)]);
  const without = new Set(within(`${OVERLAYS}, ${ASIDES}`));
  return {
    root: 'parts' in row ? row.parts[0]!.parentElement! : row,
    parts,
    without,
    lines: parts.flatMap((part) => linesApart(part, fields, without)),
    fields,
    cells: cellsIn(parts, table, fields),
    linkedIds: within(`a[href*="${linkParameter}="]`).flatMap((link) => linkedId(link, linkParameter) ?? []),
    type,
    bareDigits: table.isBare ? idDigits : null,
  };
}

/** Other numbers than the one they begin like. */
const OTHER_NUMBER = /[原新子父主换购联补]$/;

/** The lines as a person reads them; what begins with a label in a box of its own begins a line. */
function linesApart(root: Element, fields: CaseFields, without: ReadonlySet<Element>): string[] {
  const whole = linesOf(root, { struck: false, without });
  const labels = Object.values(fields).flatMap((field) => field.labels);
  const isOneOfTwo = new RegExp(String.raw`.(?:${labels.join('|')})\s*[:：]`);
  if (!whole.some((line) => isOneOfTwo.test(line))) return whole;
  const label = new RegExp(String.raw`^(?:${labels.join('|')})\s*[:：]`);
  const texts = elementsReading(root, label, { without, sign: /[:：]/ }).map(textOf);
  return texts.reduce(
    (lines, text) =>
      lines.flatMap((line) => {
        const place = line.indexOf(text);
        const before = line.slice(0, Math.max(0, place)).trimEnd();
        return before === '' || OTHER_NUMBER.test(before) ? [line] : [before, line.slice(place)];
      }),
    whole,
  );
}

/** The cells by the console's own name for them, or by their columns' captions. */
function cellsIn(
  parts: readonly Element[],
  { captions, cellRows }: CaseTable,
  fields: CaseFields,
): Map<CaseFieldName, readonly Element[]> {
  const row = parts.flatMap(elementsIn).find((each) => cellRows.has(each));
  const isMarked = parts.some((part) => part.querySelector('[prop]') !== null);
  const cells = new Map<CaseFieldName, readonly Element[]>();
  for (const [name, field] of Object.entries(fields) as [CaseFieldName, CaseField][]) {
    const marked = isMarked ? parts.flatMap((part) => [...part.querySelectorAll(propsOf(field))]) : [];
    const below = (row ? rowCells(row) : []).filter((_, index) => field.caption.test(captions[index] ?? ''));
    const found = marked.length > 0 ? marked : below;
    if (found.length > 0) cells.set(name, found);
  }
  return cells;
}

/** The records of a list of which little but the words is known: a record is the piece of the page around one id. */
import { captionsKey, readCaptions, type Captions } from './caption-table.ts';
import { amountsOf } from './amounts.ts';
import { step } from './course.ts';
import { piecesOf, plain, seamedLines, type Naming } from './named-values.ts';
import { inPageOrder, isWithin, recordRoots, rootsWithoutId, type IdSighting } from './records.ts';
import { elementsReading, textOf } from './text.ts';

/** What people fill in and choose from: no part of a list. */
const CONTROLS =
  'form, select, textarea, nav, header, footer, [role="tablist"], [role="search"], [class*="filter"], [class*="search"], [class*="pagination"]';

/** Fewer labelled values are no record. */
const MIN_VALUES = 3;

interface ListKind<Field extends string> {
  naming: Naming<Field>;
  /** The value that tells records apart. */
  idField: Field;
  /** How an id is written, the id in the first group. */
  id: RegExp;
  /** The pattern of an id behind its label, for a search in the text of elements. */
  labelledId: RegExp;
  /** Links whose address names the id, where the page has such. */
  idLink?: { selector: string; id: RegExp };
  /** What every record shows, such as its time: a piece of the page with it and without an id is a record that is lost. */
  mark: RegExp;
  /** Words that a record has without a label, such as its state. */
  isWord?: (piece: string) => boolean;
  /** What stands in every record, found by its class. */
  signsIn?: (body: Element) => Element[];
}

/** The records of a page, in page order, those that show no id among them. */
export interface RecordList<Field extends string> {
  records: Element[];
  captions: Captions<Field> | null;
  /** How many of them show an id. */
  withId: number;
  /** The row below the captions of records whose head stands in a row of its own. */
  rowOf: ReadonlyMap<Element, Element>;
  /** Parts of the page that are none of them. */
  without: ReadonlySet<Element>;
  /** Changes when the meaning of the cells does. */
  key: string;
}

export function listedRecords<Field extends string>(body: Element, kind: ListKind<Field>): RecordList<Field> {
  return step(() => findRecords(body, kind));
}

function findRecords<Field extends string>(body: Element, kind: ListKind<Field>): RecordList<Field> {
  const captions = readCaptions(body, kind.naming);
  const sightings = idSightings(body, kind, captions);
  const shown = sightings.map(({ element }) => element);
  const without = new Set(controlsBeside(body, shown));
  const isWhole = wholeness(body, kind, captions, without);
  const roots = [...recordRoots(sightings, body, isWhole).values()];
  const lost = lostRoots(body, kind, captions, without, roots);
  const rowOf = rowsBelowHeads(roots, lost, body, captions);
  const apart = new Set(rowOf.values());
  return {
    records: inPageOrder([...roots, ...lost.filter((row) => !apart.has(row))], body),
    captions,
    withId: roots.length,
    rowOf,
    without,
    key: captionsKey(captions),
  };
}

/** A list of nothing: there is no page yet. */
export const noRecords = {
  records: [],
  captions: null,
  withId: 0,
  rowOf: new Map<Element, Element>(),
  without: new Set<Element>(),
  key: '',
};

/** Controls of a page that hold none of these. */
export function controlsBeside(body: Element, shown: readonly Element[]): Element[] {
  return [...body.querySelectorAll(CONTROLS)].filter((control) => !shown.some((element) => control.contains(element)));
}

/** Behind its label, in its column, or in the address of its link. */
function idSightings<Field extends string>(
  body: Element,
  { idField, id, labelledId, idLink }: ListKind<Field>,
  captions: Captions<Field> | null,
): IdSighting[] {
  const labelled = elementsReading(body, labelledId, { maxLength: 160, sign: /\d/ }).map((element) => ({
    id: labelledId.exec(textOf(element))?.[1] ?? '',
    element,
  }));
  const columns = captions?.columns.get(idField) ?? [];
  const inCells = [...(captions?.rows ?? [])].flatMap((row) =>
    columns.flatMap((column) => {
      const element = row.children[column]!;
      const found = id.exec(textOf(element));
      return found ? [{ id: found[1]!, element }] : [];
    }),
  );
  const links = (idLink ? [...body.querySelectorAll(idLink.selector)] : []).map((element) => ({
    id: idLink!.id.exec(element.getAttribute('href') ?? '')?.[1] ?? '',
    element,
  }));
  return [...labelled, ...inCells, ...links].filter(({ id: each }) => each !== '');
}

/** Below captions a record has a row of its own; without them it has every kind of value that the page has. */
function wholeness<Field extends string>(
  body: Element,
  { naming, isWord = () => false }: ListKind<Field>,
  captions: Captions<Field> | null,
  without: ReadonlySet<Element>,
): (root: Element) => boolean {
  if (captions && captions.rows.size > 0) {
    const around = new Set<Element>();
    for (const row of captions.rows)
      for (let up: Element | null = row; up !== null && !around.has(up); up = up.parentElement) around.add(up);
    return (root) => around.has(root);
  }
  const kindsOf = (root: Element) => {
    const lines = seamedLines(root, { without });
    const signs = [lines.flatMap(piecesOf).some(isWord), amountsOf(lines.map(plain)).length > 0];
    return naming.labelledIn(lines).size + signs.filter(Boolean).length;
  };
  const all = kindsOf(body);
  return (root) => kindsOf(root) >= all;
}

/** A head and the row below it may be two rows of one table: the row after a head without one is its own. */
function rowsBelowHeads<Field extends string>(
  roots: readonly Element[],
  lost: readonly Element[],
  body: Element,
  captions: Captions<Field> | null,
): Map<Element, Element> {
  const found = new Map<Element, Element>();
  const rows = captions?.rows ?? new Set();
  const hasRow = (root: Element) => rows.has(root) || [...root.querySelectorAll('*')].some((each) => rows.has(each));
  const heads = new Set(roots.filter((root) => !hasRow(root)));
  if (heads.size === 0) return found;
  let head: Element | null = null;
  for (const element of inPageOrder([...roots, ...lost], body)) {
    if (heads.has(element)) head = element;
    else if (head && rows.has(element)) found.set(head, element);
    if (!heads.has(element)) head = null;
  }
  return found;
}

/** Rows that are not empty, or pieces with the mark, that belong to no id. */
function lostRoots<Field extends string>(
  body: Element,
  { mark, naming, signsIn = () => [] }: ListKind<Field>,
  captions: Captions<Field> | null,
  without: ReadonlySet<Element>,
  roots: readonly Element[],
): Element[] {
  if (captions && captions.rows.size > 0) {
    const known = new Set(roots);
    return [...captions.rows].filter(
      (row) => !isWithin(row, known) && !roots.some((root) => row.contains(root)) && textOf(row) !== '',
    );
  }
  const known = new Set(roots);
  const signed = signsIn(body)
    .filter((element) => !isWithin(element, known))
    .map((element) => element.closest('tr') ?? element);
  if (signed.length > 0) return [...new Set(signed)];
  return rootsWithoutId(
    mark,
    roots,
    body,
    (root) => naming.labelledIn(seamedLines(root, { without })).size > MIN_VALUES,
  );
}

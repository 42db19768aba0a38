/**
 * The records of a list of which little but the words is known, a record being the piece of the page around one id: its values
 * come from the cells below their captions and from behind their labels.
 */
import { captionsKey, readCaptions, type Captions } from './caption-table.ts';
import { seamedLines, type Naming } from './named-values.ts';
import { inPageOrder, isWithin, recordRoots, rootsWithoutId, type IdSighting } from './records.ts';
import { elementsReading, textOf } from './text.ts';

/** What people fill in and choose from: no part of a list. */
const CONTROLS =
  'form, select, textarea, nav, header, footer, [role="tablist"], [role="search"], [class*="filter"], [class*="search"], [class*="pagination"]';

/** Fewer labelled values are no record. */
const MIN_VALUES = 3;

export interface ListedRecord<Field extends string> {
  root: Element;
  /** Every text that the record gives for a value, with seams: behind its labels, and the lines of its cells. */
  textsOf(field: Field): string[];
  /** The same without links and buttons, where more is left than nothing. */
  wordsOf(field: Field): string[];
  /** The cells below its caption. */
  cellsOf(field: Field): Element[];
  /** Is there a caption or a label for it? */
  isNamed(field: Field): boolean;
  /** The lines of the record that no label names, with seams. */
  others: readonly string[];
}

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
}

/** The records of a page, in page order, those that show no id among them. */
export interface RecordList<Field extends string> {
  records: Element[];
  captions: Captions<Field> | null;
  /** How many of them show an id. */
  withId: number;
  /** Parts of the page that are none of them. */
  without: ReadonlySet<Element>;
  /** Changes when the meaning of the cells does. */
  key: string;
}

export function listedRecords<Field extends string>(body: Element, kind: ListKind<Field>): RecordList<Field> {
  const captions = readCaptions(body, kind.naming);
  const sightings = idSightings(body, kind, captions);
  const without = new Set(
    controlsBeside(
      body,
      sightings.map(({ element }) => element),
    ),
  );
  const isWhole = wholeness(body, kind, captions, without);
  const roots = [...recordRoots(sightings, body, isWhole).values()];
  return {
    records: inPageOrder([...roots, ...lostRoots(body, kind, captions, without, roots)], body),
    captions,
    withId: roots.length,
    without,
    key: captionsKey(captions),
  };
}

/** A list of nothing: there is no page yet. */
export const noRecords = { records: [], captions: null, withId: 0, without: new Set<Element>(), key: '' };

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
  { naming }: ListKind<Field>,
  captions: Captions<Field> | null,
  without: ReadonlySet<Element>,
): (root: Element) => boolean {
  if (captions && captions.rows.size > 0) {
    const around = new Set<Element>();
    for (const row of captions.rows)
      for (let up: Element | null = row; up !== null && !around.has(up); up = up.parentElement) around.add(up);
    return (root) => around.has(root);
  }
  const kindsOf = (root: Element) => naming.labelledIn(seamedLines(root, { without })).size;
  const all = kindsOf(body);
  return (root) => kindsOf(root) >= all;
}

/** Rows that are not empty, or pieces with the mark, that belong to no id. */
function lostRoots<Field extends string>(
  body: Element,
  { mark, naming }: ListKind<Field>,
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
  return rootsWithoutId(
    mark,
    roots,
    body,
    (root) => naming.labelledIn(seamedLines(root, { without })).size > MIN_VALUES,
  );
}

export function listedRecord<Field extends string>(
  root: Element,
  naming: Naming<Field>,
  captions: Captions<Field> | null,
  without: ReadonlySet<Element> = new Set(),
): ListedRecord<Field> {
  const labelled = naming.labelledIn(seamedLines(root, { without }));
  const wordsOnly = naming.labelledIn(seamedLines(root, { without, links: false }));
  const row = captions && [root, ...root.querySelectorAll('*')].find((element) => captions.rows.has(element));
  const cellsOf = (field: Field) =>
    row ? (captions.columns.get(field) ?? []).map((column) => row.children[column]!) : [];
  const inCells = (field: Field, links: boolean) =>
    cellsOf(field).flatMap((cell) => {
      const found = naming.labelledIn(seamedLines(cell, { without, links }));
      // What the cell itself labels is told by its labels.
      return found.size > 1 && found.get(null)!.length === 0 ? [] : [found.get(null)!.join('\n')];
    });
  const textsOf = (field: Field) => [...(labelled.get(field) ?? []), ...inCells(field, true)];
  return {
    root,
    textsOf,
    cellsOf,
    wordsOf(field) {
      const words = [...(wordsOnly.get(field) ?? []), ...inCells(field, false)];
      return words.some((text) => text !== '') ? words : textsOf(field);
    },
    isNamed: (field) => labelled.has(field) || cellsOf(field).length > 0,
    others: labelled.get(null)!,
  };
}

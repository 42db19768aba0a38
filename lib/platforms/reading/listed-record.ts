/** The values of one record of a list or a page: in the cells below their captions, and behind their labels. */
import type { Captions } from './caption-table.ts';
import { seamedLines, type Naming } from './named-values.ts';

export interface ListedRecord<Field extends string> {
  /** The elements of the record that match. */
  all: (selector: string) => Element[];
  /** Every text that the record gives for a value, with seams: behind its labels, and the lines of its cells. */
  textsOf: (field: Field) => string[];
  /** The same without links and buttons, where more is left than nothing. */
  wordsOf: (field: Field) => string[];
  /** The cells below its caption. */
  cellsOf: (field: Field) => Element[];
  /** Is there a caption or a label for it? */
  isNamed: (field: Field) => boolean;
  /** The lines of the record that no label names, with seams. */
  others: readonly string[];
}

/** Where a record stands: below which captions, with which row apart from its head, beside what that is none of it. */
interface Surroundings<Field extends string> {
  captions: Captions<Field> | null;
  row?: Element | undefined;
  without?: ReadonlySet<Element>;
}

export function listedRecord<Field extends string>(
  root: Element,
  naming: Naming<Field>,
  { captions, row: ownRow, without = new Set() }: Surroundings<Field>,
): ListedRecord<Field> {
  const parts = ownRow ? [root, ownRow] : [root];
  const all = parts.flatMap((part) => [part, ...part.querySelectorAll('*')]);
  const linesOf = (links: boolean) => parts.flatMap((part) => seamedLines(part, { without, links }));
  const labelled = naming.labelledIn(linesOf(true));
  const wordsOnly = naming.labelledIn(linesOf(false));
  const row = captions && all.find((element) => captions.rows.has(element));
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
    all: (selector) => all.filter((element) => element.matches(selector)),
    textsOf,
    cellsOf,
    wordsOf: (field) => {
      const words = [...(wordsOnly.get(field) ?? []), ...inCells(field, false)];
      return words.some((text) => text !== '') ? words : textsOf(field);
    },
    isNamed: (field) => labelled.has(field) || cellsOf(field).length > 0,
    others: labelled.get(null)!,
  };
}

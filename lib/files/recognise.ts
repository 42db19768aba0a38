/** Which export a table is, by the names of its columns, in any order. */
import type { ExportField, ExportKind } from '../platforms/export-kind.ts';
import { keepsDigits, idIn } from './cell-values.ts';
import { exportKinds } from './export-kinds.ts';
import type { Row } from './row.ts';

/** How a table is read: which field stands in which column. */
export interface ImportPlan {
  kind: ExportKind;
  /** Field -> number of its column, the first is 0. */
  columns: ReadonlyMap<ExportField, number>;
  /** Fields of ids whose column has kept all their digits, as its first rows prove. */
  exactIds: ReadonlySet<ExportField>;
  /** Names of columns that say nothing to us. */
  unknown: string[];
  /** The row of the names. */
  headerLine: number;
}

/** Titles and dates may stand above the names. */
const HEADER_WITHIN = 10;

/**
 * @param own kinds that a shop told us of; they come before those that are known
 * @returns null when no row among the first has the columns of an export
 */
export function recognise(rows: readonly Row[], own: readonly ExportKind[] = []): ImportPlan | null {
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    const told = own.flatMap((kind) => columnsOf(kind, row) ?? [])[0];
    const known = exportKinds.flatMap((kind) => columnsOf(kind, row) ?? []);
    const found = told ?? known.toSorted((a, b) => b.columns.size - a.columns.size)[0];
    if (found) return { ...found, exactIds: exactIdsIn(rows, found) };
  }
  return null;
}

type FoundColumns = Omit<ImportPlan, 'exactIds'>;

const ID_FIELDS = ['orderId', 'caseId', 'skuId'] as const satisfies readonly ExportField[];

function exactIdsIn(rows: readonly Row[], { columns, headerLine }: FoundColumns): ReadonlySet<ExportField> {
  const below = rows.filter(({ line }) => line > headerLine);
  return new Set(
    ID_FIELDS.filter((field) => {
      const column = columns.get(field);
      return column !== undefined && keepsDigits(below.map(({ cells }) => cells[column] ?? ''));
    }),
  );
}

function columnsOf(kind: ExportKind, { line, cells }: Row): FoundColumns | null {
  const names = cells.map(plainName);
  const columns = new Map<ExportField, number>();
  for (const [field, aliases] of Object.entries(kind.columns) as [ExportField, readonly string[]][]) {
    const index = aliases.map((alias) => names.indexOf(plainName(alias))).find((at) => at >= 0);
    if (index !== undefined) columns.set(field, index);
  }
  if (!kind.needs.every((field) => columns.has(field))) return null;
  const known = new Set(columns.values());
  const ignored = new Set(kind.ignored.map(plainName));
  const unknown = cells.filter((cell, at) => cell !== '' && !known.has(at) && !ignored.has(names[at]!));
  return { kind, columns, headerLine: line, unknown };
}

/** A column's name without what writers differ in. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\uFEFF'"]/g, '')
    .toLowerCase();
}

/** What a row says of a field; empty when the file has no such column. */
export function cellOf({ columns }: ImportPlan, { cells }: Row, field: ExportField): string {
  const column = columns.get(field);
  return (column === undefined ? undefined : cells[column]) ?? '';
}

/**
 * The id in a row.
 * @throws CellError of one that is none, or may have lost digits
 */
export function idOf(plan: ImportPlan, row: Row, field: ExportField, what: string, pattern: RegExp): string {
  return idIn(cellOf(plan, row, field), what, pattern, plan.exactIds.has(field));
}

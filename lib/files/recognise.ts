/** Which export a table is, by the names of its columns, in any order. */
import type { ExportField, ExportKind } from '../platforms/export-kind.ts';
import { jdExports } from '../platforms/jd/export-columns.ts';
import { taobaoExports } from '../platforms/taobao/export-columns.ts';
import type { Row } from './row.ts';

const exportKinds: readonly ExportKind[] = [...jdExports, ...taobaoExports];

/** How a table is read: which field stands in which column. */
export interface ImportPlan {
  kind: ExportKind;
  /** Field -> number of its column, the first is 0. */
  columns: ReadonlyMap<ExportField, number>;
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
    const told = own.flatMap((kind) => planOf(kind, row) ?? [])[0];
    if (told) return told;
    const plans = exportKinds.flatMap((kind) => planOf(kind, row) ?? []);
    const [best] = plans.toSorted((a, b) => b.columns.size - a.columns.size);
    if (best) return best;
  }
  return null;
}

function planOf(kind: ExportKind, { line, cells }: Row): ImportPlan | null {
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

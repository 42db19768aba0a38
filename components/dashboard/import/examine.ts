/** Reading through a file that someone chose: which tables are in it, and what each would change. Runs in a worker. */
import type { FileProblem } from '../../../lib/files/file-error.ts';
import { FileError } from '../../../lib/files/file-error.ts';
import { fingerprintOf, importFingerprint } from '../../../lib/files/fingerprint.ts';
import type { IdSet } from '../../../lib/files/id-set.ts';
import { openTable, unrecognised, type ImportPortion } from '../../../lib/files/import-table.ts';
import { Summary, type ImportSummary } from '../../../lib/files/import-summary.ts';
import { columnsFound, lackingIn, mappingFor, ownKind, type MappableField } from '../../../lib/files/own-kind.ts';
import { readTables, type SourceFile, type Table } from '../../../lib/files/read-table.ts';
import type { ImportPlan } from '../../../lib/files/recognise.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import { refuseRow, type Refusals } from '../../../lib/model/imported.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { addToPreview, emptyPreview, type ImportPreview } from '../../../lib/views/data/import-preview.ts';

/** The first rows, as they stand. */
export interface TableHead {
  /** Place in the file: an archive has several. */
  table: number;
  name: string;
  /** Of a workbook; null for a text. */
  sheet: string | null;
  columns: string[];
  /** Rows below the names, 20 at most. */
  rows: string[][];
}

export interface ReadableTable extends TableHead {
  /** Of the import that it would be, as `importFingerprint` tells it. */
  fingerprint: string;
  kind: string;
  platform: Platform;
  holds: ImportPlan['kind']['holds'];
  /** What a person said of its columns; null for a known export. */
  mapping: ColumnMapping | null;
  /** Field -> name of the column that it is read from. */
  found: ColumnMapping['columns'];
  /** Fields that matter and have no column. */
  lacking: MappableField[];
  summary: ImportSummary;
  refusals: Refusals;
  preview: ImportPreview;
  /** Orders that another chosen file has, too. */
  again: number;
}

/** A table that is not read, and why. */
export interface UnreadTable extends TableHead {
  problem: FileProblem;
}

export interface ExaminedFile {
  tables: (ReadableTable | UnreadTable)[];
}

export interface Examining {
  db: LiukeDatabase;
  /** Said by people, of whatever shop; the first that fits is taken. */
  mappings: readonly ColumnMapping[];
  /** When the file was written, epoch ms. */
  writtenAt: number;
  /** Ids of the orders of the other chosen files. */
  others: readonly IdSet[];
  /** Takes those of this one. */
  own: IdSet;
  /** Told how many rows are read by now. */
  onRows: (rows: number) => void;
}

const PREVIEW_ROWS = 20;

export function isReadable(table: ReadableTable | UnreadTable): table is ReadableTable {
  return 'summary' in table;
}

/** @throws FileError of a file of which not even a table can be found */
export async function examineFile(file: SourceFile, examining: Examining): Promise<ExaminedFile> {
  const tables: ExaminedFile['tables'] = [];
  const fileFingerprint = await fingerprintOf(file);
  try {
    for await (const table of readTables(file))
      tables.push(await examineTable(table, { number: tables.length, fileFingerprint }, examining));
  } catch (error) {
    // The tables before it were read whole.
    tables.push({
      table: tables.length,
      name: file.name,
      sheet: null,
      columns: [],
      rows: [],
      problem: problemOf(error),
    });
  }
  return { tables: tables.map((table) => ({ ...table, name: nameAmong(table, tables) })) };
}

/** The sheets of one workbook are told apart by their own names. */
function nameAmong({ name, sheet }: TableHead, tables: readonly TableHead[]): string {
  const isAlone = tables.filter((other) => other.name === name).length === 1;
  return sheet === null || isAlone ? name : `${name} · ${sheet}`;
}

async function examineTable(
  table: Table,
  { number, fileFingerprint }: { number: number; fileFingerprint: string },
  examining: Examining,
): Promise<ReadableTable | UnreadTable> {
  const { db, mappings, writtenAt, onRows } = examining;
  const own = mappings.flatMap((mapping) => ownKind(mapping) ?? []);
  const opened = await openTable(table, own).catch(problemOf);
  if ('kind' in opened)
    return { table: number, name: table.name, sheet: table.sheet, columns: [], rows: [], problem: opened };
  const headerLine = opened.plan?.headerLine ?? opened.head[0]?.line ?? 0;
  const head: TableHead = {
    table: number,
    name: table.name,
    sheet: table.sheet,
    columns: [...(opened.head.find(({ line }) => line === headerLine)?.cells ?? [])],
    rows: opened.head
      .filter(({ line }) => line > headerLine)
      .slice(0, PREVIEW_ROWS)
      .map(({ cells }) => [...cells]),
  };
  const { plan, portions } = opened;
  if (!plan) return { ...head, problem: unrecognised(table.name, opened.head).problem };
  const summary = new Summary(table, plan);
  const refusals: Refusals = {};
  const preview = emptyPreview();
  let again = 0;
  try {
    for await (const portion of portions(plan)) {
      summary.add(portion);
      for (const { what, row } of portion.rejects) refuseRow(refusals, what, row);
      await addToPreview(db, preview, portion, { platform: plan.kind.platform, seenAt: writtenAt });
      again += countAgain(portion, examining);
      onRows(portion.rows);
    }
  } catch (error) {
    return { ...head, problem: problemOf(error) };
  }
  const { id, platform, holds } = plan.kind;
  const mapping = mappingFor(head.columns, mappings);
  return {
    ...head,
    fingerprint: await importFingerprint(fileFingerprint, number, mapping),
    kind: id,
    platform,
    holds,
    mapping,
    found: columnsFound(plan, head.columns),
    lacking: lackingIn(plan),
    summary: summary.result(),
    refusals,
    preview,
    again,
  };
}

/** @throws what is no word about the file */
function problemOf(error: unknown): FileProblem {
  if (error instanceof FileError) return error.problem;
  throw error;
}

function countAgain({ orders }: ImportPortion, { others, own }: Examining): number {
  let again = 0;
  for (const { order } of orders) {
    if (others.some((ids) => ids.has(order.orderId))) again += 1;
    own.add(order.orderId);
  }
  return again;
}

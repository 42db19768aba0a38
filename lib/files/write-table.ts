/**
 * Tables of any length as files, in pieces: csv that Excel opens as it is meant, or xlsx. One portion of rows is in memory at a time.
 */
import { writeXlsxStream } from 'hucre/xlsx';
import { harmless, quoted } from './write-csv.ts';

/** A number that is counted with; a text; a number that is a name, such as an order's. Null for not known. */
export type ExportCell = number | string | { id: string } | null;

export type ExportFormat = 'csv' | 'xlsx';

/** A spreadsheet shows longer numbers with an exponent, and forgets what lies beyond 15 digits. */
const SHORT_DIGITS = 11;

/**
 * @param head names of the columns
 * @param portions rows, asked for only when the ones before are written
 */
export async function* writeTable(
  format: ExportFormat,
  head: readonly string[],
  portions: AsyncIterable<readonly (readonly ExportCell[])[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (format === 'csv') yield* csvPieces(head, portions);
  else yield* xlsxPieces(head, portions);
}

async function* csvPieces(
  head: readonly string[],
  portions: AsyncIterable<readonly (readonly ExportCell[])[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const lines = (rows: readonly (readonly ExportCell[])[]) =>
    encoder.encode(rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join(''));
  yield encoder.encode('\uFEFF');
  yield lines([head]);
  for await (const rows of portions) if (rows.length > 0) yield lines(rows);
}

/** A long number is written as the platforms write it, ="…", which every spreadsheet shows digit by digit. */
function csvCell(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return quoted(harmless(cell));
  const isLongNumber = /^\d+$/.test(cell.id) && cell.id.length > SHORT_DIGITS;
  return isLongNumber ? `="${cell.id}"` : quoted(harmless(cell.id));
}

async function* xlsxPieces(
  head: readonly string[],
  portions: AsyncIterable<readonly (readonly ExportCell[])[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  async function* rows() {
    yield head.map(bookCell);
    for await (const portion of portions) for (const row of portion) yield row.map(bookCell);
  }
  const reader = writeXlsxStream(rows(), { name: 'Liuke', freezePane: { rows: 1 } }).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      yield piece.value as Uint8Array<ArrayBuffer>;
  } finally {
    await reader.cancel();
  }
}

function bookCell(cell: ExportCell): string | number | null {
  if (cell === null || typeof cell === 'number') return cell;
  return harmless(typeof cell === 'string' ? cell : cell.id);
}

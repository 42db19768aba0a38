/**
 * The first sheet of a workbook, row by row, every cell as text. A number that a sheet cannot hold exactly (an order id beyond 15 digits)
 * is written with its exponent, so that nobody takes it for an id.
 */
import { streamXlsxRows, type CellValue } from 'hucre/xlsx';
import { FileError } from './file-error.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, type Row } from './row.ts';

const PORTION = 500;

/** @throws FileError (while iterating) of a workbook that is damaged, protected by a password, or no table */
export async function* readXlsx(bytes: ReadableStream<Uint8Array> | Uint8Array): AsyncGenerator<Row[]> {
  let portion: Row[] = [];
  const rows = streamXlsxRows(bytes);
  for (;;) {
    const { value: row } = await rows.next().catch((error: unknown) => {
      throw unreadable(error);
    });
    if (!row) break;
    const line = row.index + 1;
    if (row.values.length > MAX_COLUMNS) throw tooLarge(line, `more than ${MAX_COLUMNS} columns`);
    const cells = row.values.map((value) => textOf(value).trim());
    const long = cells.find((cell) => cell.length > MAX_CELL_CHARS);
    if (long !== undefined) throw tooLarge(line, `a cell of ${long.length} characters`);
    if (cells.some((cell) => cell !== '')) portion.push({ line, cells });
    if (portion.length === PORTION) {
      yield portion;
      portion = [];
    }
  }
  yield portion;
}

/** A spreadsheet keeps 15 digits: beyond these it has put noughts. */
const EXACT_DIGITS = 15;

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    const text = String(value);
    const isLost = text.length > EXACT_DIGITS + 1 || (text.length === EXACT_DIGITS + 1 && text.endsWith('0'));
    return Number.isInteger(value) && isLost ? value.toExponential() : amountText(value);
  }
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
  return typeof value === 'boolean' ? String(value) : '';
}

/** 178.79999999999998 is how a sheet writes 178.80. */
function amountText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6)));
}

function unreadable(error: unknown): FileError {
  const reason = error instanceof Error ? error.message : String(error);
  return /encrypt|password/i.test(reason)
    ? new FileError(
        'expected a workbook without a password, found a protected one: save it without, then import',
        'protectedBook',
      )
    : new FileError(
        `expected a workbook (.xlsx), could not read it: ${reason.slice(0, 120)}. Export it again`,
        'unreadableBook',
      );
}

function tooLarge(line: number, found: string): FileError {
  return new FileError(`row ${line}: expected a row of an export, found ${found}`, 'noRow', line);
}

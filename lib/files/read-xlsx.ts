/**
 * The sheets of a workbook, row by row, every cell as text. Read from its own list of parts and no faster than the rows are taken, so
 * that memory holds a few hundred of them whatever the file. A number that a sheet cannot hold exactly (an order id beyond 16 digits) is
 * written with its exponent, so that nobody takes it for an id.
 */
import { FileError } from './file-error.ts';
import type { Row } from './row.ts';
import { SheetRows } from './xlsx/sheet-rows.ts';
import { readWorkbook, type Workbook } from './xlsx/workbook.ts';
import { XmlTokens } from './xlsx/xml-tokens.ts';
import { bytesOf, readDirectory, type Sliced, type ZipEntry } from './xlsx/zip-directory.ts';

const PORTION = 500;
/** Unpacked, a sheet may come to so much: a bomb ends here. */
const MAX_SHEET_BYTES = 16 * 1024 ** 3;

export interface Sheet {
  name: string;
  /** In portions; iterating throws FileError where the sheet is damaged, or no table. */
  rows: AsyncIterable<Row[]>;
}

/**
 * The sheets that have anything in them; of a workbook without any, its first.
 * @throws FileError (while iterating) of a workbook that is damaged, or protected by a password
 */
export async function* readSheets(file: Sliced): AsyncGenerator<Sheet> {
  await refuseProtected(file);
  const book = await readWorkbook(file, await readDirectory(file));
  let filled = 0;
  for (const { name, part } of book.sheets) {
    const rows = rowsOf(file, book, part);
    const first = rows.next();
    // A damaged sheet is one of its own: it says so where it is read.
    const isEmpty = await first.then(
      ({ done }) => done === true,
      () => false,
    );
    if (isEmpty) continue;
    filled += 1;
    yield { name, rows: from(first, rows) };
  }
  if (filled === 0) yield { name: book.sheets[0]!.name, rows: rowsOf(file, book, book.sheets[0]!.part) };
}

async function* from(first: Promise<IteratorResult<Row[]>>, others: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  const { value, done } = await first;
  if (!done) yield value;
  yield* others;
}

async function* rowsOf(file: Sliced, book: Workbook, part: ZipEntry): AsyncGenerator<Row[]> {
  const sheet = new SheetRows(book);
  const tokens = new XmlTokens(sheet);
  const decoder = new TextDecoder();
  let unpacked = 0;
  const portions = function* (least: number) {
    while (sheet.rows.length >= least && sheet.rows.length > 0) yield sheet.rows.splice(0, PORTION);
  };
  for await (const bytes of bytesOf(file, part)) {
    unpacked += bytes.length;
    if (unpacked > MAX_SHEET_BYTES)
      throw new FileError('expected a workbook, found one that unpacks without an end', 'hugeZip');
    tokens.push(decoder.decode(bytes, { stream: true }));
    yield* portions(PORTION);
  }
  tokens.push(decoder.decode());
  tokens.end();
  yield* portions(1);
}

/** A workbook under a password is an old binary file around it. */
async function refuseProtected(file: Sliced): Promise<void> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (head[0] === 0xd0 && head[1] === 0xcf)
    throw new FileError(
      'expected a workbook without a password, found a protected one: save it without, then import',
      'protectedBook',
    );
}

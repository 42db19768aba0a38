/** A file that someone chose -> the tables in it, whatever it is packed in. */
import { decodeText, type Encoding } from './decode-text.ts';
import { FileError } from './file-error.ts';
import { readCsv } from './read-csv.ts';
import { readSheets } from './read-xlsx.ts';
import type { Row } from './row.ts';
import { HEAD_BYTES, sniffFile } from './sniff-file.ts';
import { isWorkbook, sumsOf, unzip } from './unzip.ts';
import type { Sliced } from './xlsx/zip-directory.ts';

export interface Table {
  /** The file's name, within an archive the one in there. */
  name: string;
  /** Of a workbook, whose sheets are tables of one name; null for a text. */
  sheet: string | null;
  format: 'csv' | 'xlsx';
  /** Of a text; a workbook has none. */
  encoding: Encoding | null;
  /** In portions, as they are read; to be read to the end before the next table. */
  rows: AsyncIterable<Row[]>;
}

/** A file as a browser and as Node give it. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Small: a row of an export is eighty cells, and all rows of a piece are in memory at once. */
const CHUNK_BYTES = 256 * 1024;

/** @throws FileError, also while iterating, of a file that is no table */
export async function* readTables(file: SourceFile): AsyncGenerator<Table> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (sniffFile(head) === 'text') yield await textTable(file.name, chunksOf(file));
  else if (isWorkbook(head)) yield* sheetTables(file.name, file);
  else {
    const sums = await sumsOf(file);
    for await (const { name, chunks } of unzip(chunksOf(file), sums)) {
      yield* orUnread(name, /\.xlsx$/i.test(name) ? packedSheets(name, chunks) : packedText(name, chunks));
    }
  }
}

/** What cannot be read within an archive says so when it is its turn; those after it are read. */
async function* orUnread(name: string, tables: AsyncGenerator<Table>): AsyncGenerator<Table> {
  try {
    yield* tables;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    yield { name, sheet: null, format: 'csv', encoding: null, rows: unread(error) };
  }
}

async function* unread(error: FileError): AsyncGenerator<Row[]> {
  yield await Promise.reject(error);
}

async function* packedText(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Table> {
  yield await textTable(name, chunks);
}

async function* packedSheets(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Table> {
  yield* sheetTables(name, await wholeOf(chunks));
}

async function* chunksOf(file: SourceFile): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += CHUNK_BYTES)
    yield new Uint8Array(await file.slice(start, Math.min(file.size, start + CHUNK_BYTES)).arrayBuffer());
}

async function textTable(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Table> {
  const { encoding, pieces } = await decodeText(chunks);
  return { name, sheet: null, format: 'csv', encoding, rows: readCsv(pieces) };
}

async function* sheetTables(name: string, file: Sliced): AsyncGenerator<Table> {
  for await (const { name: sheet, rows } of readSheets(file))
    yield { name, sheet, format: 'xlsx', encoding: null, rows };
}

/** A workbook within an archive, still packed as workbooks are: its parts are found from its end. */
async function wholeOf(chunks: AsyncIterable<Uint8Array>): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) pieces.push(new Uint8Array(chunk));
  return new Blob(pieces);
}

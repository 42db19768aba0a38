/**
 * CSV as the platforms' exports write it, piece by piece. Beside RFC 4180: ids as `="123"`, an apostrophe before numbers, a comma after
 * the last cell, blanks and tabs around cells, LF or CRLF, a byte order mark. A strict library takes `="1,2"` for two cells.
 */
import { FileError } from './file-error.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, type Row } from './row.ts';

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const TAB = 9;
const LF = 10;
const CR = 13;
const EQUALS = 61;

/**
 * Rows in portions, one per piece of text; blank lines are none.
 * @throws FileError (while iterating) of a quote that is never closed, or a row that is no row of a table
 */
export async function* readCsv(pieces: AsyncIterable<string>): AsyncGenerator<Row[]> {
  const parser = new CsvParser();
  for await (const piece of pieces) yield parser.push(piece);
  yield parser.end();
}

class CsvParser {
  #rest = '';
  #line = 1;
  #isFirst = true;
  #delimiter = COMMA;
  /** What is left ends within quotes. */
  #isQuoted = false;

  push(piece: string): Row[] {
    let text = this.#rest + piece;
    if (this.#isFirst && text !== '') {
      text = text.replace(/^\uFEFF/, '');
      this.#delimiter = /^[^\n,]*\t[^\n,]*(?:\n|$)/.test(text) ? TAB : COMMA;
      this.#isFirst = false;
    }
    return this.#rowsOf(text, false);
  }

  end(): Row[] {
    const rows = this.#rowsOf(this.#rest, true);
    if (this.#rest !== '') throw this.#unclosed();
    return rows;
  }

  /** Takes whole rows from the text and keeps what is left. */
  #rowsOf(text: string, isEnd: boolean): Row[] {
    const rows: Row[] = [];
    let start = 0;
    while (start < text.length) {
      const row = this.#rowAt(text, start, isEnd);
      if (row === null) break;
      const { cells, next, lines } = row;
      if (cells.length > 1 || cells[0] !== '') rows.push({ line: this.#line, cells });
      this.#line += lines;
      start = next;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > MAX_CELL_CHARS * 2)
      throw this.#isQuoted ? this.#unclosed() : this.#tooLarge(`a cell of more than ${MAX_CELL_CHARS} characters`);
    return rows;
  }

  /** The row that begins at `start`, or null when it is not whole yet. */
  #rowAt(text: string, start: number, isEnd: boolean): { cells: string[]; next: number; lines: number } | null {
    const cells: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      let quote = at;
      while (text.charCodeAt(quote) === SPACE || (text.charCodeAt(quote) === TAB && this.#delimiter !== TAB))
        quote += 1;
      const isMarked = text.charCodeAt(quote) === EQUALS && text.charCodeAt(quote + 1) === QUOTE;
      let cell = '';
      this.#isQuoted = false;
      if (isMarked || text.charCodeAt(quote) === QUOTE) {
        const from = quote + (isMarked ? 2 : 1);
        const closing = closingQuote(text, from);
        // A quote at the very end may be the first of a pair.
        this.#isQuoted = closing < 0;
        if (closing < 0 || (closing === text.length - 1 && !isEnd)) return null;
        cell = text.slice(from, closing);
        if (cell.includes('\n')) lines += cell.split('\n').length - 1;
        cell = (isMarked ? '=' : '') + cell.replaceAll('""', '"');
        at = closing + 1;
      }
      const from = at;
      while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === this.#delimiter || code === LF || code === CR) break;
        at += 1;
      }
      if (at >= text.length && !isEnd) return null;
      cell = (cell + text.slice(from, at)).trim();
      if (cell.length > MAX_CELL_CHARS) throw this.#tooLarge(`a cell of ${cell.length} characters`);
      cells.push(cell);
      if (cells.length > MAX_COLUMNS) throw this.#tooLarge(`more than ${MAX_COLUMNS} columns`);
      const code = text.charCodeAt(at);
      at += 1;
      if (code === this.#delimiter) continue;
      if (code === CR && at >= text.length && !isEnd) return null;
      if (code === CR && text.charCodeAt(at) === LF) at += 1;
      return { cells, next: Math.min(at, text.length), lines };
    }
  }

  #unclosed(): FileError {
    return new FileError(
      `row ${this.#line}: expected the end of the row, found a quote that is never closed`,
      'openQuote',
      this.#line,
    );
  }

  #tooLarge(found: string): FileError {
    return new FileError(`row ${this.#line}: expected a row of an export, found ${found}`, 'noRow', this.#line);
  }
}

/** Where the quote that ends the cell stands; -1 when it is not there yet. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

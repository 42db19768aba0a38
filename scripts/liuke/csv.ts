/** Comma-separated values, strictly: RFC 4180 with a header line, UTF-8, LF or CRLF, an optional byte order mark. */

export interface CsvRow {
  /** Where the record begins, the header being line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Csv {
  /** Column names, lower case and trimmed. */
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** @throws Error of an empty text, an open quote, or a row with another number of cells than the header */
export function parseCsv(text: string): Csv {
  const records = text.includes('"') ? splitQuoted(text) : splitPlain(text);
  const [head, ...rows] = records;
  if (!head) throw new Error('expected a header line, found an empty file');
  const odd = rows.find((row) => row.cells.length !== head.cells.length);
  if (odd) throw new Error(`line ${odd.line}: expected ${head.cells.length} columns, found ${odd.cells.length}`);
  return { header: head.cells.map((name) => name.trim().toLowerCase()), rows };
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Blank lines are no records. */
function splitPlain(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 0;
  for (const record of text.replace(BYTE_ORDER_MARK, '').split('\n')) {
    line += 1;
    const trimmed = record.endsWith('\r') ? record.slice(0, -1) : record;
    if (trimmed !== '') rows.push({ line, cells: trimmed.split(',') });
  }
  return rows;
}

/** One cell and what ends it: a quoted text with doubled quotes, or plain text. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function splitQuoted(source: string): CsvRow[] {
  const text = source.replace(BYTE_ORDER_MARK, '');
  const rows: CsvRow[] = [];
  let line = 1;
  let start = 1;
  let cells: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length || cells.length > 0) {
    const match = CELL.exec(text);
    if (!match) throw new Error(`line ${line}: a quote is not closed, or stands inside a cell that is not quoted`);
    const [whole, quoted, plain = '', end = ''] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '' || quoted !== undefined) rows.push({ line: start, cells });
    cells = [];
    start = line;
  }
  return rows;
}

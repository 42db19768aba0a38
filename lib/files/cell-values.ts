/** The values in an export's cells. What is not certain is thrown with a name: the row becomes a reject. */
import { parseYuan, type Fen } from '../model/money.ts';
import { parsePlatformTime } from '../model/shanghai-time.ts';

/** A value of a row that cannot be taken for certain. */
export class CellError extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`not read for certain: ${what}`);
    this.name = 'CellError';
    this.what = what;
  }
}

/** A text as it was meant: without the mark of an untouched id, the apostrophe before numbers, and the exports' word for nothing. */
export function plain(cell: string): string {
  const text = cell.replace(/^=/, '').replace(/^'/, '').trim();
  return text === 'null' || text === '-' || text === '--' ? '' : text;
}

/** Digits that a spreadsheet has written in short (3.51531E+16), or filled up with noughts. */
const SHORTENED = /^\d(?:\.\d+)?e\+?\d+$/i;
const SPREADSHEET_DIGITS = 15;

/**
 * The digits of an id.
 * @param hasExactDigits its column is known to have kept them all: a nought at the end is the id's own
 * @throws CellError also when a spreadsheet has lost some of them, or may have
 */
export function idIn(cell: string, what: string, pattern: RegExp, hasExactDigits = false): string {
  const text = plain(cell);
  if (SHORTENED.test(text) || (!hasExactDigits && isUnmarkedLong(cell) && text.endsWith('0')))
    throw new CellError(`${what} (digits lost in a spreadsheet)`);
  if (!pattern.test(text)) throw new CellError(/^\d+$/.test(text) ? `${what} (${text.length} digits)` : what);
  return text;
}

/**
 * Whether a column has kept the digits of its ids: a spreadsheet that rounds puts a nought at the end of every id of more than 15 digits,
 * so one without it has not been rounded. Where most of them end in a nought, the column was put together from both kinds.
 */
export function keepsDigits(cells: readonly string[]): boolean {
  const long = [...new Set(cells.filter(isUnmarkedLong).map(plain))];
  const exact = long.filter((text) => !text.endsWith('0')).length;
  return exact > 0 && exact * 2 >= long.length;
}

/** More digits than a spreadsheet keeps, and not the mark that it has not touched them. */
function isUnmarkedLong(cell: string): boolean {
  const text = plain(cell);
  return text.length > SPREADSHEET_DIGITS && !cell.startsWith('=') && /^\d+$/.test(text);
}

/** "499.00（系统计算中，该值仅供参考）", "0元", "1,234.50" -> fen; null for an empty cell. @throws CellError of anything else */
export function amountIn(cell: string, what: string): Fen | null {
  const text = plain(cell)
    .replace(/[（(].*$/, '')
    .replace(/元$/, '')
    .trim();
  if (text === '') return null;
  try {
    return parseYuan(text);
  } catch {
    throw new CellError(what);
  }
}

const SPREADSHEET_TIME = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** "2026-05-01 10:01:02", or as a spreadsheet writes it, "2026/5/1 10:01" -> epoch ms; null for an empty cell. @throws CellError of anything else */
export function timeIn(cell: string, what: string): number | null {
  const text = plain(cell).replace('T', ' ');
  if (text === '') return null;
  const [, year, month, day, hour = '0', minute = '00', second = '00'] = SPREADSHEET_TIME.exec(text) ?? [];
  if (year === undefined) throw new CellError(what);
  const two = (part: string) => part.padStart(2, '0');
  try {
    return parsePlatformTime(`${year}-${two(month!)}-${two(day!)} ${two(hour)}:${minute}:${second}`);
  } catch {
    throw new CellError(what);
  }
}

/** A number of pieces; null for an empty cell. @throws CellError of anything else */
export function countIn(cell: string, what: string): number | null {
  const text = plain(cell).replace(/\.0+$/, '');
  if (text === '') return null;
  if (!/^\d{1,7}$/.test(text)) throw new CellError(what);
  return Number(text);
}

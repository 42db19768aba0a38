/** The cells of a sheet as its XML names them -> rows of texts. */
import { FileError } from '../file-error.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, type Row } from '../row.ts';
import { RichText, type Workbook } from './workbook.ts';
import { attributeOf, withoutEscapes, type XmlHearer } from './xml-tokens.ts';

/** A spreadsheet keeps 15 digits: of a number that was typed in, it has put noughts for the others. */
const TYPED_DIGITS = 15;
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The day that never was: 1900 counts as a leap year in a spreadsheet. */
const NO_DAY = 60;

/** Hears a sheet and gathers its rows, blank ones left out. */
export class SheetRows implements XmlHearer {
  /** Those that are whole, to be taken away. */
  rows: Row[] = [];
  readonly #book: Pick<Workbook, 'texts' | 'isTime' | 'is1904'>;
  #line = 0;
  #cells: string[] = [];
  #isRow = false;
  #column = 0;
  /** Columns that hold ids as texts. */
  readonly #idTexts = new Set<number>();
  #kind = '';
  #style = -1;
  #isValue = false;
  #value = '';
  readonly #text = new RichText();

  constructor(book: Pick<Workbook, 'texts' | 'isTime' | 'is1904'>) {
    this.#book = book;
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag);
    else if (name === 'v') this.#isValue = true;
    else if (name === 'row') {
      const line = Number(attributeOf(tag, 'r'));
      this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1;
      this.#cells = [];
      this.#column = -1;
      this.#isRow = true;
    } else this.#text.open(name);
  }

  text(piece: string): void {
    if (this.#isValue) {
      this.#value += piece;
      if (this.#value.length > MAX_CELL_CHARS) throw this.#tooLarge(`a cell of more than ${MAX_CELL_CHARS} characters`);
    } else this.#text.add(piece);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v') this.#isValue = false;
    else if (name === 'row' && this.#isRow) {
      if (this.#cells.some((cell) => cell !== '')) this.rows.push({ line: this.#line, cells: this.#cells });
      this.#isRow = false;
    } else this.#text.close(name);
  }

  #openCell(tag: string): void {
    const place = attributeOf(tag, 'r');
    this.#column = place === null ? this.#column + 1 : columnOf(place);
    if (this.#column >= MAX_COLUMNS) throw this.#tooLarge(`more than ${MAX_COLUMNS} columns`);
    this.#kind = attributeOf(tag, 't') ?? 'n';
    this.#style = Number(attributeOf(tag, 's') ?? -1);
    this.#value = '';
    this.#text.take();
  }

  #closeCell(): void {
    if (!this.#isRow) return;
    const cell = this.#cellText().trim();
    if (cell.length > TYPED_DIGITS && this.#kind !== 'n' && /^\d+$/.test(cell)) this.#idTexts.add(this.#column);
    if (cell.length > MAX_CELL_CHARS) throw this.#tooLarge(`a cell of ${cell.length} characters`);
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = cell;
  }

  #cellText(): string {
    const value = this.#value;
    switch (this.#kind) {
      case 's':
        return this.#book.texts[value === '' ? -1 : Number(value)] ?? '';
      case 'inlineStr':
        return this.#text.take();
      case 'str':
        return withoutEscapes(value);
      case 'b':
        return String(value === '1' || value.toLowerCase() === 'true');
      case 'e':
        return value;
      default: {
        const number = Number(value);
        if (value.trim() === '' || !Number.isFinite(number)) return value;
        return this.#book.isTime[this.#style] ? this.#timeText(number) : this.#numberText(number);
      }
    }
  }

  /**
   * Programs write a number of 16 digits whole; whether they did, the column as a whole tells. One number among texts was typed in, and
   * of more digits no number is exact.
   */
  #numberText(value: number): string {
    if (!Number.isInteger(value)) return amountText(value);
    const text = String(value);
    const isTyped = this.#idTexts.has(this.#column) && text.endsWith('0');
    const isLost = text.length > TYPED_DIGITS && (isTyped || !Number.isSafeInteger(value));
    return isLost ? value.toExponential() : text;
  }

  #timeText(days: number): string {
    const ms = this.#book.is1904
      ? EPOCH_1904 + Math.round(days * DAY_MS)
      : EPOCH_1900 + Math.round((days >= NO_DAY ? days - 1 : days) * DAY_MS);
    const time = new Date(Math.round(ms / 1000) * 1000);
    return Number.isNaN(time.getTime()) ? String(days) : time.toISOString().slice(0, 19).replace('T', ' ');
  }

  #tooLarge(found: string): FileError {
    return new FileError(`row ${this.#line}: expected a row of an export, found ${found}`, 'noRow', this.#line);
  }
}

/** `AB12` -> 27; beyond every column what names none. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
    if (column > MAX_COLUMNS) break;
  }
  return column === 0 ? MAX_COLUMNS : column - 1;
}

/** 178.79999999999998 is how a sheet writes 178.80. */
function amountText(value: number): string {
  return String(Number(value.toFixed(6)));
}

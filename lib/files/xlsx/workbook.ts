/** What a workbook says beside its sheet: which parts its sheets are, the texts that cells share, which numbers are times. */
import { FileError } from '../file-error.ts';
import { MAX_CELL_CHARS } from '../row.ts';
import { attributeOf, withoutEscapes, XmlTokens, type XmlHearer } from './xml-tokens.ts';
import { bytesOf, type Sliced, type ZipEntry } from './zip-directory.ts';

export interface Workbook {
  /** In the order in which they stand there, one at least. */
  sheets: { name: string; part: ZipEntry }[];
  texts: readonly string[];
  /** By the number of a cell's style. */
  isTime: readonly boolean[];
  /** Days are counted from 1904 on. */
  is1904: boolean;
}

/** What all cells share may come to so much; an export of a million rows has a fifth of it. */
const MAX_SHARED_CHARS = 512 * 1024 * 1024;
const nothing = () => {};

/** @throws FileError of an archive that is no workbook */
export async function readWorkbook(file: Sliced, entries: ReadonlyMap<string, ZipEntry>): Promise<Workbook> {
  const book = await relatedTo(file, entries, '', (type) => type === 'officeDocument');
  const bookPath = book[0]?.path ?? 'xl/workbook.xml';
  if (!entries.has(bookPath)) throw noWorkbook('it has no workbook in it');
  const named: { name: string; id: string }[] = [];
  let is1904 = false;
  await hear(file, entries.get(bookPath), {
    open(name, tag) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributeOf(tag, 'date1904') ?? '');
      if (name === 'sheet') named.push({ name: attributeOf(tag, 'name') ?? '', id: attributeOf(tag, 'id') ?? '' });
    },
    text: nothing,
    close: nothing,
  });
  const parts = await relatedTo(file, entries, bookPath, (type) => /^(worksheet|sharedStrings|styles)$/.test(type));
  const partOf = (type: string) => entries.get(parts.find((part) => part.type === type)?.path ?? '');
  const worksheets = parts.flatMap(({ id, type, path }) => {
    const part = entries.get(path);
    return type === 'worksheet' && part ? [{ id, part }] : [];
  });
  const listed = named.flatMap(({ name, id }) => {
    const found = worksheets.find((sheet) => sheet.id === id);
    return found ? [{ name, part: found.part }] : [];
  });
  // Some programs write a list of sheets that fits none of the parts.
  const sheets = listed.length > 0 ? listed : worksheets.slice(0, 1).map(({ part }) => ({ name: '', part }));
  if (sheets.length === 0) throw noWorkbook('it has no sheet in it');
  return {
    sheets,
    is1904,
    texts: await sharedTexts(file, partOf('sharedStrings')),
    isTime: await times(file, partOf('styles')),
  };
}

interface Related {
  id: string;
  /** The last word of its kind: `worksheet`. */
  type: string;
  path: string;
}

/** The parts that a part names as its own. @param of its path; empty for the archive itself */
async function relatedTo(
  file: Sliced,
  entries: ReadonlyMap<string, ZipEntry>,
  of: string,
  isWanted: (type: string) => boolean,
): Promise<Related[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const found: Related[] = [];
  await hear(file, entries.get(`${folder}_rels/${of.slice(folder.length)}.rels`), {
    open(name, tag) {
      const type = attributeOf(tag, 'Type')?.split('/').at(-1) ?? '';
      if (name !== 'Relationship' || !isWanted(type)) return;
      found.push({ id: attributeOf(tag, 'Id') ?? '', type, path: pathFrom(folder, attributeOf(tag, 'Target') ?? '') });
    },
    text: nothing,
    close: nothing,
  });
  return found;
}

/** `xl/` and `../a.xml` -> `a.xml`. */
function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

async function sharedTexts(file: Sliced, part: ZipEntry | undefined): Promise<string[]> {
  const texts: string[] = [];
  const text = new RichText();
  let chars = 0;
  await hear(file, part, {
    open(name) {
      text.open(name);
    },
    text(piece) {
      text.add(piece);
    },
    close(name) {
      if (name === 'si') {
        const whole = text.take();
        chars += whole.length;
        if (chars > MAX_SHARED_CHARS) throw noWorkbook('its texts are without an end');
        texts.push(whole);
      } else text.close(name);
    },
  });
  return texts;
}

/** A text in pieces of different looks; how it is pronounced is left out. */
export class RichText {
  #whole = '';
  #isText = false;
  #isSound = false;

  open(name: string): void {
    if (name === 't') this.#isText = true;
    else if (name === 'rPh') this.#isSound = true;
  }

  add(piece: string): void {
    if (!this.#isText || this.#isSound) return;
    // More than a cell may hold is refused where it stands; here it only must not grow.
    if (this.#whole.length <= MAX_CELL_CHARS) this.#whole += piece;
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isSound = false;
  }

  take(): string {
    const whole = withoutEscapes(this.#whole);
    this.#whole = '';
    this.#isText = false;
    return whole;
  }
}

/** Numbers of the formats that every spreadsheet knows for days and times. */
const TIME_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, ...range(27, 36), ...range(50, 58)]);

async function times(file: Sliced, part: ZipEntry | undefined): Promise<boolean[]> {
  const own = new Map<string, boolean>();
  const isTime: boolean[] = [];
  let isOfCells = false;
  await hear(file, part, {
    open(name, tag) {
      if (name === 'numFmt')
        own.set(attributeOf(tag, 'numFmtId') ?? '', isTimeFormat(attributeOf(tag, 'formatCode') ?? ''));
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) {
        const format = attributeOf(tag, 'numFmtId') ?? '';
        isTime.push(own.get(format) ?? TIME_FORMATS.has(Number(format)));
      }
    },
    text: nothing,
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return isTime;
}

/** `yyyy-mm-dd hh:mm` and not `0.00"days"`. */
function isTimeFormat(code: string): boolean {
  if (/\[(h+|m+|s+)\]/i.test(code)) return true;
  return /[ymdhs]/i.test(code.replaceAll(/\[[^\]]*\]|\\.|"[^"]*"|[*_].|General/gi, ''));
}

/** Reads a part through; one that is not there says nothing. */
async function hear(file: Sliced, part: ZipEntry | undefined, hearer: XmlHearer): Promise<void> {
  if (!part) return;
  const tokens = new XmlTokens(hearer);
  const decoder = new TextDecoder();
  for await (const bytes of bytesOf(file, part)) tokens.push(decoder.decode(bytes, { stream: true }));
  tokens.push(decoder.decode());
  tokens.end();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function noWorkbook(what: string): FileError {
  return new FileError(`expected a workbook (.xlsx), could not read it: ${what}. Export it again`, 'unreadableBook');
}

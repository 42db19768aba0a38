/**
 * The tables in a zip archive, one after the other, unpacked as they are read. Large exports come zipped; a workbook is itself an
 * archive, but of sheets.
 */
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { Crc32 } from './crc32.ts';
import { FileError } from './file-error.ts';
import { zipNameOfBytes } from './zip-name.ts';
import { lockedZip, readDirectory, UNPACKED_AT_ONCE, type Sliced } from './xlsx/zip-directory.ts';

export interface ZippedFile {
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** Unpacked, an archive may hold so much: a bomb ends here. */
const MAX_UNPACKED_BYTES = 4 * 1024 ** 3;
const TABLE = /\.(csv|txt|xlsx)$/i;
/** Its own marks on what it packed: no tables. */
const CLUTTER = /(^|\/)(__MACOSX\/|\._|~\$)/;

function isTable(name: string): boolean {
  return TABLE.test(name) && !CLUTTER.test(name);
}

/**
 * Its list at the end says which of its files are locked; an archive without one is damaged, and says so when it is unpacked.
 * @returns the checksums of its files, by name, as far as the list is there
 * @throws FileError of an archive with a table under a password
 */
export async function sumsOf(file: Sliced): Promise<ReadonlyMap<string, number>> {
  const entries = [...((await readDirectory(file).catch(() => null))?.values() ?? [])];
  if (entries.some(({ name, isLocked }) => isLocked && isTable(name))) throw lockedZip();
  return new Map(entries.map(({ name, sum }) => [name, sum]));
}

/** True for a workbook, by the first entry's name: it has parts of a workbook at its root. */
export function isWorkbook(head: Uint8Array): boolean {
  const nameLength = (head[26] ?? 0) + (head[27] ?? 0) * 256;
  const name = String.fromCharCode(...head.subarray(30, 30 + nameLength));
  return /^(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/)/.test(name);
}

/**
 * @param chunks the archive
 * @param sums of its files, by name; one that is not among them is not checked
 * @throws FileError (while iterating) of a damaged archive, one with no table in it, or one that unpacks without end
 */
export async function* unzip(
  chunks: AsyncIterable<Uint8Array>,
  sums: ReadonlyMap<string, number>,
): AsyncGenerator<ZippedFile> {
  const source = new ZipSource(chunks);
  let tables = 0;
  for (;;) {
    const file = await source.nextFile();
    if (file === null) break;
    // Of a name in the list the unpacker knows how it is written.
    const name = sums.has(file.name) ? file.name : zipNameOfBytes(file.name);
    if (!isTable(name)) continue;
    tables += 1;
    yield { name, chunks: checked(source.contentOf(file), sums.get(name)) };
    await source.skip(file);
  }
  if (tables === 0)
    throw new FileError('expected a zip archive with .csv or .xlsx in it, found none: unpack it and look', 'noTables');
}

/** @param sum what it comes to, unless it is damaged; undefined where that is not known */
async function* checked(chunks: AsyncIterable<Uint8Array>, sum: number | undefined): AsyncGenerator<Uint8Array> {
  const crc = new Crc32();
  for await (const chunk of chunks) {
    crc.add(chunk);
    yield chunk;
  }
  if (sum !== undefined && crc.sum !== sum) throw damaged();
}

/** Pulls the archive through: bytes are only read when someone asks for what comes out. */
class ZipSource {
  readonly #input: AsyncIterator<Uint8Array>;
  readonly #unzip = new Unzip();
  readonly #files: UnzipFile[] = [];
  #content: Uint8Array[] = [];
  #waiting: Uint8Array = new Uint8Array(0);
  #isFileAtEnd = false;
  #isAtEnd = false;
  #unpacked = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#input = chunks[Symbol.asyncIterator]();
    this.#unzip.register(UnzipInflate);
    this.#unzip.onfile = (file) => this.#files.push(file);
  }

  async nextFile(): Promise<UnzipFile | null> {
    while (this.#files.length === 0 && !this.#isAtEnd) await this.#pull();
    return this.#files.shift() ?? null;
  }

  async *contentOf(file: UnzipFile): AsyncGenerator<Uint8Array> {
    this.#content = [];
    this.#isFileAtEnd = false;
    this.#guarded(() => {
      file.ondata = (error, data, isFinal) => {
        if (error) throw error;
        this.#content.push(data);
        this.#isFileAtEnd = isFinal;
        this.#unpacked += data.length;
        if (this.#unpacked > MAX_UNPACKED_BYTES)
          throw new FileError('expected an archive of exports, found one that unpacks to more than 4 GB', 'hugeZip');
      };
      file.start();
    });
    for (;;) {
      yield* this.#content.splice(0);
      if (this.#isFileAtEnd) return;
      if (this.#isAtEnd) throw damaged();
      await this.#pull();
    }
  }

  /** To the end of a file of which nobody read the rest. */
  async skip(file: UnzipFile): Promise<void> {
    if (this.#isFileAtEnd) return;
    file.terminate();
    this.#isFileAtEnd = true;
  }

  async #pull(): Promise<void> {
    if (this.#waiting.length === 0) {
      const { value, done } = await this.#input.next();
      this.#isAtEnd = done === true;
      this.#waiting = value ?? new Uint8Array(0);
    }
    const piece = this.#waiting.subarray(0, UNPACKED_AT_ONCE);
    this.#waiting = this.#waiting.subarray(UNPACKED_AT_ONCE);
    this.#guarded(() => this.#unzip.push(piece, this.#isAtEnd));
  }

  #guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      throw error instanceof FileError ? error : damaged();
    }
  }
}

function damaged(): FileError {
  return new FileError('expected a whole zip archive, found a damaged or cut one: export it again', 'damagedZip');
}

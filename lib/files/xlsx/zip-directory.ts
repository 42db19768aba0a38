/**
 * What is in a zip file, by its own list at the end: any part can be read without those before it, unpacked no faster than someone asks
 * for it. Exports stream their parts without saying how long each is; the list at the end always does.
 */
import { Crc32 } from '../crc32.ts';
import { FileError } from '../file-error.ts';
import { zipName } from '../zip-name.ts';

/** A file as a browser and as Node give it. */
export interface Sliced {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export interface ZipEntry {
  name: string;
  isPacked: boolean;
  /** Under a password. */
  isLocked: boolean;
  /** CRC-32 of what it unpacks to. */
  sum: number;
  packedBytes: number;
  /** Where its own head begins. */
  at: number;
}

const LIST_ENTRY = 0x02014b50;
const LIST_END = 0x06054b50;
const WIDE_LIST_END = 0x06064b50;
const WIDE_LIST_PLACE = 0x07064b50;
const LOCAL_HEAD = 0x04034b50;
/** Of an entry's flags. */
const LOCKED = 1;
const UTF8_NAME = 0x800;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const MAX_LIST_BYTES = 32 * 1024 * 1024;
const WIDE = 0xffff_ffff;
const CHUNK_BYTES = 256 * 1024;
/** Packed bytes at a time: what they unpack to is in memory at once, a thousand times as much at worst. */
export const UNPACKED_AT_ONCE = 4 * 1024;

/** @throws FileError of a file that has no such list, or one that points nowhere */
export async function readDirectory(file: Sliced): Promise<Map<string, ZipEntry>> {
  const { at, bytes } = await placeOfList(file);
  if (bytes > MAX_LIST_BYTES || at + bytes > file.size) throw damaged('its list of parts is not there');
  const view = await viewOf(file, at, at + bytes);
  const entries = new Map<string, ZipEntry>();
  for (let place = 0; place + 46 <= view.byteLength && view.getUint32(place, true) === LIST_ENTRY;) {
    const [nameBytes, extraBytes] = [view.getUint16(place + 28, true), view.getUint16(place + 30, true)];
    const next = place + 46 + nameBytes + extraBytes + view.getUint16(place + 32, true);
    if (next > view.byteLength) throw damaged('its list of parts is cut');
    const flags = view.getUint16(place + 8, true);
    const name = zipName(new Uint8Array(view.buffer, place + 46, nameBytes), (flags & UTF8_NAME) !== 0);
    const method = view.getUint16(place + 10, true);
    const wide = wideNumbers(view, place, place + 46 + nameBytes, extraBytes);
    // How a locked part is packed stands inside of the lock.
    const isLocked = (flags & LOCKED) !== 0;
    if (method === 0 || method === 8 || isLocked)
      entries.set(name, { name, isPacked: method === 8, isLocked, sum: view.getUint32(place + 16, true), ...wide });
    place = next;
  }
  return entries;
}

async function placeOfList(file: Sliced): Promise<{ at: number; bytes: number }> {
  const from = Math.max(0, file.size - END_BYTES - MAX_COMMENT_BYTES);
  const view = await viewOf(file, from, file.size);
  for (let place = view.byteLength - END_BYTES; place >= 0; place -= 1) {
    if (view.getUint32(place, true) !== LIST_END) continue;
    const found = { at: view.getUint32(place + 16, true), bytes: view.getUint32(place + 12, true) };
    return found.at === WIDE || found.bytes === WIDE ? await wideList(file, view, place) : found;
  }
  throw damaged('its end is not there');
}

/** Of a file that is larger than four gigabytes, or was written as if it were. */
async function wideList(file: Sliced, view: DataView, end: number): Promise<{ at: number; bytes: number }> {
  if (end < 20 || view.getUint32(end - 20, true) !== WIDE_LIST_PLACE) throw damaged('its list of parts is not there');
  const at = Number(view.getBigUint64(end - 12, true));
  if (at + 56 > file.size) throw damaged('its list of parts is not there');
  const wide = await viewOf(file, at, at + 56);
  if (wide.getUint32(0, true) !== WIDE_LIST_END) throw damaged('its list of parts is not there');
  return { at: Number(wide.getBigUint64(48, true)), bytes: Number(wide.getBigUint64(40, true)) };
}

/** Size and place; where they do not fit into their fields, from the entry's extra field. */
function wideNumbers(view: DataView, entry: number, extra: number, extraBytes: number) {
  let packedBytes = view.getUint32(entry + 20, true);
  let at = view.getUint32(entry + 42, true);
  const isWide = packedBytes === WIDE || at === WIDE;
  for (let place = extra; isWide && place + 4 <= extra + extraBytes;) {
    const length = view.getUint16(place + 2, true);
    if (view.getUint16(place, true) === 1) {
      let field = place + 4 + (view.getUint32(entry + 24, true) === WIDE ? 8 : 0);
      const next = () => (field + 8 <= place + 4 + length ? Number(view.getBigUint64((field += 8) - 8, true)) : WIDE);
      if (packedBytes === WIDE) packedBytes = next();
      if (at === WIDE) at = next();
    }
    place += 4 + length;
  }
  return { packedBytes, at };
}

/**
 * The bytes of one part, as they are asked for.
 * @throws FileError of a part that is damaged, cut, or under a password
 */
export async function* bytesOf(
  file: Sliced,
  { isPacked, isLocked, sum, packedBytes, at: place }: ZipEntry,
): AsyncGenerator<Uint8Array> {
  if (isLocked) throw lockedZip();
  if (place + 30 > file.size) throw damaged('one of its parts is not there');
  const head = await viewOf(file, place, place + 30);
  if (head.getUint32(0, true) !== LOCAL_HEAD) throw damaged('one of its parts is not there');
  const start = place + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const end = start + packedBytes;
  if (end > file.size) throw damaged('one of its parts is cut');
  const packed = piecesOf(file, start, end);
  const crc = new Crc32();
  for await (const piece of isPacked ? inflated(packed) : packed) {
    crc.add(piece);
    yield piece;
  }
  if (crc.sum !== sum) throw damaged('one of its parts is damaged');
}

async function* piecesOf(file: Sliced, start: number, end: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = start; from < end; from += CHUNK_BYTES) {
    const chunk = new Uint8Array(await file.slice(from, Math.min(end, from + CHUNK_BYTES)).arrayBuffer());
    for (let at = 0; at < chunk.length; at += UNPACKED_AT_ONCE) yield chunk.subarray(at, at + UNPACKED_AT_ONCE);
  }
}

/** By the browser's own inflate, which takes a fraction of the time of any written in a script. */
async function* inflated(packed: AsyncGenerator<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  /** Why the file could not be read, which does not make it a damaged one. */
  const unread: unknown[] = [];
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const next = await packed.next();
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        } catch (error) {
          unread.push(error);
          throw error;
        }
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw unread[0] ?? damaged('one of its parts is damaged');
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function viewOf(file: Sliced, start: number, end: number): Promise<DataView> {
  return new DataView(await file.slice(start, end).arrayBuffer());
}

export function lockedZip(): FileError {
  return new FileError(
    'expected an archive without a password, found a locked one: unpack it, then import what is in it',
    'lockedZip',
  );
}

function damaged(what: string): FileError {
  return new FileError(`expected a workbook (.xlsx), could not read it: ${what}. Export it again`, 'unreadableBook');
}

/**
 * The form of a backup file: a line of JSON in the clear (what it is, when it was made, its lock), then blocks, each
 * `mark | number | length | sealed bytes`. A block that is damaged hides no other: reading goes on at the next mark.
 */
import type { Lock } from '../../model/backup-lock.ts';
import { FileError } from '../file-error.ts';

export const FORMAT = 'liuke-backup';
/** 2 where the passphrase opens a box; written as 1 otherwise, so that older versions can read it. */
const FORMAT_VERSION = 2;

export interface Header {
  format: typeof FORMAT;
  version: number;
  /** Epoch ms. */
  madeAt: number;
  /** Of the store that was saved. */
  storeVersion: number;
  lock: Lock;
}

/** "LKB" and a byte that no text has. */
const MARK = [0x4c, 0x4b, 0x42, 0x81];
const FRAME_HEAD_BYTES = 12;
const MAX_HEADER_BYTES = 4096;
/** A block is a few hundred kB; what claims to be far larger is damage. */
const MAX_BLOCK_BYTES = 16 * 1024 * 1024;

export function headerBytes(header: Header): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(header)}\n`);
}

export function frameOf(block: number, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(FRAME_HEAD_BYTES + sealed.length);
  frame.set(MARK);
  const view = new DataView(frame.buffer);
  view.setUint32(4, block);
  view.setUint32(8, sealed.length);
  frame.set(sealed, FRAME_HEAD_BYTES);
  return frame;
}

/** A backup as it lies on the disk. */
export interface BackupSource {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** @throws FileError of a file that is no backup, or one of a newer version */
export async function readHeader(source: BackupSource): Promise<{ header: Header; text: string; length: number }> {
  const bytes = new Uint8Array(await source.slice(0, Math.min(source.size, MAX_HEADER_BYTES)).arrayBuffer());
  const end = bytes.indexOf(10);
  const text = end < 0 ? '' : new TextDecoder().decode(bytes.subarray(0, end));
  const header = parsedHeader(text);
  if (header?.format !== FORMAT || typeof header.lock?.salt !== 'string')
    throw new FileError('expected a backup of Liuke, found another file', 'noBackup');
  if (header.version > FORMAT_VERSION)
    throw new FileError(
      `expected a backup of version ${FORMAT_VERSION} or older, found version ${header.version}: update the extension, then restore`,
      'newerBackup',
    );
  return { header, text, length: end + 1 };
}

function parsedHeader(text: string): Header | null {
  try {
    return JSON.parse(text) as Header;
  } catch {
    return null;
  }
}

/**
 * Every block after the header, opened, in file order. One is in memory at a time. What cannot be opened is told as null, and the search
 * goes on right behind its mark, for its length may be what is damaged.
 * @param from where the header ends
 * @param open the sealed bytes of a block, opened; null when they are not what was sealed
 */
export async function* readBlocks(
  source: BackupSource,
  from: number,
  open: (block: number, sealed: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | null>,
): AsyncGenerator<{ block: number; bytes: Uint8Array<ArrayBuffer> | null }> {
  let at = await nextMark(source, from);
  while (at + FRAME_HEAD_BYTES <= source.size) {
    const view = new DataView(await source.slice(at, at + FRAME_HEAD_BYTES).arrayBuffer());
    const block = view.getUint32(4);
    const length = view.getUint32(8);
    const start = at + FRAME_HEAD_BYTES;
    const isPlausible = length <= MAX_BLOCK_BYTES && start + length <= source.size;
    const bytes = isPlausible
      ? await open(block, new Uint8Array(await source.slice(start, start + length).arrayBuffer()))
      : null;
    yield { block, bytes };
    at = await nextMark(source, bytes === null ? at + 1 : start + length);
  }
}

const SEARCHED_BYTES = 256 * 1024;

async function nextMark(source: BackupSource, from: number): Promise<number> {
  for (let at = from; at < source.size; at += SEARCHED_BYTES) {
    const bytes = new Uint8Array(
      await source.slice(at, Math.min(source.size, at + SEARCHED_BYTES + MARK.length - 1)).arrayBuffer(),
    );
    for (let place = bytes.indexOf(MARK[0]!); place >= 0; place = bytes.indexOf(MARK[0]!, place + 1))
      if (MARK.every((byte, index) => bytes[place + index] === byte)) return at + place;
  }
  return source.size;
}

/**
 * The store as one file: tables as lines of JSON, in blocks that are compressed and sealed one by one, so that memory stays flat and a
 * damaged block costs its own records only. The last block lists what there was, and repeats the tables without which the others are of
 * no use; versions that do not know of the repetition, or of one table alone, read no further than that.
 */
import { Digest } from './digest.ts';
import { FORMAT, frameOf, headerBytes, type Header } from './frames.ts';
import { packed } from './packing.ts';
import type { Sealing } from './sealing.ts';

/** A table and its records, in portions. */
export interface BackupTable {
  name: string;
  portions: AsyncIterable<readonly unknown[]>;
  /** A small one without which the others are of no use: it stands in the file twice. */
  isVital?: boolean;
}

/** What is in a backup: by table, how many records, and their fingerprint. */
export type Contents = Record<string, { count: number; digest: string }>;

/** The first line of a block: what its other lines are. */
export type BlockHead =
  | { table: string; count: number }
  | { contents: Contents; blocks: number; again?: Repeated; more?: Repeated[] };

/** Of a table that stands in the last block, too: so many lines, in the order in which they are named. */
interface Repeated {
  table: string;
  count: number;
}

const BLOCK_CHARS = 512 * 1024;

/**
 * The file's bytes, in pieces.
 * @throws FileError of a passphrase that is too short
 */
export async function* writeBackup(
  tables: Iterable<BackupTable>,
  { madeAt, storeVersion }: Pick<Header, 'madeAt' | 'storeVersion'>,
  sealing: Sealing,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { version, lock } = sealing;
  const header: Header = { format: FORMAT, version, madeAt, storeVersion, lock };
  const key = await sealing.keyOf(JSON.stringify(header));
  const contents: Contents = {};
  const vital: string[] = [];
  const repeated: Repeated[] = [];
  let blocks = 0;
  const sealed = async (head: BlockHead, lines: readonly string[]) => {
    const text = `${JSON.stringify(head)}\n${lines.join('')}`;
    const frame = frameOf(blocks, await key.seal(blocks, await packed(text)));
    blocks += 1;
    return frame;
  };
  yield headerBytes(header);
  for (const { name, portions, isVital } of tables) {
    const digest = new Digest();
    let lines: string[] = [];
    let chars = 0;
    for await (const portion of portions) {
      for (const record of portion) {
        const line = JSON.stringify(record);
        digest.add(line);
        lines.push(`${line}\n`);
        if (isVital) vital.push(`${line}\n`);
        chars += line.length;
        if (chars < BLOCK_CHARS) continue;
        yield await sealed({ table: name, count: lines.length }, lines);
        lines = [];
        chars = 0;
      }
    }
    if (lines.length > 0) yield await sealed({ table: name, count: lines.length }, lines);
    if (isVital) repeated.push({ table: name, count: digest.count });
    contents[name] = { count: digest.count, digest: digest.toString() };
  }
  const [again, ...more] = repeated;
  yield await sealed({ contents, blocks, ...(again && { again }), ...(more.length > 0 && { more }) }, vital);
}

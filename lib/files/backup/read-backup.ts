/** A backup read back: block by block, every damage by name. */
import { FileError } from '../file-error.ts';
import { Digest } from './digest.ts';
import { readBlocks, readHeader, type BackupSource, type Header } from './frames.ts';
import { keyOf, type BlockKey } from './lock.ts';
import { unpacked } from './packing.ts';
import type { Sealing } from './sealing.ts';
import type { BlockHead, Contents } from './write-backup.ts';

/** Records of one table, as they were saved. */
export interface RestoredBlock {
  table: string;
  records: unknown[];
}

/** What a backup holds against what it says it holds. */
export interface BackupReport {
  header: Header;
  /** As found. */
  found: Contents;
  /** As its last block says; null when that block is lost: then nobody knows what else is. */
  promised: Contents | null;
  damagedBlocks: number;
  isWhole: boolean;
}

/**
 * Hands over every block that is whole, in the order of the file; a block that stands in the file twice, once. A vital table whose block
 * is damaged comes last.
 * @param secret its passphrase, or what has just sealed it
 * @returns what was there; to be read to its end before anything is restored, so that a person can decide
 * @throws FileError of a file that is no backup, of a newer one, or of a wrong passphrase
 */
export async function readBackup(
  source: BackupSource,
  secret: string | Pick<Sealing, 'keyOf'>,
  onBlock: (block: RestoredBlock) => Promise<void> | void,
): Promise<BackupReport> {
  const { header, text, length } = await readHeader(source);
  const key = typeof secret === 'string' ? await keyOf(secret, header.lock, text) : await secret.keyOf(text);
  const digests = new Map<string, Digest>();
  const seen = new Set<number>();
  const again: { table: string; lines: string[] }[] = [];
  let promised: Contents | null = null;
  let promisedBlocks = 0;
  let unreadable = 0;
  const handOver = async (table: string, lines: readonly string[]) => {
    const digest = digests.get(table) ?? new Digest();
    digests.set(table, digest);
    for (const line of lines) digest.add(line);
    await onBlock({ table, records: lines.map((line) => JSON.parse(line) as unknown) });
  };
  const open: BlockKey['open'] = async (block, sealed) => await key.open(block, sealed);
  for await (const { block, bytes } of readBlocks(source, length, open)) {
    if (bytes === null) {
      unreadable += 1;
      continue;
    }
    if (seen.has(block)) continue;
    seen.add(block);
    const [first = '', ...lines] = (await unpacked(bytes)).split('\n');
    const head = JSON.parse(first) as BlockHead;
    if ('contents' in head) {
      promised = head.contents;
      promisedBlocks = head.blocks;
      let at = 0;
      for (const { table, count } of head.again ? [head.again, ...(head.more ?? [])] : []) {
        again.push({ table, lines: lines.slice(at, at + count) });
        at += count;
      }
      continue;
    }
    await handOver(head.table, lines.slice(0, head.count));
  }
  // Where its own block is damaged, what the last one repeats of it stands in.
  for (const { table, lines } of again) if (lines.length > 0 && !digests.has(table)) await handOver(table, lines);
  if (seen.size === 0 && unreadable > 0)
    throw new FileError(
      'expected the passphrase of this backup, found another one (or a backup that is damaged throughout)',
      'otherPassphrase',
    );
  const found: Contents = Object.fromEntries(
    [...digests].map(([table, digest]) => [table, { count: digest.count, digest: digest.toString() }]),
  );
  return {
    header,
    found,
    promised,
    damagedBlocks: promised === null ? unreadable : promisedBlocks + 1 - seen.size,
    isWhole: promised !== null && isSame(found, promised),
  };
}

/** Tables of which records are lost, and how many there are left of how many; none where nobody knows what there was. */
export function lossesIn({ found, promised }: BackupReport): { table: string; found: number; promised: number }[] {
  return Object.entries(promised ?? {})
    .map(([table, { count }]) => ({ table, found: found[table]?.count ?? 0, promised: count }))
    .filter((each) => each.found < each.promised);
}

function isSame(found: Contents, promised: Contents): boolean {
  return Object.entries(promised).every(
    ([table, { count, digest }]) => count === 0 || (found[table]?.count === count && found[table].digest === digest),
  );
}

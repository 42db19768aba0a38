/** What a file is, by its bytes, and an import of it: the same one chosen again goes on where it stopped. */
import type { ColumnMapping } from '../model/column-mapping.ts';
import { toHex } from '../model/hex.ts';
import { PORTION_SIZE } from './portions.ts';
import type { SourceFile } from './read-table.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/** SHA-256 of the digests of its pieces, as 64 hexadecimal digits: the browser has no digest that is fed piece by piece. */
export async function fingerprintOf(file: SourceFile): Promise<string> {
  const pieces = Math.max(1, Math.ceil(file.size / PIECE_BYTES));
  const digests = new Uint8Array(pieces * 32);
  for (let piece = 0; piece < pieces; piece += 1) {
    const start = piece * PIECE_BYTES;
    const bytes = await file.slice(start, Math.min(file.size, start + PIECE_BYTES)).arrayBuffer();
    digests.set(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), piece * 32);
  }
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', digests)));
}

/**
 * An import of one table of a file: as 64 hexadecimal digits and the table's place. A table read by other columns, or cut into portions
 * of another size, is another import: its portion 17 would hold other orders.
 * @param file as `fingerprintOf` tells it
 */
export async function importFingerprint(file: string, table: number, mapping: ColumnMapping | null): Promise<string> {
  const columns = Object.entries(mapping?.columns ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const readBy = mapping && [mapping.platform, mapping.holds, mapping.over, columns];
  const told = new TextEncoder().encode(JSON.stringify([file, table, readBy, PORTION_SIZE]));
  return `${toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', told)))}-${table}`;
}

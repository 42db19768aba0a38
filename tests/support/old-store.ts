/** Stores as earlier versions left them: what each held is in `tests/fixtures/store`, made by the code of its day. */
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { onTestFinished } from 'vitest';
import { LiukeDatabase } from '../../lib/store/database.ts';

export interface OldStore {
  version: number;
  /** Table -> its key and indexes. */
  stores: Record<string, string>;
  records: Record<string, Record<string, unknown>[]>;
}

export function oldStore(version: number): OldStore {
  const text = readFileSync(`tests/fixtures/store/version-${version}.json`, 'utf8');
  return JSON.parse(text, (_, value: unknown) => (isBytes(value) ? bytesOf(value.$bytes) : value)) as OldStore;
}

function isBytes(value: unknown): value is { $bytes: string } {
  return typeof value === 'object' && value !== null && '$bytes' in value;
}

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(base64, 'base64')).buffer;
}

/** Lays such a store down as its own version did. @returns its name */
export async function layDown({ version, stores, records }: OldStore): Promise<string> {
  const name = `liuke-test-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, rows] of Object.entries(records)) await old.table(table).bulkAdd(rows);
  old.close();
  onTestFinished(async () => await new LiukeDatabase(name).delete());
  return name;
}

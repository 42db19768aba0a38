/**
 * The contract of a response reader, the twin of a page reader. It is pure: it gets what a page's own call was answered and gives
 * back what we keep of it; every field that is not asked for by name is left where it is.
 */
import type { Captured, CaptureBatch, PageName } from '../../model/capture.ts';
import type { Platform } from '../../model/platform.ts';
import { emptyReading, listReading } from '../page-reader.ts';
import { isFields, type Fields } from '../reading/fields.ts';
import { ReadError } from '../reading/read-error.ts';
import type { RowKind } from '../reading/row-kinds.ts';
import { readRows, RowMemory } from '../reading/rows.ts';

export interface ResponseReader {
  platform: Platform;
  /** The page whose rows the answer carries. */
  page: PageName;
  /** Is this address the call? */
  matches(url: URL): boolean;
  /** @param value the data of the answer, of any shape */
  read(value: unknown, url: URL): CaptureBatch;
}

export function emptyBatch(platform: Platform | null, page: PageName): CaptureBatch {
  return emptyReading(platform, page).batch;
}

/** An answer of which nothing could be read: one reject that says so. */
export function lostBatch(platform: Platform, page: PageName, what: string): CaptureBatch {
  return { ...emptyBatch(platform, page), rejects: [{ what }] };
}

const MAX_ROWS = 500;

/** What one kind of rows comes to; what is beyond the first 500 is lost, and said to be. */
export function rowsBatch<Kind extends keyof Captured>(
  { platform, page }: Pick<ResponseReader, 'platform' | 'page'>,
  kind: Kind,
  { records, rowKind, read }: RowsOf<Captured[Kind][number]>,
): CaptureBatch {
  const rows = records.slice(0, MAX_ROWS).map((record) => (isFields(record) ? record : {}));
  const reading = readRows(
    rowKind,
    rows,
    (row) => ({ value: decodable(read(row)), buyerElement: null }),
    new RowMemory(),
  );
  const { batch } = listReading(platform, page, [], kind, reading);
  const beyond = records.length - rows.length;
  if (beyond === 0) return batch;
  return {
    ...batch,
    rejects: [...batch.rejects, { what: `${rowKind.name} (${beyond} more than are read at once)` }],
    health: { ...batch.health, rows: batch.health.rows + beyond },
  };
}

interface RowsOf<Value> {
  records: readonly unknown[];
  rowKind: RowKind<Value>;
  /** Throws ReadError for what is not certain. */
  read: (record: Fields) => Value;
}

/** @throws ReadError when a text of the row was decoded by the wrong table, or was broken before */
function decodable<Value>(value: Value): Value {
  if (JSON.stringify(value).includes('\ufffd')) throw new ReadError('text (cannot be decoded)');
  return value;
}

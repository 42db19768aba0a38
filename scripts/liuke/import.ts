/** `liuke import`: reads an export file as the extension would and says what it comes to; nothing is written. */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { openTable, unrecognised } from '../../lib/files/import-table.ts';
import type { FileError } from '../../lib/files/file-error.ts';
import { Summary, type ImportSummary } from '../../lib/files/import-summary.ts';
import { readTables, type SourceFile } from '../../lib/files/read-table.ts';

/** One summary per table in the file; sheets of other contents beside an export are passed over. @throws FileError of a file that is no export */
export async function summariseExport(path: string): Promise<ImportSummary[]> {
  const summaries: ImportSummary[] = [];
  let passedOver: FileError | null = null;
  for await (const table of readTables(await opened(path))) {
    const { plan, portions, head } = await openTable(table);
    if (!plan) {
      passedOver ??= unrecognised(table.name, head);
      if (table.sheet === null) throw passedOver;
      continue;
    }
    const summary = new Summary(table, plan);
    for await (const portion of portions(plan)) summary.add(portion);
    summaries.push(summary.result());
  }
  if (summaries.length === 0 && passedOver) throw passedOver;
  return summaries;
}

async function opened(path: string): Promise<SourceFile> {
  try {
    const blob = await openAsBlob(path);
    return { name: basename(path), size: blob.size, slice: (start, end) => blob.slice(start, end) };
  } catch (error) {
    throw new Error(`expected an export file, cannot read ${JSON.stringify(path)}`, { cause: error });
  }
}

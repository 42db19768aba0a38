/** `liuke import`: reads an export file as the extension would and says what it comes to; nothing is written. */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { openTable, unrecognised } from '../../lib/files/import-table.ts';
import { FileError } from '../../lib/files/file-error.ts';
import { Summary, type ImportSummary } from '../../lib/files/import-summary.ts';
import { readTables, type SourceFile, type Table } from '../../lib/files/read-table.ts';

/** A table of an archive that is no export, or cannot be read, and why. */
export interface PassedOver {
  file: string;
  problem: string;
}

/**
 * One summary per table in the file, beside them what else is in an archive; sheets of other contents are passed over.
 * @throws FileError of a file in which there is no export
 */
export async function summariseExport(path: string): Promise<(ImportSummary | PassedOver)[]> {
  const summaries: (ImportSummary | PassedOver)[] = [];
  let exports = 0;
  let first: FileError | null = null;
  for await (const table of readTables(await opened(path))) {
    try {
      summaries.push(await summaryOf(table));
      exports += 1;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      first ??= error;
      if (table.sheet === null) summaries.push({ file: table.name, problem: error.message });
    }
  }
  if (exports === 0 && first) throw first;
  return summaries;
}

/** @throws FileError of a table that is no export, or cannot be read to its end */
async function summaryOf(table: Table): Promise<ImportSummary> {
  const { plan, portions, head } = await openTable(table);
  if (!plan) throw unrecognised(table.name, head);
  const summary = new Summary(table, plan);
  for await (const portion of portions(plan)) summary.add(portion);
  return summary.result();
}

async function opened(path: string): Promise<SourceFile> {
  try {
    const blob = await openAsBlob(path);
    return { name: basename(path), size: blob.size, slice: (start, end) => blob.slice(start, end) };
  } catch (error) {
    throw new Error(`expected an export file, cannot read ${JSON.stringify(path)}`, { cause: error });
  }
}

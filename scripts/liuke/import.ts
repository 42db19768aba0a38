/** `liuke import`: reads an export file as the extension would and says what it comes to; nothing is written. */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { importTable } from '../../lib/files/import-table.ts';
import { Summary, type ImportSummary } from '../../lib/files/import-summary.ts';
import { readTables, type SourceFile } from '../../lib/files/read-table.ts';

export const importUsage = 'import <export.csv|xlsx|zip>';

/** One summary per table in the file. @throws FileError of a file that is no export */
export async function summariseExport(path: string): Promise<ImportSummary[]> {
  const summaries: ImportSummary[] = [];
  for await (const table of readTables(await opened(path))) {
    const { plan, portions } = await importTable(table);
    const summary = new Summary(table, plan);
    for await (const portion of portions) summary.add(portion);
    summaries.push(summary.result());
  }
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

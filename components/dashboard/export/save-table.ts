/** One table into a file: rows are read while they are written, so that memory stays flat. */
import { toBackground } from '../../../lib/browser/send.ts';
import type { ExportFormat } from '../../../lib/files/write-table.ts';
import type { UnmaskReason } from '../../../lib/model/audit.ts';
import { openSink } from '../save-stream.ts';
import { openExportTable, type ExportWish } from './export-tables.ts';

export interface SavingTable extends ExportWish {
  format: ExportFormat;
  name: string;
  /** Why names are wanted; null for a masked table. */
  reason: UnmaskReason | null;
  /** Told how many rows are written by now, and of how many. */
  onRows: (rows: number, of: number | null) => void;
  signal: AbortSignal;
}

/**
 * Names are noted in the audit list before the first one is written, the number of rows at the end.
 * @returns rows in the file; null when it was cancelled, and nothing is left of it
 * @throws DOMException `AbortError` when the person closed the dialog
 */
export async function saveTable({
  format,
  name,
  reason,
  onRows,
  signal,
  ...wish
}: SavingTable): Promise<number | null> {
  const sink = await openSink(name);
  let rows = 0;
  try {
    if (reason !== null) await toBackground.noteExport({ kind: 'unmasked', what: wish.what, reason });
    const { head, portions, total } = await openExportTable({ ...wish, isMasked: reason === null }, Date.now());
    const counted = async function* () {
      for await (const portion of portions) {
        if (signal.aborted) return;
        yield portion;
        rows += portion.length;
        onRows(rows, total);
      }
    };
    const { writeTable } = await import('../../../lib/files/write-table.ts');
    for await (const piece of writeTable(format, head, counted())) await sink.write(piece);
  } catch (error) {
    await sink.abort();
    throw error;
  }
  if (signal.aborted) {
    await sink.abort();
    return null;
  }
  await sink.close();
  await toBackground.noteExport({ kind: 'exported', what: wish.what, rows });
  return rows;
}

/** The store into one sealed file, written as it is read where the browser can, else handed over as a download. */
import { underPassphrase, type Sealing } from '../../../lib/files/backup/sealing.ts';
import { writeBackup } from '../../../lib/files/backup/write-backup.ts';
import { STORE_VERSION } from '../../../lib/store/database.ts';
import { portionsOf, sourceTables } from '../../../lib/store/source-tables.ts';
import { database } from '../../hooks/database.ts';
import { openSink, type Sink } from '../save-stream.ts';

/**
 * @param onBytes told how many bytes are written by now
 * @throws FileError of a passphrase that is too short; DOMException `AbortError` when the person closed the dialog
 */
export async function saveBackup(passphrase: string, name: string, onBytes: (bytes: number) => void): Promise<void> {
  await pourInto(await openSink(name), underPassphrase(passphrase), onBytes);
}

/** The whole store into a file that is open; what cannot be written to its end leaves nothing there. */
export async function pourInto(sink: Sink, sealing: Sealing, onBytes: (bytes: number) => void): Promise<void> {
  const tables = sourceTables.map((table) => ({
    name: table,
    portions: portionsOf(database, table),
    // The key of the customers' ids, and the shops' own ids, on which those rest.
    isVital: table === 'meta' || table === 'shops',
  }));
  let bytes = 0;
  try {
    for await (const piece of writeBackup(tables, { madeAt: Date.now(), storeVersion: STORE_VERSION }, sealing)) {
      await sink.write(piece);
      bytes += piece.length;
      onBytes(bytes);
    }
  } catch (error) {
    await sink.abort();
    throw error;
  }
  await sink.close();
}

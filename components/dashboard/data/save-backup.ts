/** The store into one sealed file, written as it is read where the browser can, else handed over as a download. */
import { underPassphrase, type Sealing } from '../../../lib/files/backup/sealing.ts';
import { writeBackup } from '../../../lib/files/backup/write-backup.ts';
import { STORE_VERSION } from '../../../lib/store/database.ts';
import { portionsOf, sourceTables } from '../../../lib/store/source-tables.ts';
import { database } from '../../hooks/database.ts';

type Piece = Uint8Array<ArrayBuffer>;

export interface Sink {
  write(piece: Piece): Promise<void>;
  close(): Promise<void>;
}

interface SavePicker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<{ createWritable(): Promise<Sink> }>;
}

/**
 * @param onBytes told how many bytes are written by now
 * @throws FileError of a passphrase that is too short; DOMException `AbortError` when the person closed the dialog
 */
export async function saveBackup(passphrase: string, name: string, onBytes: (bytes: number) => void): Promise<void> {
  await pourInto(await openSink(name), underPassphrase(passphrase), onBytes);
}

/** The whole store into a file that is open. */
export async function pourInto(sink: Sink, sealing: Sealing, onBytes: (bytes: number) => void): Promise<void> {
  const tables = sourceTables.map((table) => ({ name: table, portions: portionsOf(database, table) }));
  let bytes = 0;
  for await (const piece of writeBackup(tables, { madeAt: Date.now(), storeVersion: STORE_VERSION }, sealing)) {
    await sink.write(piece);
    bytes += piece.length;
    onBytes(bytes);
  }
  await sink.close();
}

async function openSink(name: string): Promise<Sink> {
  const chosen = await (window as unknown as SavePicker).showSaveFilePicker?.({ suggestedName: name });
  if (chosen) return await chosen.createWritable();
  const pieces: Piece[] = [];
  return {
    async write(piece) {
      pieces.push(piece);
    },
    async close() {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(pieces));
      link.download = name;
      link.click();
      // The download has its own hold on the bytes by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  };
}

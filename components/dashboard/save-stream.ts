/** A file of any size, written as it is made where the browser can, else handed over as a download. */

export type Piece = Uint8Array<ArrayBuffer>;

export interface Sink {
  write(piece: Piece): Promise<void>;
  close(): Promise<void>;
  /** Nothing of it stays. */
  abort(): Promise<void>;
}

interface SavePicker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<{ createWritable(): Promise<Sink> }>;
}

/** Pieces go out of the page's own memory in parts of this size. */
const PART_BYTES = 8 * 1024 * 1024;

/** @throws DOMException `AbortError` when the person closed the dialog */
export async function openSink(name: string): Promise<Sink> {
  const chosen = await (window as unknown as SavePicker).showSaveFilePicker?.({ suggestedName: name });
  return chosen ? await chosen.createWritable() : downloadOf(name);
}

function downloadOf(name: string): Sink {
  const parts: Blob[] = [];
  let pieces: Piece[] = [];
  let bytes = 0;
  const pack = () => {
    parts.push(new Blob(pieces));
    pieces = [];
    bytes = 0;
  };
  return {
    async write(piece) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= PART_BYTES) pack();
    },
    async close() {
      pack();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(parts));
      link.download = name;
      link.click();
      // The download has its own hold on the bytes by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    async abort() {
      parts.length = 0;
      pieces = [];
    },
  };
}

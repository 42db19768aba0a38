/** The reader's thread in tests: the same code in the same process; messages are copied as between threads. */
import { onTestFinished } from 'vitest';
import {
  serveReader,
  type ReaderAnswer,
  type ReaderQuestion,
} from '../../../components/dashboard/import/serve-reader.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';

export function startReaderThread(db: LiukeDatabase): void {
  /** Both ends at once: what one posts, the other hears. */
  class Thread extends EventTarget {
    readonly #inside = new EventTarget();
    constructor() {
      super();
      const port = {
        addEventListener: (_: 'message', hear: (event: { data: ReaderQuestion }) => void) =>
          this.#inside.addEventListener('message', (event) => hear(event as unknown as { data: ReaderQuestion })),
        postMessage: (answer: ReaderAnswer) =>
          void this.dispatchEvent(Object.assign(new Event('message'), { data: structuredClone(answer) })),
      };
      serveReader(port, db, async () => {});
    }
    // A file is handed over, not copied.
    postMessage(data: ReaderQuestion): void {
      this.#inside.dispatchEvent(Object.assign(new Event('message'), { data }));
    }
    terminate(): void {}
  }
  const before = globalThis.Worker;
  Object.assign(globalThis, { Worker: Thread });
  onTestFinished(() => void Object.assign(globalThis, { Worker: before }));
}

/** The reader's thread in tests: the same code in the same process; messages are copied as between threads. */
import { onTestFinished } from 'vitest';
import {
  serveReader,
  type ReaderAnswer,
  type ReaderPort,
  type ReaderQuestion,
} from '../../../components/dashboard/import/serve-reader.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';

export function startReaderThread(db: LiukeDatabase): void {
  class Thread {
    onmessage: ((event: { data: ReaderAnswer }) => void) | null = null;
    onerror: ((event: { message: string }) => void) | null = null;
    readonly #port: ReaderPort = {
      onmessage: null,
      postMessage: (answer) => this.onmessage?.({ data: structuredClone(answer) }),
    };
    constructor() {
      serveReader(this.#port, db);
    }
    postMessage(question: ReaderQuestion): void {
      // A file is handed over, not copied.
      void this.#port.onmessage?.({ data: question });
    }
    terminate(): void {
      this.#port.onmessage = null;
    }
  }
  const before = globalThis.Worker;
  Object.assign(globalThis, { Worker: Thread });
  onTestFinished(() => void Object.assign(globalThis, { Worker: before }));
}

/** The page's end of the reader: a thread of its own, asked one thing at a time. */
import type { CostFile } from '../../../lib/files/cost-file.ts';
import { lockMemory } from '../../../lib/browser/lock-memory.ts';
import { FileError, type FileProblem } from '../../../lib/files/file-error.ts';
import type { ImportPortion } from '../../../lib/files/import-table.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import type { ExaminedFile } from './examine.ts';
import type { ReaderAnswer, ReaderQuestion } from './serve-reader.ts';

export interface TableOfFile {
  file: File;
  table: number;
  mapping: ColumnMapping | null;
}

export interface Reader {
  /** @throws FileError of a file that is none of ours */
  examine(
    key: string,
    file: File,
    mappings: readonly ColumnMapping[],
    onRows: (rows: number) => void,
  ): Promise<ExaminedFile>;
  forget(key: string): Promise<void>;
  /** The portions of a table from number `from` on, read while they are asked for. */
  portions(of: TableOfFile, from: number): AsyncGenerator<ImportPortion & { number: number }>;
  /** @throws FileError of a file that is no list of costs */
  costs(file: File): Promise<CostFile>;
  close(): void;
}

export function openReader(): Reader {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (question: ReaderQuestion, onRows?: (rows: number) => void): Promise<ReaderAnswer> => {
    const mine = last.then(async () => await asked(worker, question, onRows));
    last = mine.catch(() => null);
    return await mine;
  };
  return {
    async examine(key, file, mappings, onRows) {
      const lock = await lockMemory.read();
      const answer = await ask({ ask: 'examine', key, file, mappings: [...mappings], lock }, onRows);
      if ('examined' in answer) return answer.examined;
      throw new Error('expected what is in the file, found another answer');
    },
    async forget(key) {
      await ask({ ask: 'forget', key });
    },
    async *portions({ file, table, mapping }, from) {
      await ask({ ask: 'open', file, table, mapping, from });
      for (;;) {
        const answer = await ask({ ask: 'next' });
        if (!('portion' in answer) || answer.portion === null) return;
        yield answer.portion;
      }
    },
    async costs(file) {
      const answer = await ask({ ask: 'costs', file });
      if ('costs' in answer) return answer.costs;
      throw new Error('expected what is in the file, found another answer');
    },
    close: () => worker.terminate(),
  };
}

/** One question at a time is on its way, so whatever comes is of it. */
async function asked(
  worker: Worker,
  question: ReaderQuestion,
  onRows: (rows: number) => void = () => {},
): Promise<ReaderAnswer> {
  const over = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      const { signal } = over;
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), { signal });
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<ReaderAnswer>) => {
          if ('rows' in data) onRows(data.rows);
          else if ('problem' in data) reject(fileErrorOf(data.problem));
          else if ('failure' in data) reject(new Error(data.failure));
          else resolve(data);
        },
        { signal },
      );
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(question);
    });
  } finally {
    over.abort();
  }
}

function fileErrorOf({ kind, values }: FileProblem): FileError {
  return new FileError(`the file cannot be read: ${kind}`, kind, ...values);
}

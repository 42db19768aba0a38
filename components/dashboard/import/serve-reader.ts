/** The reader's end: answers the page's questions about files, one after the other, away from the page's own thread. */
import { readCostFile, type CostFile } from '../../../lib/files/cost-file.ts';
import { FileError, type FileProblem } from '../../../lib/files/file-error.ts';
import { IdSet } from '../../../lib/files/id-set.ts';
import { openTable, unrecognised, type ImportPortion } from '../../../lib/files/import-table.ts';
import { ownKind } from '../../../lib/files/own-kind.ts';
import { inPortions } from '../../../lib/files/portions.ts';
import { readTables } from '../../../lib/files/read-table.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import type { LockSession } from '../../../lib/model/lock.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { examineFile, type ExaminedFile } from './examine.ts';

export type ReaderQuestion =
  | { ask: 'examine'; key: string; file: File; mappings: ColumnMapping[]; lock: LockSession | null }
  /** The file is no longer chosen. */
  | { ask: 'forget'; key: string }
  /** A table from its portion `from` on; those before it are in the store. */
  | { ask: 'open'; file: File; table: number; mapping: ColumnMapping | null; from: number }
  | { ask: 'next' }
  | { ask: 'costs'; file: File };

export type ReaderAnswer =
  | { rows: number }
  | { examined: ExaminedFile }
  /** With its number; null after the last. */
  | { portion: (ImportPortion & { number: number }) | null }
  | { costs: CostFile }
  | { done: true }
  | { problem: FileProblem }
  | { failure: string };

/** The thread's own scope, or what stands in its place. */
export interface ReaderPort {
  addEventListener(type: 'message', hear: (event: { data: ReaderQuestion }) => void): void;
  postMessage(answer: ReaderAnswer): void;
}

/** Told at most so often how many rows are read. */
const PROGRESS_MS = 100;

/** @param unlock is given the lock's key as the page has it, before what is stored is looked at */
export function serveReader(
  port: ReaderPort,
  db: LiukeDatabase,
  unlock: (lock: LockSession | null) => Promise<void>,
): void {
  const chosen = new Map<string, IdSet>();
  let portions: AsyncIterator<ImportPortion> | null = null;
  let number = 0;
  const answer = async (question: ReaderQuestion): Promise<ReaderAnswer> => {
    switch (question.ask) {
      case 'examine': {
        const { key, file, mappings, lock } = question;
        await unlock(lock);
        const own = new IdSet();
        chosen.set(key, own);
        const others = [...chosen].filter(([other]) => other !== key).map(([, ids]) => ids);
        const onRows = atMostEvery(PROGRESS_MS, (rows) => port.postMessage({ rows }));
        return {
          examined: await examineFile(file, { db, mappings, writtenAt: file.lastModified, others, own, onRows }),
        };
      }
      case 'forget':
        chosen.delete(question.key);
        return { done: true };
      case 'costs':
        return { costs: await readCostFile(question.file) };
      case 'open':
        portions = await openPortions(question);
        for (number = 0; number < question.from; number += 1) await portions.next();
        return { done: true };
      default: {
        const next = await portions!.next();
        if (next.done) return { portion: null };
        number += 1;
        return { portion: { ...next.value, number: number - 1 } };
      }
    }
  };
  const failed = (error: unknown): ReaderAnswer =>
    error instanceof FileError ? { problem: error.problem } : { failure: (error as Error).message };
  port.addEventListener('message', ({ data }) => {
    void answer(data)
      .catch(failed)
      .then((said) => port.postMessage(said));
  });
}

type OpenQuestion = Extract<ReaderQuestion, { ask: 'open' }>;

async function openPortions({ file, table: wanted, mapping }: OpenQuestion): Promise<AsyncIterator<ImportPortion>> {
  const kind = mapping && ownKind(mapping);
  let number = 0;
  for await (const table of readTables(file)) {
    if (number === wanted) {
      const { plan, portions, head } = await openTable(table, kind ? [kind] : []);
      if (!plan) throw unrecognised(table.name, head);
      return inPortions(portions(plan))[Symbol.asyncIterator]();
    }
    number += 1;
  }
  throw new FileError(`expected table ${wanted} in ${file.name}, found ${number}: choose the file again`, 'noTables');
}

function atMostEvery(ms: number, tell: (rows: number) => void): (rows: number) => void {
  let lastAt = 0;
  return (rows) => {
    if (performance.now() - lastAt < ms) return;
    lastAt = performance.now();
    tell(rows);
  };
}

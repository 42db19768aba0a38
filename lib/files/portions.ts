/**
 * What a table holds, cut into portions for the store. The cut depends on the file alone: portion 17 of a file is always the same, so
 * that an import can say which were taken and go on after them.
 */
import type { ImportPortion } from './import-table.ts';

/** Entries (orders, lines of orders, cases, refusals) of a portion; a few more where they fall together. */
export const PORTION_SIZE = 1000;

export async function* inPortions(
  portions: AsyncIterable<ImportPortion>,
  size = PORTION_SIZE,
): AsyncGenerator<ImportPortion> {
  let waiting = empty();
  for await (const portion of portions) {
    const length = Math.max(...lists.map((name) => portion[name].length));
    for (let at = 0; at < length; at += size) {
      for (const name of lists) (waiting[name] as unknown[]).push(...portion[name].slice(at, at + size));
      // Rows are counted where they are all in.
      waiting.rows = at + size >= length ? portion.rows : waiting.rows;
      if (entriesIn(waiting) >= size) {
        yield waiting;
        waiting = { ...empty(), rows: waiting.rows };
      }
    }
    waiting.rows = portion.rows;
  }
  if (entriesIn(waiting) > 0 || waiting.rows > 0) yield waiting;
}

const lists = ['orders', 'lines', 'afterSales', 'rejects'] as const;

function empty(): ImportPortion {
  return { orders: [], lines: [], afterSales: [], rejects: [], rows: 0 };
}

function entriesIn(portion: ImportPortion): number {
  return lists.reduce((sum, name) => sum + portion[name].length, 0);
}

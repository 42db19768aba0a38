/** Reading rows one by one: a row that cannot be read is a reject, the others go on; unchanged rows are not read again. */
import type { Health, Reject } from '../../model/capture.ts';
import { step } from './course.ts';
import { ReadError } from './read-error.ts';
import type { RowKind } from './row-kinds.ts';

/** An order (a case, a review, …) as read, and where on the page its buyer's name stands (to draw beside it). */
export interface RowReading<Value> {
  value: Value;
  buyerElement: Element | null;
}

type RowResult<Value> = RowReading<Value> | { reject: string; id: string | null };

/**
 * What was read from which row element, so that a page that changes in one row costs one row. Whoever watches the page
 * forgets the rows that changed, and all where its data did; a change of the columns forgets all.
 */
export class RowMemory {
  #results = new WeakMap<object, RowResult<unknown>>();
  #columns = '';

  forget(row: object): void {
    this.#results.delete(row);
  }

  forgetAll(): void {
    this.#results = new WeakMap();
  }

  /** @param columns what the rows are read by: their kind, and which column is which */
  recall<Value>(row: object, columns: string, read: () => RowResult<Value>): RowResult<Value> {
    if (columns !== this.#columns) {
      this.forgetAll();
      this.#columns = columns;
    }
    const known = this.#results.get(row);
    if (known) return known as RowResult<Value>;
    const result = read();
    this.#results.set(row, result);
    return result;
  }
}

export interface RowsReading<Value> {
  rows: RowReading<Value>[];
  rejects: Reject[];
  health: Health;
}

/**
 * What is shown twice alike is one; shown twice with a difference, or with a copy that cannot be read, neither is certain.
 * @param rows the rows in page order: elements, or the records of inline data
 * @param readRow reads one row; throws ReadError for what is not certain
 * @param columns changes when the meaning of the cells does (a column moved)
 */
export function readRows<Row extends object, Value>(
  kind: RowKind<Value>,
  rows: readonly Row[],
  readRow: (row: Row) => RowReading<Value>,
  memory: RowMemory,
  columns = '',
): RowsReading<Value> {
  const read = new Map<string, { reading: RowReading<Value>; row: number }>();
  const unlike = new Set<string>();
  const rejects: Reject[] = [];
  let repeated = 0;
  rows.forEach((row, index) => {
    const result = step(() => memory.recall(row, columns, () => attempt(kind, () => readRow(row))));
    if ('reject' in result) {
      rejects.push({ what: result.reject, row: index + 1 });
      if (result.id !== null) unlike.add(result.id);
      return;
    }
    const id = kind.idOf(result.value);
    const known = read.get(id);
    if (!known) read.set(id, { reading: result, row: index + 1 });
    else repeated += 1;
    if (known && JSON.stringify(known.reading.value) !== JSON.stringify(result.value)) unlike.add(id);
  });
  for (const id of unlike) {
    const known = read.get(id);
    if (!known) continue;
    read.delete(id);
    rejects.push({ what: `${kind.name} (shown twice, not alike)`, row: known.row });
  }
  return {
    rows: [...read.values()].map(({ reading }) => reading),
    rejects: rejects.toSorted((a, b) => a.row! - b.row!),
    health: { rows: rows.length - repeated, read: read.size },
  };
}

function attempt<Value>(kind: RowKind<Value>, read: () => RowReading<Value>): RowResult<Value> {
  try {
    const reading = read();
    const problem = kind.problemOf(reading.value);
    return problem === null ? reading : { reject: problem, id: kind.idOf(reading.value) };
  } catch (error) {
    if (error instanceof ReadError) return { reject: error.what, id: error.recordId };
    throw error;
  }
}

/** Reading rows one by one: a row that cannot be read is a reject, the others go on; unchanged rows are not read again. */
import type { Health, Reject } from '../../model/capture.ts';
import type { Order } from '../../model/order.ts';
import { orderProblem } from './order-problem.ts';
import { ReadError } from './read-error.ts';

/** An order as read, and where on the page its buyer's name stands (to draw beside it). */
export interface RowReading {
  order: Order;
  buyerElement: Element | null;
}

type RowResult = RowReading | { reject: string; orderId: string | null };

/**
 * What was read from which row element, so that a page that changes in one row costs one row. Whoever watches the page
 * forgets the rows that changed; a change of the columns forgets all.
 */
export class RowMemory {
  #results = new WeakMap<object, RowResult>();
  #columns = '';

  forget(row: object): void {
    this.#results.delete(row);
  }

  recall(row: object, columns: string, read: () => RowResult): RowResult {
    if (columns !== this.#columns) {
      this.#results = new WeakMap();
      this.#columns = columns;
    }
    const known = this.#results.get(row);
    if (known) return known;
    const result = read();
    this.#results.set(row, result);
    return result;
  }
}

export interface RowsReading {
  rows: RowReading[];
  rejects: Reject[];
  health: Health;
}

/**
 * An order shown twice alike is one order; shown twice with a difference, or with a copy that cannot be read, neither is
 * certain.
 * @param rows the rows in page order: elements, or the records of inline data
 * @param readRow reads one row; throws ReadError for what is not certain
 * @param columns changes when the meaning of the cells does (a column moved)
 */
export function readRows<Row extends object>(
  rows: readonly Row[],
  readRow: (row: Row) => RowReading,
  memory: RowMemory,
  columns = '',
): RowsReading {
  const read = new Map<string, { reading: RowReading; row: number }>();
  const unlike = new Set<string>();
  const rejects: Reject[] = [];
  let repeated = 0;
  rows.forEach((row, index) => {
    const result = memory.recall(row, columns, () => attempt(() => readRow(row)));
    if ('reject' in result) {
      rejects.push({ what: result.reject, row: index + 1 });
      if (result.orderId !== null) unlike.add(result.orderId);
      return;
    }
    const known = read.get(result.order.orderId);
    if (!known) read.set(result.order.orderId, { reading: result, row: index + 1 });
    else repeated += 1;
    if (known && !isSame(known.reading.order, result.order)) unlike.add(result.order.orderId);
  });
  for (const orderId of unlike) {
    const known = read.get(orderId);
    if (!known) continue;
    read.delete(orderId);
    rejects.push({ what: 'order (shown twice, not alike)', row: known.row });
  }
  return {
    rows: [...read.values()].map(({ reading }) => reading),
    rejects: rejects.toSorted((a, b) => a.row! - b.row!),
    health: { rows: rows.length - repeated, read: read.size },
  };
}

function isSame(one: Order, other: Order): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function attempt(read: () => RowReading): RowResult {
  try {
    const reading = read();
    const problem = orderProblem(reading.order);
    return problem === null ? reading : { reject: problem, orderId: reading.order.orderId };
  } catch (error) {
    if (error instanceof ReadError) return { reject: error.what, orderId: error.orderId };
    throw error;
  }
}

/** Reading rows one by one: a row that cannot be read is a reject, the others go on; unchanged rows are not read again. */
import type { Health, Reject } from '../../model/capture.ts';
import { orderSchema, type Order } from '../../model/order.ts';
import { ReadError } from './read-error.ts';

/** An order as read, and where on the page its buyer's name stands (to draw beside it). */
export interface RowReading {
  order: Order;
  buyerElement: Element | null;
}

type RowResult = RowReading | { reject: string };

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
 * @param rows the rows in page order: elements, or the records of inline data
 * @param readRow reads one row; throws ReadError for what is not certain
 * @param columns changes when the meaning of the cells does (a column moved)
 */
export function readRows<Row extends object>(rows: readonly Row[], readRow: (row: Row) => RowReading, memory: RowMemory, columns = ''): RowsReading {
  const read: RowReading[] = [];
  const rejects: Reject[] = [];
  rows.forEach((row, index) => {
    const result = memory.recall(row, columns, () => attempt(() => readRow(row)));
    if ('reject' in result) rejects.push({ what: result.reject, row: index + 1 });
    else read.push(result);
  });
  return { rows: read, rejects, health: { rows: rows.length, read: read.length } };
}

function attempt(read: () => RowReading): RowResult {
  try {
    const reading = read();
    const checked = orderSchema.safeParse(reading.order);
    return checked.success ? reading : { reject: checked.error.issues[0]!.path.join(' ') || 'order' };
  } catch (error) {
    if (error instanceof ReadError) return { reject: error.what };
    if (error instanceof RangeError) return { reject: error.message };
    throw error;
  }
}

/**
 * Rows that belong to one order, put together as they are read. They stand together, others at most a little way between; a row that
 * comes when its order was given away already is late: the file was sorted by something else.
 */
import { IdSet } from './id-set.ts';

/** So many orders may stand between the rows of one. */
const OPEN_ORDERS = 64;

export class RowGroups<Part> {
  readonly #open = new Map<string, Part[]>();
  /** Orders that are given away, or refused. */
  readonly #done = new IdSet();

  isLate(orderId: string): boolean {
    return this.#done.has(orderId);
  }

  /** @returns the order that is whole by now, if there is one */
  push(orderId: string, part: Part): { orderId: string; parts: Part[] } | null {
    const parts = this.#open.get(orderId);
    if (parts) parts.push(part);
    else this.#open.set(orderId, [part]);
    return this.#open.size > OPEN_ORDERS ? this.#close(this.#open.keys().next().value!) : null;
  }

  /** An order of which one row cannot be read is not whole. */
  refuse(orderId: string): void {
    this.#open.delete(orderId);
    this.#done.add(orderId);
  }

  /** The orders that are left. */
  end(): { orderId: string; parts: Part[] }[] {
    return [...this.#open.keys()].map((orderId) => this.#close(orderId));
  }

  #close(orderId: string): { orderId: string; parts: Part[] } {
    const parts = this.#open.get(orderId)!;
    this.refuse(orderId);
    return { orderId, parts };
  }
}

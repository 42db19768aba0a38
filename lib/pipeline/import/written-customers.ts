/** What the portions of an import need not ask the store again. */
import { textHash } from '../../model/text-hash.ts';
import type { LiukeDatabase } from '../../store/database.ts';

/** The most customers that are remembered; those told of last stay. */
const MOST = 1_000_000;

/**
 * Customers that this worker met, by what was said of them and is in the store: asking for each of them again takes its time. Numbers stand
 * for them, or a long import would fill the memory with texts: 52 bits of the id, which is a keyed hash, and 31 of what was said. A
 * customer's new name passes for the former one once in two billion names that change, one customer for another once in some 10^18 questions.
 */
export class WrittenCustomers {
  readonly #said = new Map<number, number>();
  #patched: unknown;

  /** Whether this was said of them before, and stands in the store. */
  holds(customerId: string, said: string): boolean {
    return this.#said.get(numberOf(customerId)) === hashOf(said);
  }

  /** Those told of last; who was told of long before is asked for again. */
  remember(told: ReadonlyMap<string, string>): void {
    for (const [id, said] of told) {
      const number = numberOf(id);
      this.#said.delete(number);
      this.#said.set(number, hashOf(said));
    }
    const oldest = this.#said.keys();
    while (this.#said.size > MOST) this.#said.delete(oldest.next().value!);
  }

  /**
   * A customer without any order left is removed as their columns are patched: whoever was met before that may be there no more.
   * To be called within the transaction that goes by what is remembered.
   */
  async heedPatches(db: LiukeDatabase): Promise<void> {
    const patched = (await db.meta.get('columnsPatched'))?.value;
    if (patched !== this.#patched) this.clear();
    this.#patched = patched;
  }

  clear(): void {
    this.#said.clear();
  }
}

function numberOf(customerId: string): number {
  return Number.parseInt(customerId.slice(0, 13), 16);
}

/** 31 bits: an integer that costs no object of its own. */
function hashOf(said: string): number {
  return textHash(said) >> 1;
}

/** What the portions of an import need not ask the store again. */
import type { LiukeDatabase } from '../store/database.ts';

/** The most customers that are remembered; those met last stay. */
const MOST = 50_000;

/** Customers that this worker met, by what was said of them and is in the store: asking for each of them again takes its time. */
export class WrittenCustomers {
  readonly #said = new Map<string, string>();
  #patched: unknown;

  /** Whether this was said of them before, and stands in the store. */
  holds(customerId: string, said: string): boolean {
    return this.#said.get(customerId) === said;
  }

  /** Those told of last; who was told of long before is asked for again. */
  remember(told: ReadonlyMap<string, string>): void {
    for (const [id, said] of told) {
      this.#said.delete(id);
      this.#said.set(id, said);
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

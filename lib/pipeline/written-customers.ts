/** What the portions of an import need not ask the store again. */
import type { LiukeDatabase } from '../store/database.ts';

/** The most customers that are remembered; those met last stay. */
const MOST = 1_000_000;

/**
 * Customers that this worker met, by what was said of them and is in the store: asking for each of them again takes its time. Of ids and of
 * what was said numbers stand for them, or a long import would fill the memory with texts: 52 bits of a keyed hash, which an id is, and 30
 * of what was said. Both are the same for different customers once in some 10^18 questions.
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

/** FNV-1a over the characters. */
function hashOf(said: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < said.length; at += 1) hash = Math.imul(hash ^ said.charCodeAt(at), 0x0100_0193);
  return hash >>> 2;
}

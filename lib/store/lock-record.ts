/** The lock in the store: one record of `meta`, as JSON. It holds no key that opens anything without the passphrase. */
import type { Lock } from '../model/lock.ts';

const NAME = 'lock';

/** The table `meta`. */
interface Meta {
  get(name: typeof NAME): PromiseLike<{ value: string | number } | undefined>;
  put(record: { name: typeof NAME; value: string }): PromiseLike<unknown>;
  delete(name: typeof NAME): PromiseLike<unknown>;
}

/** @returns null when nobody set one */
export async function readLock(meta: Pick<Meta, 'get'>): Promise<Lock | null> {
  const stored = await meta.get(NAME);
  return stored ? (JSON.parse(String(stored.value)) as Lock) : null;
}

export async function putLock(meta: Pick<Meta, 'put'>, lock: Lock): Promise<void> {
  await meta.put({ name: NAME, value: JSON.stringify(lock) });
}

export async function dropLock(meta: Pick<Meta, 'delete'>): Promise<void> {
  await meta.delete(NAME);
}

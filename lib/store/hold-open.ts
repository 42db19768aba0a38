/** Waiting for something that is no answer of the store, such as a hash, within a transaction. */
import { Dexie } from 'dexie';

/** A transaction ends when nothing is asked of it; this keeps it open until the promise is settled. For what takes milliseconds. */
export async function holdOpen<Value>(promise: Promise<Value>): Promise<Value> {
  return await Dexie.waitFor(promise);
}

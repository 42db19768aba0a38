/** What the log holds of some kinds. */
import { Dexie, type Transaction } from 'dexie';
import type { EventRecord, LiukeDatabase } from './database.ts';

type Kind = EventRecord['kind'];

/** What was read in a reading transaction: in it, the log stays as it is. */
const readIn = new WeakMap<Transaction, Map<Kind, PromiseLike<EventRecord[]>>>();

/**
 * All kinds are asked for at once, and each but once in a reading transaction: a card asks a dozen times what the shop decided of this or that,
 * and each time what was undone.
 * @returns in no order
 */
export async function eventsOf(db: LiukeDatabase, ...kinds: readonly Kind[]): Promise<EventRecord[]> {
  const found = await Promise.all(kinds.map((kind) => eventsOfKind(db, kind)));
  return found.flat();
}

function eventsOfKind(db: LiukeDatabase, kind: Kind): PromiseLike<EventRecord[]> {
  const { currentTransaction } = Dexie;
  const ask = () => db.events.where('kind').equals(kind).toArray();
  // Outside of one there is none, whatever the types say.
  const isReading = (currentTransaction as Transaction | null)?.mode === 'readonly';
  if (!isReading) return ask();
  const read = readIn.get(currentTransaction) ?? new Map<Kind, PromiseLike<EventRecord[]>>();
  readIn.set(currentTransaction, read);
  const known = read.get(kind) ?? ask();
  read.set(kind, known);
  return known;
}

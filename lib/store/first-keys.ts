/** Whether anything is there, asked so that it costs the same however much there is. */
import type { Collection, Table } from 'dexie';

/**
 * How many records there are, none counted beyond `most`. Keys are fetched for it: a count, with a limit or without, walks over all of
 * them in the database (Dexie takes the limit into account afterwards), at 400,000 orders for seconds in which nothing else is answered.
 */
export async function countUpTo<T, Key>(records: Collection<T, Key> | Table<T, Key>, most: number): Promise<number> {
  return (await records.limit(most).primaryKeys()).length;
}

export async function holdsAny<T, Key>(records: Collection<T, Key> | Table<T, Key>): Promise<boolean> {
  return (await countUpTo(records, 1)) > 0;
}

/** Records of several keys of one index. */
import type { IndexableType, Table } from 'dexie';

/**
 * All of them are asked for at once. Dexie's own `anyOf` walks a cursor, which waits for the database once or twice for every record: for fifty
 * customers a hundred times, one after the other.
 * @returns by key in the order given, each key once
 */
export async function recordsOf<T, Key, Inserted>(
  table: Table<T, Key, Inserted>,
  index: string,
  keys: Iterable<IndexableType>,
): Promise<T[]> {
  const found = await Promise.all(Array.from(new Set(keys), (key) => table.where(index).equals(key).toArray()));
  return found.flat();
}

/** So many records for each key may lie between the first key and the last one for all of them to be read. */
const CROWD = 2;

/**
 * Records of primary keys that stand near each other in the store, as the orders of a page do. What lies from the first key to the last is asked
 * for in one question: for fifty records that takes a third of the time of fifty questions. In a crowd each is asked for.
 * @returns in the order of the keys, undefined where there is none
 */
export async function neighboursOf<T, Inserted>(
  table: Table<T, string, Inserted>,
  keys: readonly string[],
): Promise<(T | undefined)[]> {
  const sorted = keys.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = CROWD * keys.length;
  const { keyPath } = table.schema.primKey;
  const between = await table
    .where(':id')
    .between(first, last, true, true)
    .limit(most + 1)
    .toArray();
  if (between.length > most) return await table.bulkGet([...keys]);
  const found = new Map(between.map((record) => [record[keyPath as keyof T] as unknown, record]));
  return keys.map((key) => found.get(key));
}

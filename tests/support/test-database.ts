/** Real databases (fake-indexeddb) of their own name per test, closed and deleted after it. */
import { onTestFinished, vi } from 'vitest';
import { LiukeDatabase } from '../../lib/store/database.ts';

export function openTestDatabase(name = `liuke-test-${crypto.randomUUID()}`): LiukeDatabase {
  const db = new LiukeDatabase(name);
  onTestFinished(async () => {
    db.close();
    await new LiukeDatabase(name).delete();
  });
  return db;
}

/** The worker died: its connection is gone, whatever it was doing, and a new one opens the same database. */
export function afterDeathOf(db: LiukeDatabase): LiukeDatabase {
  db.close();
  return openTestDatabase(db.name);
}

/** Names of the tables written to from now on, one entry per record. */
export function watchWrites(db: LiukeDatabase): string[] {
  const writes: string[] = [];
  for (const table of db.tables) {
    const note = () => {
      writes.push(table.name);
    };
    table.hook('creating', note);
    table.hook('updating', note);
    table.hook('deleting', note);
  }
  return writes;
}

/** The tables of each transaction that writes, of databases opened from now on. */
export function watchWritingTransactions(): string[][] {
  const begun: string[][] = [];
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    stores,
    mode,
    options,
  ) {
    if (mode === 'readwrite') begun.push(typeof stores === 'string' ? [stores] : Array.from(stores));
    return begin.call(this, stores, mode, options);
  });
  return begun;
}

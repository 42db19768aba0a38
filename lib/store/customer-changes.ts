/** Whether customers were written since one last looked, whichever page or worker wrote them. */
import { Dexie } from 'dexie';
import type { LiukeDatabase } from './database.ts';

const counts = new Map<string, number>();

Dexie.on('storagemutated', (parts) => {
  for (const part of Object.keys(parts)) {
    const name = /^idb:\/\/(.*)\/customers\/$/.exec(part)?.[1];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
});

/** Counts on with every write to the customers of this store. */
export function customerChangesIn(db: LiukeDatabase): number {
  return counts.get(db.name) ?? 0;
}

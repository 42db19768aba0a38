/** Whether the store was written since one last looked, whichever page or worker wrote it. */
import { Dexie } from 'dexie';
import type { LiukeDatabase } from './database.ts';

const writes = new Map<string, number>();
const customerWrites = new Map<string, number>();

Dexie.on('storagemutated', (parts) => {
  const changed = Object.keys(parts).flatMap((part) => {
    const [, name, table] = /^idb:\/\/(.*)\/(\w+)\/$/.exec(part) ?? [];
    return name === undefined ? [] : [{ name, table }];
  });
  for (const name of new Set(changed.map((each) => each.name))) addTo(writes, name);
  for (const { name, table } of changed) if (table === 'customers') addTo(customerWrites, name);
});

function addTo(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Counts on with every write to this store. */
export function changesIn(db: LiukeDatabase): number {
  return writes.get(db.name) ?? 0;
}

/** Counts on with every write to the customers of this store. */
export function customerChangesIn(db: LiukeDatabase): number {
  return customerWrites.get(db.name) ?? 0;
}

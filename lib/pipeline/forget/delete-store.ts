/** Everything out of the store, the key of the customers' ids and the list of the forgotten with it. */
import type { AuditEntry } from '../../model/audit.ts';
import type { When } from '../../model/command.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { GoneCounts } from '../../store/privacy-records.ts';
import { sourceTables } from '../../store/source-tables.ts';
import { appendAudit, auditOf } from '../append-audit.ts';

/** Readers keep what they read until these change: they must not go back to what they were. */
const marks = ['columnsGeneration', 'columnsBase', 'columnsPatched'] as const;

/**
 * All tables in one transaction. A note stays that settings outside of the store are still to go; when they are gone, `endDeletingStore`
 * is to be called.
 * @returns the receipt: the first entry of the new list
 */
export async function deleteStore(db: LiukeDatabase, when: When): Promise<AuditEntry> {
  const entry = await db.transaction('rw', db.tables, async () => {
    const receipt = await auditOf(db, when);
    if (receipt) return receipt;
    const counts: GoneCounts = {};
    for (const table of sourceTables)
      if (table !== 'meta') {
        const count = await db.table(table).count();
        if (count > 0) counts[table] = count;
      }
    const kept = (await db.meta.bulkGet([...marks])).filter((mark) => mark !== undefined);
    for (const table of db.tables) await table.clear();
    await db.meta.bulkPut(kept.map(({ name, value }) => ({ name, value: Number(value) + 1 })));
    await db.jobs.put({ id: 'deleteStore' });
    return await appendAudit(db, when, { kind: 'storeDeleted', counts });
  });
  // The lock is gone with the rest.
  await db.takeLock();
  return entry;
}

/** @returns whether settings are still to go: a worker may have been stopped before them */
export async function isDeletingStore(db: LiukeDatabase): Promise<boolean> {
  return (await db.jobs.get('deleteStore')) !== undefined;
}

export async function endDeletingStore(db: LiukeDatabase): Promise<void> {
  await db.jobs.delete('deleteStore');
}

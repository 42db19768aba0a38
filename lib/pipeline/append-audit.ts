/** Adding to the list of what was done with the data. Entries are only ever added, and name nobody. */
import type { AuditEntry } from '../model/audit.ts';
import type { ExportNote } from '../model/audit-schema.ts';
import { timeOf, type When } from '../model/command.ts';
import { logicalTimeFrom } from '../model/logical-time.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { idWithin } from './id-within.ts';

/** @returns the entry as it stands in the list */
export async function appendAudit(
  db: LiukeDatabase,
  when: When,
  { kind, counts = {}, what = null, reason = null }: Pick<AuditEntry, 'kind'> & Partial<AuditEntry>,
): Promise<AuditEntry> {
  const at = timeOf(when);
  const entry: AuditEntry = {
    id: `${logicalTimeFrom(at)}-${idWithin(when, 0)}`,
    at,
    kind,
    what,
    reason,
    counts,
  };
  await db.audit.add(entry);
  return entry;
}

/** What a command wrote down, when it was given before; undefined when it was not, or by whom nobody commanded. */
export async function auditOf(db: LiukeDatabase, when: When): Promise<AuditEntry | undefined> {
  if (typeof when === 'number') return undefined;
  return await db.audit.filter(({ id }) => id.endsWith(`-${when.id}`)).first();
}

/** Of two calls that do the same work, the first to end wrote it down. @throws Error when neither did */
export async function entryOf(db: LiukeDatabase, { at, kind }: Pick<AuditEntry, 'at' | 'kind'>): Promise<AuditEntry> {
  const entry = await db.audit.filter((each) => each.at === at && each.kind === kind).first();
  if (!entry) throw new Error(`expected an entry of ${kind} in the audit list, found none`);
  return entry;
}

/** A file that the dashboard saves, or is about to. */
export async function noteExport(db: LiukeDatabase, note: ExportNote, when: When): Promise<void> {
  await db.transaction('rw', db.audit, async () => {
    if (await auditOf(db, when)) return;
    switch (note.kind) {
      case 'unmasked':
        await appendAudit(db, when, { kind: note.kind, what: note.what, reason: note.reason });
        break;
      case 'exported':
        await appendAudit(db, when, { kind: note.kind, what: note.what, counts: { rows: note.rows } });
        break;
      default:
        await appendAudit(db, when, { kind: note.kind, counts: { bytes: note.bytes } });
    }
  });
}

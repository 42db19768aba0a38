/** Adding to the list of what was done with the data. Entries are only ever added, and name nobody. */
import type { AuditEntry } from '../model/audit.ts';
import type { ExportNote } from '../model/audit-schema.ts';
import { logicalTimeFrom } from '../model/logical-time.ts';
import type { LiukeDatabase } from '../store/database.ts';

/** @returns the entry as it stands in the list */
export async function appendAudit(
  db: LiukeDatabase,
  { at, kind, counts = {}, what = null, reason = null }: Pick<AuditEntry, 'at' | 'kind'> & Partial<AuditEntry>,
): Promise<AuditEntry> {
  const entry: AuditEntry = {
    id: `${logicalTimeFrom(at)}-${crypto.randomUUID().slice(0, 8)}`,
    at,
    kind,
    what,
    reason,
    counts,
  };
  await db.audit.add(entry);
  return entry;
}

/** Of two calls that do the same work, the first to end wrote it down. @throws Error when neither did */
export async function entryOf(db: LiukeDatabase, { at, kind }: Pick<AuditEntry, 'at' | 'kind'>): Promise<AuditEntry> {
  const entry = await db.audit.filter((each) => each.at === at && each.kind === kind).first();
  if (!entry) throw new Error(`expected an entry of ${kind} in the audit list, found none`);
  return entry;
}

/** A file that the dashboard saves, or is about to. */
export async function noteExport(db: LiukeDatabase, note: ExportNote, now: number): Promise<void> {
  switch (note.kind) {
    case 'unmasked':
      await appendAudit(db, { at: now, kind: note.kind, what: note.what, reason: note.reason });
      break;
    case 'exported':
      await appendAudit(db, { at: now, kind: note.kind, what: note.what, counts: { rows: note.rows } });
      break;
    default:
      await appendAudit(db, { at: now, kind: note.kind, counts: { bytes: note.bytes } });
  }
}

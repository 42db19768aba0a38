/** The imports there are: under way, or lately done and not yet finished with. */
import type { LiukeDatabase } from '../../store/database.ts';
import type { ImportJobRecord } from '../../store/records.ts';

/** The newest first. */
export async function readImports(db: LiukeDatabase): Promise<ImportJobRecord[]> {
  const jobs = (await db.jobs.where('id').startsWith('import|').toArray()) as ImportJobRecord[];
  return jobs.toSorted((a, b) => b.startedAt - a.startedAt || (a.importId < b.importId ? 1 : -1));
}

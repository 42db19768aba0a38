/** The pipeline over a database of its own. */
import { openCustomerIds } from '../../lib/pipeline/customer-id.ts';
import { ingest } from '../../lib/pipeline/ingest.ts';
import { takeInPage } from '../../lib/pipeline/take-in-page.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import type { KnownReport } from './make-report.ts';
import { openTestDatabase } from './test-database.ts';

export async function openPipeline(db: LiukeDatabase = openTestDatabase()) {
  const ids = await openCustomerIds(db);
  return {
    db,
    ids,
    ingest: (report: KnownReport) => ingest(db, ids, report),
    takeIn: (report: KnownReport, now = report.observedAt) => takeInPage(db, ids, report, now),
  };
}

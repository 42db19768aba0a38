/** The store of the guided tour: a database of its own, filled like any other, and gone without a trace. */
import type { PageName } from '../../model/capture.ts';
import type { SampleShop } from '../../model/sample-shop.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { openCustomerIds } from '../customer-id.ts';
import { maintain } from '../maintain.ts';
import { takeInPage } from '../take-in-page.ts';
import { sampleReports } from './sample-reports.ts';

/** Fills it where it is empty or of another day; whoever comes back on the same day finds what they did. @param now epoch ms */
export async function openSample(db: LiukeDatabase, shop: SampleShop, now: number): Promise<void> {
  if (await isOfToday(db, now)) return;
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
  const ids = await openCustomerIds(db);
  for (const report of sampleReports(shop, now)) await takeInPage(db, ids, report, now);
  await maintain(db, now);
}

/** All of it, the database as well. */
export async function removeSample(db: LiukeDatabase): Promise<void> {
  await db.delete();
}

/** Its last page was taken in today: days count from now, so the sample of yesterday is a day off. */
async function isOfToday(db: LiukeDatabase, now: number): Promise<boolean> {
  return (await db.captures.toArray()).some(
    ({ page, day }) => page === ('after-sale-list' satisfies PageName) && day === dayOf(now),
  );
}

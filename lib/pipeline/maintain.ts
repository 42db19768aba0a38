/** The work between pages: what was left undone is finished, columns are kept small, yardsticks and models fresh. */
import { DamagedLedgerError } from '../insight/ledger/ledger-bytes.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { compactColumns, orderRebuild, rebuildColumns, rebuildWhenOutdated } from './columns.ts';
import { countMended } from './count-mended.ts';
import { recountNames } from './count-names.ts';
import { fitShops } from './fit-shops.ts';
import { resumeDeletingShops } from './forget/delete-shop.ts';
import { expire } from './forget/expire.ts';
import { resumeForgetting } from './forget/forget-customer.ts';
import { resumeImports } from './import/undo-import.ts';
import { packNames } from './lock/pack-names.ts';
import { sealRecords } from './lock/seal-records.ts';
import { pairArticles } from './pair-articles.ts';
import { recomputeDirty } from './recompute.ts';
import { refreshBenchmarks, shopsWithOldBenchmarks } from './refresh-benchmarks.ts';
import { resumeRestore } from './restore.ts';
import { breathe } from './run-steps.ts';
import { shelveWorkOrders } from './shelve-work-orders.ts';

/** Safe to call at any time; every part of it may be stopped and goes on at the next call. Damaged columns are built anew. */
export async function maintain(db: LiukeDatabase, now: number): Promise<void> {
  await rebuildWhenOutdated(db);
  try {
    await maintainOnce(db, now);
  } catch (error) {
    if (!(error instanceof DamagedLedgerError)) throw error;
    await orderRebuild(db);
    await maintainOnce(db, now);
  }
}

async function maintainOnce(db: LiukeDatabase, now: number): Promise<void> {
  await sealRecords(db);
  await resumeRestore(db, now);
  await resumeForgetting(db, now);
  await resumeDeletingShops(db);
  await resumeImports(db);
  await expire(db, now);
  await recountNames(db);
  await rebuildColumns(db);
  await recomputeDirty(db, now);
  await compactColumns(db);
  for (const shopId of await shopsWithOldBenchmarks(db, now)) {
    await refreshBenchmarks(db, shopId, now);
    await breathe();
  }
  await packNames(db);
  await shelveWorkOrders(db, now);
  await countMended(db, now);
  await pairArticles(db, now);
  await fitShops(db, now);
}

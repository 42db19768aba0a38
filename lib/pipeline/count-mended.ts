/** The troubles of mended causes, found among all of their shop now and then, between pages. */
import type { CausedTrouble } from '../model/caused-trouble.ts';
import type { Mend } from '../model/mend-event.ts';
import { attributionRules } from '../rules/service.ts';
import { causedBy } from '../service/mends.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { readStandingMends } from '../views/service/mends.ts';
import { readTroubles } from '../views/service/troubles.ts';
import { breathe } from './run-steps.ts';

/** What came again is counted by the day. */
const COUNTED_AGE_MS = 3_600_000;

/** @param now epoch ms */
export async function countMended(db: LiukeDatabase, now: number): Promise<void> {
  const { mends } = await readStandingMends(db);
  await db.mendedTroubles
    .where(':id')
    .noneOf(mends.map(({ mendId }) => mendId))
    .delete();
  const counted = await db.mendedTroubles.bulkGet(mends.map(({ mendId }) => mendId));
  const old = mends.filter((_, index) => now - (counted[index]?.computedAt ?? -Infinity) >= COUNTED_AGE_MS);
  for (const [shopId, theirs] of Map.groupBy(old, (mend) => mend.shopId)) {
    await countOf(db, shopId, theirs, now);
    await breathe();
  }
}

async function countOf(db: LiukeDatabase, shopId: string, mends: readonly Mend[], now: number): Promise<void> {
  const labelIds = new Set(mends.map(({ cause }) => cause.labelId));
  const troubles = await readTroubles(db, shopId, { labelIds });
  const records = mends.map(({ mendId, cause }) => ({
    mendId,
    shopId,
    computedAt: now,
    troubles: causedBy(cause, troubles, attributionRules),
  }));
  await db.transaction('rw', [db.mendedTroubles, db.forgotten], async () => {
    // Who was forgotten while the others were counted stays so.
    const ids = [
      ...new Set(records.flatMap((record) => record.troubles.flatMap(({ customerId }) => customerId ?? []))),
    ];
    const forgotten = new Set((await db.forgotten.bulkGet(ids)).flatMap((stone) => stone?.id ?? []));
    const isKept = ({ customerId }: CausedTrouble) => !forgotten.has(customerId ?? '');
    await db.mendedTroubles.bulkPut(records.map((record) => ({ ...record, troubles: record.troubles.filter(isKept) })));
  });
}

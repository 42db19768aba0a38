/** Which tables hold what was seen and done, and which are worked out from them: a backup is of the former alone. */
import type { LiukeDatabase } from './database.ts';
import { LockedError } from './lock-trouble.ts';
import type { MetaRecord } from './records.ts';
import { isAnySealed, sealedTable } from './sealed-fields.ts';

/** In the order in which they are restored: the identity of this installation first, then who is not to come back. */
export const sourceTables = [
  'meta',
  'forgotten',
  'shops',
  'customers',
  'orders',
  'afterSales',
  'reviews',
  'coupons',
  'costLists',
  'members',
  'counters',
  'captures',
  'coverage',
  'events',
  'answers',
  'waits',
  'audit',
] as const satisfies readonly (keyof LiukeDatabase)[];
export type SourceTable = (typeof sourceTables)[number];

/** Of `meta` only what is nowhere else: the key of the customers' ids, and the clock of the event log. */
export const sourceMeta: readonly MetaRecord['name'][] = ['identitySecret', 'device', 'logicalTime'];

const PORTION = 2000;

/**
 * Every record of a source table, in order of its key, in portions.
 * @throws LockedError when names cannot be read: no copy leaves the store half sealed
 */
export async function* portionsOf(db: LiukeDatabase, table: SourceTable): AsyncGenerator<unknown[]> {
  if (table === 'meta') {
    yield (await db.meta.bulkGet([...sourceMeta])).filter((record) => record !== undefined);
    return;
  }
  const sealed = sealedTable(table);
  let after: string | null = null;
  for (;;) {
    const rows: Record<string, unknown>[] = await (
      after === null ? db.table(table).orderBy(':id') : db.table(table).where(':id').above(after)
    )
      .limit(PORTION)
      .toArray();
    if (rows.length === 0) return;
    if (sealed && rows.some((row) => isAnySealed(sealed, row))) throw new LockedError();
    yield rows;
    after = String(rows.at(-1)![db.table(table).schema.primKey.name]);
  }
}

/**
 * Links, and what they make of the orders, built anew from what pages showed and people said: after a restore, where the store and the
 * backup may have known different halves of it.
 */
import type { LiukeDatabase } from '../store/database.ts';
import type { OrderRecord } from '../store/records.ts';
import { decisionsIn } from '../views/link-decisions.ts';
import { countNames } from './count-names.ts';
import { decisionEvents, putDecision } from './decide-links.ts';
import { countMasked } from './note-seen.ts';
import { proveLinks } from './prove-links.ts';
import { countAs, regroup, regroupTables } from './regroup.ts';
import { breathe } from './run-steps.ts';

const SLICE_ORDERS = 5_000;

/** Safe to call again; orders are looked at in slices. */
export async function rebuildLinks(db: LiukeDatabase, sliceOrders = SLICE_ORDERS): Promise<void> {
  for (const derived of [db.links, db.linkedParties, db.nameCounts]) await derived.clear();
  const tables = [...regroupTables(db), db.reviews, db.nameCounts];
  for (let after = ''; ; await breathe()) {
    const from = after;
    const slice = await db.orders.where('id').above(from).limit(sliceOrders).toArray();
    if (slice.length === 0) break;
    await db.transaction('rw', tables, async () => {
      await backToOwn(db, slice);
      await countNames(db, slice, []);
      await regroup(
        db,
        await proveLinks(
          db,
          slice.map(({ id }) => id),
        ),
      );
    });
    after = slice.at(-1)!.id;
  }
  const said = [...decisionsIn(await decisionEvents(db)).values()];
  await db.transaction('rw', tables, async () => {
    for (const decision of said) await putDecision(db, decision, decision);
    await regroup(
      db,
      said.flatMap(({ parties }) => parties),
    );
  });
}

/** Orders count as pages alone tell them. */
async function backToOwn(db: LiukeDatabase, slice: readonly OrderRecord[]): Promise<void> {
  const before = slice.filter(({ ownId }) => ownId !== undefined);
  const after = before.map((order) => countAs(order, null));
  await db.orders.bulkPut(after);
  await countMasked(db, before, new Map(after.map((order) => [order.id, order])));
}

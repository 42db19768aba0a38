/**
 * Links, and what they make of the orders, built anew from what pages showed and people said: after a restore, where the store and the
 * backup may have known different halves of it.
 */
import type { LiukeDatabase } from '../store/database.ts';
import type { OrderRecord } from '../store/records.ts';
import { decisionsIn } from '../views/links/link-decisions.ts';
import { countNames } from './count-names.ts';
import { putDecision } from './decide-links.ts';
import { countOrders } from './note-seen.ts';
import { proveLinks } from './prove-links.ts';
import { countAs, regroup, regroupTables } from './regroup.ts';
import { breathe } from './run-steps.ts';

const SLICE_ORDERS = 5_000;

/** Safe to call again; orders are looked at in slices. */
export async function rebuildLinks(db: LiukeDatabase, sliceOrders = SLICE_ORDERS): Promise<void> {
  for (const derived of [db.links, db.linkedParties, db.nameCounts]) await derived.clear();
  const tables = [...regroupTables(db), db.reviews, db.nameCounts];
  await inSlices(db, sliceOrders, async (orders) => {
    await db.transaction('rw', tables, async () => {
      await backToOwn(db, orders);
      await countNames(db, orders, []);
    });
  });
  await inSlices(db, sliceOrders, async (orders) => {
    const ids = orders.map(({ id }) => id);
    await db.transaction('rw', tables, async () => await regroup(db, await proveLinks(db, ids)));
  });
  const events = await db.events.where('kind').anyOf('linkConfirmed', 'linkRefused', 'undo').toArray();
  const said = [...decisionsIn(events).values()];
  await db.transaction('rw', tables, async () => {
    for (const decision of said) await putDecision(db, decision, decision);
    await regroup(
      db,
      said.flatMap(({ parties }) => parties),
    );
  });
}

/** All orders, so many at a time, with a pause between. */
export async function inSlices(
  db: LiukeDatabase,
  sliceOrders: number,
  work: (orders: readonly OrderRecord[]) => Promise<void>,
): Promise<void> {
  for (let after = ''; ; await breathe()) {
    const orders = await db.orders.where('id').above(after).limit(sliceOrders).toArray();
    if (orders.length === 0) return;
    await work(orders);
    after = orders.at(-1)!.id;
  }
}

/** Orders count as pages alone tell them. */
async function backToOwn(db: LiukeDatabase, orders: readonly OrderRecord[]): Promise<void> {
  const before = orders.filter(({ ownId }) => ownId !== undefined);
  const after = before.map((order) => countAs(order, null));
  await db.orders.bulkPut(after);
  await countOrders(db, before, new Map(after.map((order) => [order.id, order])));
}

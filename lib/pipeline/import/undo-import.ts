/**
 * Back to before an import, portion by portion, the last one first. What a page showed meanwhile is no file's any more and stays. Each
 * step and its end are one transaction, so it goes on wherever it was stopped.
 */
import { partyOf } from '../../model/link.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { ImportJobRecord, OrderRecord, UndoStepRecord } from '../../store/records.ts';
import { readImports } from '../../views/data/imports.ts';
import { orderRebuild } from '../columns.ts';
import { addNames } from '../count-names.ts';
import { countOrders, unseen } from '../note-seen.ts';
import { followLinks } from '../put-orders.ts';
import { regroup, regroupTables } from '../regroup.ts';
import { isFromFilesOnly } from '../resolve-shop.ts';
import { breathe } from '../run-steps.ts';
import { endImport, isLarge } from './import-job.ts';

/** So long one answer may take. */
const WHILE_MS = 400;

/** Takes back as much as goes quickly; to be called until nothing is left. @returns how many portions are left */
export async function undoForAWhile(db: LiukeDatabase, importId: string): Promise<number> {
  const until = performance.now() + WHILE_MS;
  for (let left = await orderUndo(db, importId); ; left -= 1) {
    if (!(await undoStep(db, importId))) return 0;
    if (performance.now() > until) return Math.max(1, left - 1);
  }
}

/** From now on it is taken back and nothing else. @returns how many portions there are to take back */
async function orderUndo(db: LiukeDatabase, importId: string): Promise<number> {
  return await db.transaction('rw', [db.jobs, db.undoSteps], async () => {
    const job = (await db.jobs.get(`import|${importId}`)) as ImportJobRecord | undefined;
    // Taken back whole already: by the worker itself, after a stop.
    if (!job) return 0;
    if (job.state !== 'undoing') await db.jobs.put({ ...job, state: 'undoing' });
    return await db.undoSteps.where('id').startsWith(`${importId}|`).count();
  });
}

/**
 * Takes one portion back, or ends it after the last.
 * @returns whether there is more to do
 */
export async function undoStep(db: LiukeDatabase, importId: string): Promise<boolean> {
  const tables = [...regroupTables(db), db.afterSales, db.reviews, db.nameCounts, db.shops, db.jobs, db.undoSteps];
  const isLast = await db.transaction('rw', tables, async () => {
    const job = await undoingJob(db, importId);
    const step = job && (await lastStep(db, importId));
    if (!job || !step) return true;
    const touched = await takeBack(db, job, step);
    if (!isLarge(job)) await db.dirty.bulkPut(touched);
    await db.undoSteps.delete(step.id);
    return false;
  });
  if (isLast) await endUndo(db, importId);
  return !isLast;
}

async function undoingJob(db: LiukeDatabase, importId: string): Promise<ImportJobRecord | null> {
  const job = (await db.jobs.get(`import|${importId}`)) as ImportJobRecord | undefined;
  return job?.state === 'undoing' ? job : null;
}

async function lastStep(db: LiukeDatabase, importId: string): Promise<UndoStepRecord | undefined> {
  return await db.undoSteps.where('id').startsWith(`${importId}|`).last();
}

/** Goes on with what a stopped worker left: imports that end, and those that are taken back. */
export async function resumeImports(db: LiukeDatabase): Promise<void> {
  for (const { importId, state } of await readImports(db)) {
    if (state === 'ending') await endImport(db, importId);
    if (state === 'undoing') while (await undoStep(db, importId)) await breathe();
  }
}

type Touched = { customerId: string; shopId: string }[];

async function takeBack(db: LiukeDatabase, job: ImportJobRecord, step: UndoStepRecord): Promise<Touched> {
  await takeCasesBack(db, job, step);
  const { gone, restored } = await takeOrdersBack(db, job, step);
  const moved = await moveBack(db, step);
  // Before the links: whose nick is whose stands on the customers.
  await db.customers.bulkPut(step.customers);
  const now = [...restored.map(({ after }) => after), ...moved];
  await followLinks(db, now, { nickMoves: { moves: step.nickMoves, orderRecordIds: [] }, reviewed: ids(gone) });
  await regroup(
    db,
    gone.flatMap((order) => [partyOf(order), order.id]),
  );
  await deleteEmptied(db, step.newCustomers);
  const about = [...gone, ...now, ...restored.map(({ before }) => before)];
  return [
    ...about.flatMap(({ customerId, shopId }) => (customerId === null ? [] : [{ customerId, shopId }])),
    ...step.nickMoves.flatMap(({ from, to, shopId }) => [from, to].map((customerId) => ({ customerId, shopId }))),
  ];
}

async function takeCasesBack(db: LiukeDatabase, { importId }: ImportJobRecord, step: UndoStepRecord): Promise<void> {
  const before = new Map(step.cases.map((record) => [record.id, record]));
  const stored = await db.afterSales.bulkGet([...step.newCases, ...before.keys()]);
  const ours = stored.filter((record) => record?.fromFile === importId).map((record) => record!.id);
  await db.afterSales.bulkDelete(ours.filter((id) => !before.has(id)));
  await db.afterSales.bulkPut(ours.flatMap((id) => before.get(id) ?? []));
}

interface OrdersTakenBack {
  gone: OrderRecord[];
  restored: { before: OrderRecord; after: OrderRecord }[];
}

async function takeOrdersBack(
  db: LiukeDatabase,
  { importId }: ImportJobRecord,
  step: UndoStepRecord,
): Promise<OrdersTakenBack> {
  const before = new Map(step.orders.map((order) => [order.id, order]));
  const stored = (await db.orders.bulkGet([...step.newOrders, ...before.keys()])).filter(
    (order) => order !== undefined,
  );
  const gone = stored.filter(({ id, fromFile }) => fromFile === importId && !before.has(id));
  const restored = stored.flatMap((order) => {
    const earlier = before.get(order.id);
    return earlier ? [{ before: order, after: restoredOrder(order, earlier, importId) }] : [];
  });
  await db.orders.bulkDelete(ids(gone));
  await db.orders.bulkPut(restored.map(({ after }) => after));
  await addNames(db, gone, -1);
  await countOrders(
    db,
    restored.map((each) => each.before),
    new Map(restored.map(({ after }) => [after.id, after])),
    gone,
  );
  return { gone, restored };
}

/** Of an order that a page showed since, only what the file's cases came to is taken back. */
function restoredOrder(order: OrderRecord, earlier: OrderRecord, importId: string): OrderRecord {
  if (order.fromFile === importId) return earlier;
  const { cases: _, ...rest } = order;
  return earlier.cases ? { ...rest, cases: earlier.cases } : rest;
}

async function moveBack(db: LiukeDatabase, { nickMoves }: UndoStepRecord): Promise<OrderRecord[]> {
  const moved: OrderRecord[] = [];
  for (const { from, to, orders, cases, reviews } of nickMoves) {
    const back = (row: { customerId: string | null; ownId?: string | null }) => {
      if (row.ownId === to) row.ownId = from;
      else if (row.customerId === to) row.customerId = from;
    };
    await db.orders.where('id').anyOf(orders).modify(back);
    await db.afterSales.where('id').anyOf(cases).modify(back);
    await db.reviews.where('id').anyOf(reviews).modify(back);
    moved.push(...(await db.orders.bulkGet(orders)).filter((order) => order !== undefined));
  }
  return moved;
}

/** Customers that the file brought are gone with their last order. */
async function deleteEmptied(db: LiukeDatabase, newCustomers: readonly string[]): Promise<void> {
  const having = new Set<string>();
  await db.orders
    .where('customerId')
    .anyOf([...newCustomers])
    .each(({ customerId }) => having.add(customerId!));
  const linked = await db.linkedParties.bulkGet([...newCustomers]);
  await db.customers.bulkDelete(newCustomers.filter((id, index) => !having.has(id) && !linked[index]));
}

/** What is left when all portions are taken back: the days, the shop, the columns. Safe to call again. */
async function endUndo(db: LiukeDatabase, importId: string): Promise<void> {
  const undone = await undoingJob(db, importId);
  if (undone && isLarge(undone)) await orderRebuild(db);
  await db.transaction('rw', [db.jobs, db.shops, db.coverage, db.orders, db.afterSales], async () => {
    const job = await undoingJob(db, importId);
    if (!job) return;
    await takeDaysBack(db, job);
    if (job.madeShop) await takeShopBack(db, job.shopId);
    await db.jobs.delete(job.id);
  });
}

async function takeDaysBack(db: LiukeDatabase, { shopId, days, daysBefore }: ImportJobRecord): Promise<void> {
  const known = await db.coverage.get(shopId);
  if (!known) return;
  // A list that was looked at since says itself how far it goes.
  const asOfDay = known.asOfDay === days?.[1] ? (daysBefore?.asOfDay ?? known.asOfDay) : known.asOfDay;
  const after = { ...known, asOfDay, spans: daysBefore?.spans ?? known.spans };
  if (JSON.stringify(after) === JSON.stringify(unseen(shopId))) await db.coverage.delete(shopId);
  else await db.coverage.put(after);
}

async function takeShopBack(db: LiukeDatabase, shopId: string): Promise<void> {
  const shop = await db.shops.get(shopId);
  const orders = await db.orders.where('shopId').equals(shopId).count();
  const cases = await db.afterSales.where('shopId').equals(shopId).count();
  if (shop && isFromFilesOnly(shop) && orders + cases === 0) await db.shops.delete(shopId);
}

function ids(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}

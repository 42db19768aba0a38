/**
 * Takes an import back, portion by portion, the last one first: then everything is as if its file had never been there, whatever other files
 * and pages told meanwhile. Each step and its end are one transaction, so it goes on wherever it was stopped.
 */
import { ownIdOf, partyOf } from '../../model/link.ts';
import { sumUpCases } from '../../model/order-cases.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { markDirty } from '../../store/dirty-lists.ts';
import { holdsAny } from '../../store/first-keys.ts';
import type { AfterSaleRecord, ImportJobRecord, OrderRecord, UndoStepRecord } from '../../store/records.ts';
import { readImports } from '../../views/data/imports.ts';
import { orderRebuild } from '../columns.ts';
import { addNames } from '../count-names.ts';
import { countOrders } from '../note-seen.ts';
import { followLinks } from '../put-orders.ts';
import { isByNick } from '../join-nicks.ts';
import { joinLoneNicks } from '../move-nicks.ts';
import { regroup, regroupTables, withLinksFollowed } from '../regroup.ts';
import { isFromFilesOnly } from '../resolve-shop.ts';
import { breathe } from '../run-steps.ts';
import { endImport, endImportRecord, isLarge, takeDaysBack } from './import-job.ts';
import { settleCustomers } from './settle-customers.ts';
import { joinedCases, joinedOrders, toldOf } from './tellings.ts';

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
  const kept = [db.nameCounts, db.shops, db.jobs, db.undoSteps, db.tellings];
  const tables = [...regroupTables(db), db.afterSales, db.reviews, ...kept];
  const isLast = await db.transaction('rw', tables, async () => {
    const job = await undoingJob(db, importId);
    const step = job && (await lastStep(db, importId));
    if (!job || !step) return true;
    const touched = await takeBack(db, job, step);
    if (!isLarge(job)) await markDirty(db.dirtyLists, touched);
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

/** The shop of each customer. */
type Touched = Map<string, string>;

async function takeBack(
  db: LiukeDatabase,
  { importId, shopId }: ImportJobRecord,
  step: UndoStepRecord,
): Promise<Touched> {
  const caseOrders = await takeCasesBack(db, importId, step.caseIds);
  const { before, after, gone } = await takeOrdersBack(db, importId, step.orderIds);
  const { customerIds, nicksBack, nickIds, moved } = await settleCustomers(db, [
    ...step.customerIds,
    ...step.nickMoves.flatMap(({ from, to }) => [from, to]),
    ...[...before, ...after].flatMap((order) => ownIdOf(order) ?? []),
  ]);
  await rowsBack(db, step, nicksBack);
  const joined = await joinLoneNicks(db, nickIds);
  const summedUp = await sumUpAnew(db, [...caseOrders, ...ids(after)]);
  const now = await db.orders.bulkGet([...new Set([...ids(after), ...ids(moved), ...joined.orderRecordIds])]);
  await followLinks(
    db,
    now.filter((order) => order !== undefined),
    {
      nickMoves: { moves: [...nicksBack, ...joined.moves], orderRecordIds: joined.orderRecordIds },
      reviewed: ids(gone),
    },
  );
  await regroup(db, [...gone.flatMap((order) => [partyOf(order), order.id]), ...customerIds]);
  const touched: Touched = new Map();
  for (const record of [...before, ...after, ...moved, ...summedUp])
    if (record.customerId !== null) touched.set(record.customerId, record.shopId);
  for (const customerId of [...customerIds, ...joined.moves.flatMap(({ from, to }) => [from, to])])
    touched.set(customerId, shopId);
  return touched;
}

/** Cases and reviews that went along with a nick, also those whose orders nobody has seen. */
async function rowsBack(
  db: LiukeDatabase,
  { nickMoves }: UndoStepRecord,
  nicksBack: readonly { from: string; to: string }[],
): Promise<void> {
  const isBack = (move: { from: string; to: string }) =>
    nicksBack.some(({ from, to }) => from === move.from && to === move.to);
  for (const { from, to, cases, reviews } of nickMoves.filter(isBack)) {
    const goBack = (row: { customerId: string | null }) => {
      if (row.customerId === to) row.customerId = from;
    };
    await db.afterSales.where('id').anyOf(cases).modify(goBack);
    await db.reviews.where('id').anyOf(reviews).modify(goBack);
  }
}

/** @returns the orders that the cases are about */
async function takeCasesBack(db: LiukeDatabase, importId: string, caseIds: readonly string[]): Promise<string[]> {
  const stored = (await db.afterSales.bulkGet([...caseIds])).filter((record) => record !== undefined);
  const told = await toldOf(db, 'cases', ids(stored));
  const gone: string[] = [];
  const after: AfterSaleRecord[] = [];
  for (const record of stored) {
    const left = told.without(importId, record);
    if (left?.length === 0) gone.push(record.id);
    else if (left) after.push(joinedCases(left));
  }
  await db.afterSales.bulkDelete(gone);
  await db.afterSales.bulkPut(after);
  await told.write();
  return stored.map(({ orderRecordId }) => orderRecordId);
}

interface OrdersTakenBack {
  /** Those that change or go, as they were. */
  before: OrderRecord[];
  after: OrderRecord[];
  gone: OrderRecord[];
}

async function takeOrdersBack(
  db: LiukeDatabase,
  importId: string,
  orderIds: readonly string[],
): Promise<OrdersTakenBack> {
  const stored = (await db.orders.bulkGet([...orderIds])).filter((order) => order !== undefined);
  const told = await toldOf(db, 'orders', ids(stored));
  const before: OrderRecord[] = [];
  const gone: OrderRecord[] = [];
  const joined: OrderRecord[] = [];
  for (const order of stored) {
    const left = told.without(importId, order);
    if (!left) continue;
    before.push(order);
    const after = joinedOrders(left);
    if (after) joined.push(after);
    else gone.push(order);
  }
  const after = await withLinksFollowed(db, await withNicksOf(db, joined));
  await db.orders.bulkDelete(ids(gone));
  await db.orders.bulkPut(after);
  await told.write();
  await addNames(db, before, -1);
  await addNames(db, after, 1);
  await countOrders(db, before, new Map(after.map((order) => [order.id, order])), gone);
  return { before, after, gone };
}

/** Orders by nick alone are of the one customer who is known to have it. */
async function withNicksOf(db: LiukeDatabase, orders: readonly OrderRecord[]): Promise<OrderRecord[]> {
  const byNick = orders.filter(isByNick).flatMap((order) => ownIdOf(order) ?? []);
  const owners = await db.customers
    .where('nickId')
    .anyOf([...new Set(byNick)])
    .toArray();
  const having = Map.groupBy(owners, ({ nickId }) => nickId);
  return orders.map((order) => {
    const [owner, ...more] = (isByNick(order) && having.get(ownIdOf(order))) || [];
    const own = owner && more.length === 0 ? owner.customerId : ownIdOf(order);
    const { ownId: _, ...rest } = order;
    return { ...rest, customerId: own };
  });
}

/** What the cases of these orders come to, also of those that have none any more. @returns the orders that changed */
async function sumUpAnew(db: LiukeDatabase, orderRecordIds: readonly string[]): Promise<OrderRecord[]> {
  const orders = (await db.orders.bulkGet([...new Set(orderRecordIds)])).filter((order) => order !== undefined);
  const cases = await db.afterSales.where('orderRecordId').anyOf(ids(orders)).toArray();
  const ofOrder = Map.groupBy(cases, ({ orderRecordId }) => orderRecordId);
  const changed = orders.flatMap((order) => {
    const { cases: known, ...rest } = order;
    const theirs = ofOrder.get(order.id);
    const sum = theirs && sumUpCases(theirs);
    return JSON.stringify(known) === JSON.stringify(sum) ? [] : [{ ...rest, ...(sum && { cases: sum }) }];
  });
  await db.orders.bulkPut(changed);
  return changed;
}

/** What is left when all portions are taken back: the days, the shop, the columns. Safe to call again. */
async function endUndo(db: LiukeDatabase, importId: string): Promise<void> {
  const undone = await undoingJob(db, importId);
  if (undone && isLarge(undone)) await orderRebuild(db);
  const tables = [db.jobs, db.undoSteps, db.tellings, db.shops, db.coverage, db.orders, db.afterSales];
  await db.transaction('rw', tables, async () => {
    const job = await undoingJob(db, importId);
    if (!job) return;
    await takeDaysBack(db, job);
    if (job.madeShop) await takeShopBack(db, job);
    await endImportRecord(db, job);
  });
}

/** The shop goes with the last import that it was made for. */
async function takeShopBack(db: LiukeDatabase, { shopId, importId }: ImportJobRecord): Promise<void> {
  const other = (await readImports(db)).find((job) => job.shopId === shopId && job.importId !== importId);
  if (other) {
    await db.jobs.put({ ...other, madeShop: true });
    return;
  }
  const shop = await db.shops.get(shopId);
  const isHeld = (await holdsAny(db.orders.where({ shopId }))) || (await holdsAny(db.afterSales.where({ shopId })));
  if (shop && isFromFilesOnly(shop) && !isHeld) await db.shops.delete(shopId);
}

function ids(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}

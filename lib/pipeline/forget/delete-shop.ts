/**
 * A shop and all that is known of it, out of the store. The shop itself goes first, so that no screen shows it and no page adds to it;
 * then its records, slice by slice. A stopped worker goes on where it was.
 */
import { RefusedError } from '../../model/refused.ts';
import { commandOf, timeOf, type When } from '../../model/command.ts';
import { holdOpen } from '../../store/hold-open.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import type { DeleteShopJobRecord } from '../../store/privacy-records.ts';
import { readImports } from '../../views/data/imports.ts';
import { appendAudit, auditOf } from '../append-audit.ts';
import { orderRebuild, raiseMark } from '../columns.ts';
import type { CustomerIds } from '../customer-id.ts';
import { breathe } from '../run-steps.ts';
import { addCounts } from './remove-orders.ts';

const SLICE = 2_000;

/** Tables whose records name their shop and nothing else that goes with it. */
const ofShop = [
  'orders',
  'afterSales',
  'reviews',
  'coupons',
  'costLists',
  'members',
  'counters',
  'captures',
  'waits',
] as const;

/**
 * Those who were forgotten there stay so: a page that shows the shop again makes it under the same id.
 * @throws Error when there is no such shop
 */
export async function beginDeletingShop(
  db: LiukeDatabase,
  ids: CustomerIds,
  shopId: string,
  when: When,
): Promise<void> {
  const id = `deleteShop|${shopId}` as const;
  await db.transaction('rw', [db.jobs, db.shops, db.forgotten, db.audit, db.meta], async () => {
    await ids.ensureOwn();
    if ((await db.jobs.get(id)) || (await auditOf(db, when))) return;
    const shop = await db.shops.get(shopId);
    if (!shop)
      throw new RefusedError(
        'shopGone',
        'expected a shop of this store, found none: it is deleted already, look again',
      );
    await db.jobs.put({ id, shopId, counts: { shops: 1 }, command: commandOf(when), startedAt: timeOf(when) });
    await db.shops.delete(shopId);
    if ((await db.forgotten.count()) === 0) return;
    const keys = await holdOpen(Promise.all(shop.hints.map((hint) => ids.ofShop(shop.platform, hint))));
    await db.forgotten.bulkPut(keys.map((key) => ({ id: key, at: timeOf(when), shopId })));
  });
}

/** Deletes the shops that were begun with, also those that a stopped worker left. */
export async function resumeDeletingShops(db: LiukeDatabase): Promise<void> {
  const jobs = (await db.jobs.where('id').startsWith('deleteShop|').toArray()) as DeleteShopJobRecord[];
  for (const job of jobs) await finishDeleting(db, job);
}

async function finishDeleting(db: LiukeDatabase, { id, shopId }: DeleteShopJobRecord): Promise<void> {
  while (await customersSlice(db, id, shopId)) await breathe();
  for (const name of ofShop) while (await rowsSlice(db, id, shopId, name)) await breathe();
  await eventsOf(db, id, shopId);
  await importsOf(db, shopId);
  await db.transaction('rw', db.tables, async () => {
    await db.links.filter((link) => link.shopId === shopId).delete();
    await db.linkedParties.filter((party) => party.shopId === shopId).delete();
    await db.dirtyLists.filter((list) => list.shopId === shopId).delete();
    await db.patchLists.where('shopId').equals(shopId).delete();
    await db.columns.filter((chunk) => chunk.shopId === shopId).delete();
    await db.nameCounts.where('id').startsWith(`${shopId}|`).delete();
    await db.mendedTroubles.where('shopId').equals(shopId).delete();
    await db.meta.delete('workOrderShelf');
    await db.tellings.where('shopId').equals(shopId).delete();
    for (const single of [db.coverage, db.benchmarks, db.articlePairs, db.shopModels]) await single.delete(shopId);
    await db.jobs.delete(`fit|${shopId}`);
    if (await db.jobs.get('rebuildColumns')) await orderRebuild(db);
    await raiseMark(db, 'columnsBase');
    const job = (await db.jobs.get(id)) as DeleteShopJobRecord | undefined;
    if (!job) return;
    await db.jobs.delete(id);
    await appendAudit(db, job.command ?? job.startedAt, { kind: 'shopDeleted', counts: job.counts });
  });
}

type JobId = DeleteShopJobRecord['id'];

async function noteGone(db: LiukeDatabase, id: JobId, gone: Record<string, number>): Promise<void> {
  const job = (await db.jobs.get(id)) as DeleteShopJobRecord | undefined;
  if (job) await db.jobs.put({ ...job, counts: addCounts(job.counts, gone) });
}

/** Customers with what people noted about them. @returns whether there is more to do */
async function customersSlice(db: LiukeDatabase, id: JobId, shopId: string): Promise<boolean> {
  return await db.transaction('rw', [db.customers, db.events, db.answers, db.jobs], async () => {
    const customers = await db.customers.where('shopId').equals(shopId).limit(SLICE).toArray();
    const ids = customers.map(({ customerId }) => customerId);
    // Under the nick alone, too: so they were known before a page showed more.
    const all = [...ids, ...customers.flatMap(({ nickId }) => nickId ?? [])];
    const events = await db.events.where('customerId').anyOf(all).delete();
    const answers = await db.answers.where('customerId').anyOf(all).delete();
    await db.customers.bulkDelete(ids);
    await noteGone(db, id, { customers: ids.length, events, answers });
    return ids.length > 0;
  });
}

async function rowsSlice(
  db: LiukeDatabase,
  id: JobId,
  shopId: string,
  name: (typeof ofShop)[number],
): Promise<boolean> {
  return await db.transaction('rw', [db.table(name), db.jobs], async () => {
    const keys = await db.table(name).where('shopId').equals(shopId).limit(SLICE).primaryKeys();
    await db.table(name).bulkDelete(keys);
    await noteGone(db, id, { [name]: keys.length });
    return keys.length > 0;
  });
}

/**
 * The shop's settings, rules, column names, causes of trouble and decisions about links, what was said of them later, and what was noted of
 * customers whom links alone make; with the undoes of it.
 */
async function eventsOf(db: LiukeDatabase, id: JobId, shopId: string): Promise<void> {
  await db.transaction('rw', [db.events, db.linkedParties, db.jobs], async () => {
    const events = await db.events.filter((event) => shopOf(event) === shopId).toArray();
    const begun = new Set(events.flatMap((event) => idBegunBy(event) ?? []));
    const linked = await db.linkedParties.filter((party) => party.shopId === shopId).toArray();
    const said = [
      ...events.map((event) => event.id),
      ...(await db.events
        .where('workOrderId')
        .anyOf([...begun])
        .primaryKeys()),
      ...(await db.events
        .where('kind')
        .anyOf('rightSettled', 'trialStopped')
        .filter((event) => begun.has(idBegunBy(event) ?? ''))
        .primaryKeys()),
      ...(await db.events
        .where('customerId')
        .anyOf(linked.map(({ customerId }) => customerId))
        .primaryKeys()),
    ];
    const gone = new Set(said);
    const undoes = await db.events
      .where('kind')
      .equals('undo')
      .filter((event) => event.kind === 'undo' && gone.has(event.eventId))
      .primaryKeys();
    await db.events.bulkDelete([...gone, ...undoes]);
    await noteGone(db, id, { events: gone.size + undoes.length });
  });
}

/** The shop that an event is about; undefined for those about a customer or about all shops. */
function shopOf(event: EventRecord): string | undefined {
  if (event.kind === 'workOrderOpened') return event.workOrder.shopId;
  if (event.kind === 'trialStarted') return event.trial.shopId;
  if (event.kind === 'causeMended') return event.mend.shopId;
  return 'shopId' in event ? event.shopId : undefined;
}

/** What later events name that do not name the shop again: a work order, a right, a trial. */
function idBegunBy(event: EventRecord): string | undefined {
  if (event.kind === 'trialStarted') return event.trial.trialId;
  if (event.kind === 'trialStopped') return event.trialId;
  return 'rightId' in event ? event.rightId : event.workOrderId;
}

async function importsOf(db: LiukeDatabase, shopId: string): Promise<void> {
  const imports = (await readImports(db)).filter((job) => job.shopId === shopId);
  for (const job of imports)
    await db.transaction('rw', [db.jobs, db.undoSteps], async () => {
      await db.undoSteps.where('id').startsWith(`${job.importId}|`).delete();
      await db.jobs.delete(job.id);
    });
}

/**
 * Forgetting one person. What is kept of them goes in one transaction, together with the tombstones that keep them from coming back; then,
 * step by step, the copies in undo steps of imports and in the bytes of the columns. Whatever is stopped goes on at the next start.
 */
import type { AuditEntry } from '../../model/audit.ts';
import { commandOf, timeOf, type When } from '../../model/command.ts';
import { holdOpen } from '../../store/hold-open.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { markDirty } from '../../store/dirty-lists.ts';
import type { ForgetJobRecord, GoneCounts } from '../../store/privacy-records.ts';
import { LockedError } from '../../store/lock-trouble.ts';
import { appendAudit, auditOf, entryOf } from '../append-audit.ts';
import { compactColumns, orderRebuild } from '../columns.ts';
import type { CustomerIds } from '../customer-id.ts';
import { regroup } from '../regroup.ts';
import { tellingsId } from '../import/tellings.ts';
import { recomputeDirty } from '../recompute.ts';
import { breathe } from '../run-steps.ts';
import { customersNamed, eventsAbout, everythingOf, type PersonInStore } from './everything-of.ts';
import { removeOrders } from './remove-orders.ts';
import { withoutPerson, withoutTellingsOf } from './undo-steps.ts';

const SLICE_STEPS = 20;

/**
 * Everything of this customer, everywhere, for good.
 * @param askedFor the customer, or any of those whom links make one with them
 * @returns the receipt, as it stands in the audit list
 * @throws LockedError while names cannot be read
 */
export async function forgetCustomer(
  db: LiukeDatabase,
  ids: CustomerIds,
  askedFor: string,
  when: When,
): Promise<AuditEntry> {
  const receipt = await auditOf(db, when);
  if (receipt) return receipt;
  // Under which ids a person is met elsewhere is worked out from their names.
  if (db.seal.isLocked) throw new LockedError();
  const pending = (await forgetJobs(db)).find(({ customerIds }) => customerIds.includes(askedFor));
  const job = pending ?? (await beginForgetting(db, ids, askedFor, when));
  return await finishForgetting(db, job, timeOf(when));
}

/** Goes on with what a stopped worker left. */
export async function resumeForgetting(db: LiukeDatabase, now: number): Promise<void> {
  for (const job of await forgetJobs(db)) await finishForgetting(db, job, now);
}

async function forgetJobs(db: LiukeDatabase): Promise<ForgetJobRecord[]> {
  return (await db.jobs.where('id').startsWith('forget|').toArray()) as ForgetJobRecord[];
}

/** All records, and the tombstones, in one transaction. @returns what is still to be done */
export async function beginForgetting(
  db: LiukeDatabase,
  ids: CustomerIds,
  askedFor: string,
  when: When,
): Promise<ForgetJobRecord> {
  return await db.transaction('rw', db.tables, async () => {
    await ids.ensureOwn();
    const person = await everythingOf(db, ids, askedFor);
    const counts = await removeRecords(db, person);
    const orderKeys = await holdOpen(Promise.all(person.orderRecordIds.map(ids.ofOrder)));
    await db.forgotten.bulkPut([...person.customerIds, ...orderKeys].map((id) => ({ id, at: timeOf(when) })));
    const job: ForgetJobRecord = {
      id: `forget|${crypto.randomUUID().slice(0, 8)}`,
      customerIds: person.customerIds,
      orderRecordIds: person.orderRecordIds,
      caseIds: person.cases.map(({ id }) => id),
      counts,
      command: commandOf(when),
      startedAt: timeOf(when),
    };
    await db.jobs.put(job);
    return job;
  });
}

async function removeRecords(db: LiukeDatabase, person: PersonInStore): Promise<GoneCounts> {
  const { customerIds, orders, cases, reviews } = person;
  const customers = await customersNamed(db, person);
  const events = await eventsAbout(db, person);
  const members = (await db.members.bulkGet(customerIds)).filter((record) => record !== undefined);
  await removeOrders(db, orders);
  await db.afterSales.bulkDelete(cases.map(({ id }) => id));
  await db.tellings.bulkDelete(cases.map(({ id }) => tellingsId('cases', id)));
  await db.reviews.bulkDelete(reviews.map(({ id }) => id));
  await db.customers.bulkDelete(customerIds);
  await db.members.bulkDelete(customerIds);
  await db.events.bulkDelete(events.map(({ id }) => id));
  // Counted anew without them.
  await db.mendedTroubles.clear();
  await db.meta.delete('workOrderShelf');
  const answers = await db.answers.where('customerId').anyOf(customerIds).delete();
  const waits = await db.waits.where('customerId').anyOf(customerIds).delete();
  const links = await removeLinks(db, person);
  // Over the stored columns lies an empty row of theirs, until the columns are written without them.
  await markDirty(
    db.dirtyLists,
    new Map(
      [...customers, ...orders].flatMap(({ customerId, shopId }) =>
        customerId === null ? [] : [[customerId, shopId]],
      ),
    ),
  );
  return {
    orders: orders.length,
    afterSales: cases.length,
    reviews: reviews.length,
    customers: customers.length,
    members: members.length,
    events: events.length,
    answers,
    waits,
    links,
  };
}

/** Whoever was linked with them, or refused to be, is brought up to the links that are left. */
async function removeLinks(db: LiukeDatabase, { customerIds, orderRecordIds }: PersonInStore): Promise<number> {
  const parties = [...customerIds, ...orderRecordIds];
  const links = await db.links.where('parties').anyOf(parties).distinct().toArray();
  await db.links.bulkDelete(links.map(({ id }) => id));
  await db.linkedParties.bulkDelete(parties);
  await db.linkedParties.where('customerId').anyOf(customerIds).delete();
  const gone = new Set(parties);
  const others = links.flatMap((link) => link.parties).filter((party) => !gone.has(party));
  await regroup(db, new Set(others));
  return links.length;
}

/** Safe to call again, from wherever it was stopped. @returns the receipt */
export async function finishForgetting(db: LiukeDatabase, job: ForgetJobRecord, now: number): Promise<AuditEntry> {
  const undoSteps = await cleanUndoSteps(db, job);
  await cleanTellings(db, new Set(job.customerIds));
  await recomputeDirty(db, now);
  // What is being built may have read them before they went.
  if (await db.jobs.get('rebuildColumns')) await orderRebuild(db);
  else await compactColumns(db, 0);
  return await db.transaction('rw', [db.jobs, db.audit], async () => {
    const entry = { at: job.startedAt, kind: 'customerForgotten' as const };
    if (!(await db.jobs.get(job.id))) return await entryOf(db, entry);
    await db.jobs.delete(job.id);
    const counts = { ...job.counts, undoSteps };
    return await appendAudit(db, job.command ?? job.startedAt, { kind: entry.kind, counts });
  });
}

/** @returns how many steps held something of them */
async function cleanUndoSteps(db: LiukeDatabase, job: ForgetJobRecord): Promise<number> {
  const gone = {
    customerIds: new Set(job.customerIds),
    orderRecordIds: new Set(job.orderRecordIds),
    caseIds: new Set(job.caseIds),
  };
  let cleaned = 0;
  for (let after = ''; ; await breathe()) {
    const last = await db.transaction('rw', db.undoSteps, async () => {
      const steps = await db.undoSteps.where('id').above(after).limit(SLICE_STEPS).toArray();
      const changed = steps.flatMap((step) => withoutPerson(step, gone) ?? []);
      await db.undoSteps.bulkPut(changed);
      cleaned += changed.length;
      return steps.at(-1)?.id ?? null;
    });
    if (last === null) return cleaned;
    after = last;
  }
}

/** An order that counts as somebody else's now may have been told as theirs. */
async function cleanTellings(db: LiukeDatabase, customerIds: ReadonlySet<string>): Promise<void> {
  for (let after = ''; ; await breathe()) {
    const last = await db.transaction('rw', db.tellings, async () => {
      const tellings = await db.tellings.where('id').above(after).limit(SLICE_STEPS).toArray();
      const changed = tellings.flatMap((each) => withoutTellingsOf(each, customerIds) ?? []);
      await db.tellings.bulkPut(changed);
      return tellings.at(-1)?.id ?? null;
    });
    if (last === null) return;
    after = last;
  }
}

/** A small shop with names, keys and notes of every kind, and its lock. */
import { onTestFinished } from 'vitest';
import type { LockSession } from '../../lib/model/lock.ts';
import { openCustomerIds } from '../../lib/pipeline/customer-id.ts';
import { setLock } from '../../lib/pipeline/lock/keep-lock.ts';
import { sealRecords } from '../../lib/pipeline/lock/seal-records.ts';
import { recordCustomerNote, recordCustomerTag } from '../../lib/pipeline/record-customer-note.ts';
import { recordContact } from '../../lib/pipeline/record-event.ts';
import { noteWorkOrder, openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import { takeInPage } from '../../lib/pipeline/take-in-page.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import type { LockMemory } from '../../lib/store/seal.ts';
import { makeContact } from './make-contact.ts';
import { makeOrder, makeOrders, PLACED_AT } from './make-order.ts';
import { makeReport, type KnownReport } from './make-report.ts';

export const NOW = PLACED_AT + 2 * 86_400_000;
export const PASSPHRASE = '口令口令口令口令';
/** What nobody may find while it is locked. */
export const SECRETS = [
  'wd_sunshine',
  'buyer_3',
  '喜欢蓝色，别打电话',
  '老板同意的',
  '质量很好，下次再来',
  '爱比价',
  '孩子三岁',
];
const ROUNDS = 10;

/** The browser's memory, which outlives a stopped worker and ends with the browser. */
export class TestMemory implements LockMemory {
  kept: LockSession | null = null;

  read(): Promise<LockSession | null> {
    return Promise.resolve(this.kept);
  }

  write(session: LockSession | null): Promise<void> {
    this.kept = session;
    return Promise.resolve();
  }
}

export function openWith(memory: LockMemory, name = `liuke-test-${crypto.randomUUID()}`): LiukeDatabase {
  const db = new LiukeDatabase(name, memory);
  onTestFinished(async () => {
    db.close();
    await new LiukeDatabase(name).delete();
  });
  return db;
}

export function shownAgain(changes: Partial<KnownReport> = {}): KnownReport {
  const orders = [makeOrder(), ...makeOrders(6)];
  return makeReport(orders, {
    observedAt: NOW,
    reviews: [
      {
        orderId: orders[0]!.orderId,
        lineId: '1',
        rating: 'positive',
        text: '质量很好，下次再来',
        ratedAt: NOW,
        buyerKey: null,
      },
    ],
    ...changes,
  });
}

export async function shopOfSecrets(memory = new TestMemory()) {
  const db = openWith(memory);
  const ids = await openCustomerIds(db);
  await takeInPage(db, ids, shownAgain(), NOW);
  const [customer] = await db.customers.where('searchName').equals('wd_sunshine').toArray();
  const { customerId, shopId } = customer!;
  await recordContact(db, makeContact({ customerId, overrides: { ruleIds: ['x'], reason: '老板同意的' } }), NOW);
  const workOrder = { workOrderId: 'w1', shopId, customerId, orderId: null, caseId: null, from: 'hand' } as const;
  await openWorkOrder(db, { ...workOrder, labelId: null, owner: null, amountFen: null, startedAt: null }, NOW);
  await noteWorkOrder(db, { kind: 'workOrderNoted', workOrderId: 'w1', text: '喜欢蓝色，别打电话' }, NOW);
  await recordCustomerTag(db, { customerId, tag: '爱比价', isOn: true }, NOW);
  await recordCustomerNote(db, { customerId, text: '孩子三岁' }, NOW);
  return { db, ids, memory, customerId, shopId };
}

/** The same, with a lock that is on and open. */
export async function sealedShop() {
  const shop = await shopOfSecrets();
  await setLock(shop.db, PASSPHRASE, NOW, ROUNDS);
  await sealRecords(shop.db);
  return shop;
}

/** Another connection, as after the worker was stopped; with another memory, as after the browser was. */
export function reopened(db: LiukeDatabase, memory: LockMemory): LiukeDatabase {
  db.close();
  return openWith(memory, db.name);
}

export { ROUNDS };

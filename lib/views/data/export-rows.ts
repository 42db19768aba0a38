/** What is saved as tables, read in portions: whatever the size of the shop, one portion is in memory. */
import type { Contact } from '../../model/event.ts';
import { rowsOf } from '../../insight/segments/select.ts';
import type { MetricName } from '../../insight/metrics.ts';
import type { AuditEntry } from '../../model/audit.ts';
import { workOrderKinds, workOrdersIn, type WorkOrder } from '../../service/work-order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';
import { readCustomerNotes, type CustomerNotes } from '../customers/customer-notes.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import type { ShopReading } from '../shops/shop-measures.ts';
import { readListedCustomers, type ListedCustomer } from '../segments/top-customers.ts';

const PORTION = 1000;

/** `notes`: what people wrote down of them; null for nothing. */
export type CustomerForExport = ListedCustomer & { notes: CustomerNotes | null };

/** @param mask 1 for every row that is wanted; null for all customers of the shop */
export async function* customersForExport(
  db: LiukeDatabase,
  reading: ShopReading,
  mask: Uint8Array | null,
  names: readonly MetricName[],
  size = PORTION,
): AsyncGenerator<CustomerForExport[]> {
  const rows = mask && rowsOf(mask);
  const count = rows?.length ?? reading.measures.size;
  for (let from = 0; from < count; from += size) {
    const portion = Array.from({ length: Math.min(size, count - from) }, (_, at) => rows?.[from + at] ?? from + at);
    const listed = await readListedCustomers(db, reading, portion, names);
    const notes = await readCustomerNotes(
      db,
      listed.map(({ customerId }) => customerId),
    );
    yield listed.map((customer) => ({ ...customer, notes: notes.get(customer.customerId) ?? null }));
  }
}

/** In order of their numbers. */
export async function* ordersForExport(
  db: LiukeDatabase,
  shopId: string,
  size = PORTION,
): AsyncGenerator<OrderRecord[]> {
  for (let after = ''; ;) {
    const orders = await db.orders.where('id').above(after).limit(size).toArray();
    if (orders.length === 0) return;
    yield orders.filter((order) => order.shopId === shopId);
    after = orders.at(-1)!.id;
  }
}

export interface ContactForExport extends Contact {
  at: number;
  /** As links make it now. */
  customerId: string;
  /** Null for a buyer in the chat of whom no order was seen. */
  display: string | null;
}

/** Of a shop, the oldest first; undone ones left out. A buyer of whom no order was seen may be any shop's. */
export async function* contactsForExport(db: LiukeDatabase, shopId: string): AsyncGenerator<ContactForExport[]> {
  const undone = new Set<string>();
  await db.events
    .where('kind')
    .equals('undo')
    .each((event) => {
      if (event.kind === 'undo') undone.add(event.eventId);
    });
  for (let after = ''; ;) {
    const events = await db.events.where('logicalTime').above(after).limit(PORTION).toArray();
    if (events.length === 0) return;
    after = events.at(-1)!.logicalTime;
    const contacts = events.flatMap((event) =>
      event.kind === 'contact' && !undone.has(event.id) ? [{ ...event.contact, at: event.at }] : [],
    );
    const ids = contacts.map(({ customerId }) => customerId);
    const idsNow = await readCustomerIdsNow(db, ids);
    const customers = await db.customers.bulkGet(ids.map((id) => idsNow.get(id)!));
    yield contacts.flatMap((contact, index) => {
      const customer = customers[index];
      if (customer && customer.shopId !== shopId) return [];
      return [{ ...contact, customerId: idsNow.get(contact.customerId)!, display: customer?.display ?? null }];
    });
  }
}

export interface WorkOrderForExport {
  order: WorkOrder;
  /** Null for a buyer of whom no order was seen, or only a mask is known. */
  display: string | null;
}

/** Of a shop, the oldest first, those that were merged into others included; what was undone is left out. */
export async function* workOrdersForExport(
  db: LiukeDatabase,
  shopId: string,
  size = PORTION,
): AsyncGenerator<WorkOrderForExport[]> {
  const told = await db.events
    .where('kind')
    .anyOf([...workOrderKinds, 'undo'])
    .toArray();
  const orders = workOrdersIn(told).filter((order) => order.shopId === shopId);
  for (let from = 0; from < orders.length; from += size) {
    const portion = orders.slice(from, from + size);
    const idsNow = await readCustomerIdsNow(
      db,
      portion.flatMap(({ customerId }) => customerId ?? []),
    );
    const customers = await db.customers.bulkGet([...new Set(idsNow.values())]);
    const names = new Map(customers.flatMap((customer) => (customer ? [[customer.customerId, customer.display]] : [])));
    yield portion.map((order) => {
      const customerId = order.customerId === null ? null : idsNow.get(order.customerId)!;
      return { order: { ...order, customerId }, display: (customerId && names.get(customerId)) ?? null };
    });
  }
}

export async function* auditForExport(db: LiukeDatabase): AsyncGenerator<AuditEntry[]> {
  for (let after = ''; ;) {
    const entries = await db.audit.where('id').above(after).limit(PORTION).toArray();
    if (entries.length === 0) return;
    yield entries;
    after = entries.at(-1)!.id;
  }
}

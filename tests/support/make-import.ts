/** Files of orders on their way into a store, in portions as the reader sends them. */
import type { AfterSale } from '../../lib/model/after-sale.ts';
import type { ImportPortionMessage, ImportStart } from '../../lib/model/import-schema.ts';
import type { ImportedOrder } from '../../lib/model/imported.ts';
import type { Order, OrderItem } from '../../lib/model/order.ts';
import { openCustomerIds, type CustomerIds } from '../../lib/pipeline/customer-id.ts';
import { beginImport, endImport } from '../../lib/pipeline/import/import-job.ts';
import { preparePortion, putPrepared } from '../../lib/pipeline/import/import-portion.ts';
import { undoForAWhile } from '../../lib/pipeline/import/undo-import.ts';
import { sourceTables } from '../../lib/store/source-tables.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import type { ImportJobRecord } from '../../lib/store/records.ts';
import { PLACED_AT } from './make-order.ts';

export const WRITTEN_AT = PLACED_AT + 40 * 86_400_000;

/** A JD export of a new shop, saved forty days after the orders. */
export function makeStart(changes: Partial<ImportStart> = {}): ImportStart {
  return {
    file: { name: 'orders.csv', table: 'orders.csv', fingerprint: `${'0a'.repeat(16)}-0`, rows: 100 },
    kind: 'jd-orders',
    platform: 'jd',
    shop: { name: '木木家' },
    writtenAt: WRITTEN_AT,
    ...changes,
  };
}

export function importedOrder(order: Order, changes: Partial<ImportedOrder> = {}): ImportedOrder {
  return { order, refundedFen: null, tellsAfterSales: false, line: 2, ...changes };
}

export interface FileContent {
  orders?: readonly ImportedOrder[];
  lines?: readonly { orderId: string; items: OrderItem[] }[];
  afterSales?: readonly AfterSale[];
}

export async function putPortion(db: LiukeDatabase, ids: CustomerIds, portion: ImportPortionMessage) {
  return await putPrepared(db, await preparePortion(db, ids, portion));
}

/** So many entries a portion. */
export function portionsOf(
  importId: string,
  { orders = [], lines = [], afterSales = [] }: FileContent,
  size = 10,
): ImportPortionMessage[] {
  const length = Math.max(orders.length, lines.length, afterSales.length);
  return Array.from({ length: Math.ceil(length / size) }, (_, number) => {
    const part = <Entry>(entries: readonly Entry[]) => entries.slice(number * size, (number + 1) * size);
    return {
      importId,
      number,
      rows: Math.min(length, (number + 1) * size),
      orders: part(orders),
      lines: part(lines).map((entry) => ({ line: 2, ...entry })),
      afterSales: part(afterSales).map((afterSale) => ({ afterSale, line: 2 })),
      rejects: [],
    };
  });
}

/** The whole file, from the first portion to the end. */
export async function importWhole(
  db: LiukeDatabase,
  content: FileContent,
  changes: Partial<ImportStart> = {},
  size = 10,
): Promise<ImportJobRecord> {
  const ids = await openCustomerIds(db);
  const { importId } = await beginImport(db, makeStart(changes), WRITTEN_AT + 1);
  for (const portion of portionsOf(importId, content, size)) await putPortion(db, ids, portion);
  return await endImport(db, importId);
}

export async function undoWhole(db: LiukeDatabase, importId: string): Promise<void> {
  while ((await undoForAWhile(db, importId)) > 0);
}

/** Everything that is a source, and what is kept up with it; not what is worked out when it is asked for. */
export async function everything(db: LiukeDatabase): Promise<Record<string, unknown[]>> {
  const tables = [...sourceTables.filter((name) => name !== 'meta'), 'links', 'linkedParties', 'nameCounts'] as const;
  return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await db.table(name).toArray()])));
}

/** Of a backup's records, those of somebody who was forgotten since it was made: they are not restored. */
import { isOrderParty } from '../../model/link.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { SourceTable } from '../../store/source-tables.ts';
import type { CustomerIds } from '../customer-id.ts';
import { forgottenAmong } from './still-forgotten.ts';

type SavedRecord = Record<string, unknown>;

/** How records of a table name a person; other tables name none. */
const naming: Partial<Record<SourceTable, { customers: readonly string[]; order?: string }>> = {
  customers: { customers: ['customerId'] },
  orders: { customers: ['customerId', 'ownId'], order: 'id' },
  afterSales: { customers: ['customerId'], order: 'orderRecordId' },
  reviews: { customers: ['customerId'], order: 'orderRecordId' },
  members: { customers: ['customerId'] },
  events: { customers: ['customerId', 'parties'] },
  answers: { customers: ['customerId'] },
  waits: { customers: ['customerId'] },
};

/** To be called within a transaction. @returns the others, in their order */
export async function withoutForgotten(
  db: LiukeDatabase,
  ids: CustomerIds,
  table: SourceTable,
  records: readonly SavedRecord[],
): Promise<SavedRecord[]> {
  const named = naming[table];
  if (!named) return [...records];
  const customersIn = (record: SavedRecord) =>
    named.customers.flatMap((field) => record[field]).filter((value) => typeof value === 'string');
  const ordersIn = (record: SavedRecord) => {
    const order = named.order === undefined ? undefined : record[named.order];
    return [...(typeof order === 'string' ? [order] : []), ...customersIn(record).filter(isOrderParty)];
  };
  const forgotten = await forgottenAmong(db, ids, {
    customerIds: records.flatMap(customersIn),
    orderRecordIds: records.flatMap(ordersIn),
  });
  return records.filter(
    (record) => !customersIn(record).some(forgotten.hasCustomer) && !ordersIn(record).some(forgotten.hasOrder),
  );
}

/** Customers' rows of the ledger, made from their orders and from what people noted about them. */
import { ledgerFlags, type LedgerRow } from '../../insight/ledger/ledger.ts';
import { summarise, type DatedOrder } from '../../insight/purchase-history.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { recordsOf } from '../../store/of-keys.ts';
import { readUndisturbed } from './do-not-disturb.ts';
import { titles } from './titles.ts';

/** @returns one row per id, also for a customer without orders */
export async function readLedgerRows(
  db: LiukeDatabase,
  customerIds: readonly string[],
): Promise<Map<string, LedgerRow>> {
  const [orders, undisturbed] = await Promise.all([
    recordsOf(db.orders, 'customerId', customerIds),
    readUndisturbed(db, customerIds),
  ]);
  const ordersBy = Map.groupBy(orders, ({ customerId }) => customerId!);
  return new Map(customerIds.map((id) => [id, ledgerRow(id, ordersBy.get(id) ?? [], undisturbed.has(id))] as const));
}

/** @param orders all orders of the customer */
export function ledgerRow(customerId: string, orders: readonly DatedOrder[], isUndisturbed: boolean): LedgerRow {
  return { customerId, history: summarise(orders, titles), flags: isUndisturbed ? ledgerFlags.doNotDisturb : 0 };
}

/** What the buyers of a trial left with the shop, by their orders and the shop's costs. */
import { marginFenOf } from '../../actions/basket-margin.ts';
import { marginOutcomeOf, type MarginOutcome } from '../../actions/trials/margin-outcome.ts';
import type { Outcome } from '../../actions/trials/outcome.ts';
import { idAt, type Ledger } from '../../insight/ledger/ledger.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { marginLimits } from '../../rules/offers.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';
import { readCostBook } from './costs.ts';

const PORTION = 1000;

/** @returns null where the shop brought no costs */
export async function readTrialMargin(
  db: LiukeDatabase,
  shopId: string,
  ledger: Ledger,
  outcome: Outcome,
): Promise<MarginOutcome | null> {
  const book = await readCostBook(db, shopId);
  if (!book) return null;
  const ids = new Map(outcome.buyers.flat().map(({ row }) => [row, idAt(ledger, row)]));
  const ordersOf = await readOrdersOf(db, [...new Set(ids.values())]);
  return marginOutcomeOf(outcome, ({ row, fromDay, toDay }) => {
    const within = (ordersOf.get(ids.get(row)!) ?? []).filter(({ paidAt, placedAt }) => {
      const day = dayOf(paidAt ?? placedAt);
      return day >= fromDay && day <= toDay;
    });
    // The ledger knows of a purchase: orders that do not show it tell nothing of what it left.
    return within.length === 0 ? null : marginFenOf(within, book, marginLimits);
  });
}

async function readOrdersOf(
  db: LiukeDatabase,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string | null, OrderRecord[]>> {
  const orders: OrderRecord[] = [];
  for (let at = 0; at < customerIds.length; at += PORTION) {
    const portion = customerIds.slice(at, at + PORTION);
    orders.push(...(await db.orders.where('customerId').anyOf(portion).toArray()));
  }
  return Map.groupBy(orders, ({ customerId }) => customerId);
}

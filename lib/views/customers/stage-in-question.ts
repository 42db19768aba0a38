/** How far the order has come that a chat with a customer is about, where there is no doubt which one that is. */
import type { OrderStage } from '../../model/order-stage.ts';
import { orderStageOf } from '../../replies/order-stage.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readLinkedCustomer } from '../links/linked-customers.ts';
import { openAmong, readCases } from './open-cases.ts';

const settled: ReadonlySet<OrderStage | null> = new Set<OrderStage>(['signed', 'cancelled']);

/**
 * Of orders on their way, and without one of the newest.
 * @returns null without an order, where its stage is not known, and where several are on their way that are not equally far
 */
export async function readStageInQuestion(db: LiukeDatabase, askedFor: string): Promise<OrderStage | null> {
  const { customerId, parties } = await readLinkedCustomer(db, askedFor);
  const orders = await db.orders.where('customerId').equals(customerId).toArray();
  const recordIds = orders.map(({ id }) => id);
  const cases = openAmong(await readCases(db, [...new Set([customerId, ...parties])], recordIds));
  const disputed = new Set(cases.map(({ orderId }) => orderId));
  const stages = orders
    .toSorted((a, b) => b.placedAt - a.placedAt)
    .map((order) => orderStageOf(order, disputed.has(order.orderId)));
  const open = new Set(stages.filter((stage) => !settled.has(stage)));
  const [only = null] = open;
  if (open.size > 0) return open.size === 1 ? only : null;
  return stages[0] ?? null;
}

/** How far the order has come that a chat with a customer is about, where there is no doubt which one that is. */
import type { OrderStage } from '../../model/order-stage.ts';
import { orderStageOf } from '../../replies/order-stage.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { changesIn } from '../../store/store-changes.ts';
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

export interface StagesInQuestion {
  /** As `readStageInQuestion`; read once for as long as it is about one customer and nothing is written. */
  of(customerId: string): Promise<OrderStage | null>;
}

/** For who asks with every few letters that are typed: all orders of a customer need not be read for each. */
export function openStages(db: LiukeDatabase): StagesInQuestion {
  let known: { customerId: string; changes: number; stage: Promise<OrderStage | null> } | null = null;
  return {
    of(customerId) {
      const changes = changesIn(db);
      if (known?.customerId === customerId && known.changes === changes) return known.stage;
      const stage = readStageInQuestion(db, customerId);
      known = { customerId, changes, stage };
      // What failed is tried again.
      stage.catch(() => (known = null));
      return stage;
    },
  };
}

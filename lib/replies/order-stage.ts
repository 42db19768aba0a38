/** From an order to its stage. */
import type { Order } from '../model/order.ts';
import type { OrderStage } from '../model/order-stage.ts';

/**
 * An open after-sale comes before everything; null without an order, on hold, and for a status that no table knows.
 * @param hasOpenCase a case about it waits, whatever its lines say
 */
export function orderStageOf(order: Pick<Order, 'status' | 'items'> | null, hasOpenCase: boolean): OrderStage | null {
  if (!order) return null;
  if (hasOpenCase || order.items.some(({ afterSale }) => afterSale === 'requested')) return 'afterSale';
  if (order.status === 'completed') return 'signed';
  return order.status === 'unknown' || order.status === 'onHold' ? null : order.status;
}

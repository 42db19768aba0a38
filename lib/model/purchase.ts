/** Which orders are purchases. */
import type { OrderStatus } from './order.ts';

/** Neither cancelled nor still to be paid. */
export function isPurchase({ status }: { status: OrderStatus }): boolean {
  return status !== 'cancelled' && status !== 'unpaid';
}

/** The time of payment beside the time of the order and its state: what contradicts itself is not certain. */
import type { OrderStatus } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { parsed, ReadError } from '../reading/read-error.ts';

/** @throws ReadError for a payment before the order, or of an order that waits for its payment */
export function paidAtOf(text: string | null, placedAt: number, status: OrderStatus): number | null {
  if (text === null || text === '' || text === '-') return null;
  const paidAt = parsed('payment time', () => parsePlatformTime(text));
  if (paidAt < placedAt || status === 'unpaid') throw new ReadError('payment time');
  return paidAt;
}

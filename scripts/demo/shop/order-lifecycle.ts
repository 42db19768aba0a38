/** How far an order has come at a given moment: its status and instants follow from its age. */
import type { Platform } from '../../../lib/model/platform.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import type { DemoOrder } from './demo-shop.ts';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export type Lifecycle = Pick<DemoOrder, 'status' | 'paidAt' | 'shippedAt' | 'completedAt' | 'closedAt'>;

/** The state at `untilMs` of an order placed at `placedAt`; no instant lies after `untilMs`. */
export function lifecycleOf(placedAt: number, untilMs: number, platform: Platform, random: Random): Lifecycle {
  const fate = random.next();
  const isNeverPaid = fate < 0.06;
  const isCancelledPaid = fate >= 0.06 && fate < 0.09;
  const isOnHold = platform === 'jd' && fate >= 0.09 && fate < 0.16;
  const paidAt = after(
    placedAt,
    random.weighted([
      [random.int(9_000, 90_000), 8],
      [random.int(2, 20) * MINUTE_MS, 2],
    ]),
  );
  const refundedAt = after(paidAt, random.int(1, 30) * HOUR_MS);
  const shippedAt = after(paidAt, random.int(4, isOnHold ? 140 : 44) * HOUR_MS + random.int(0, 59) * MINUTE_MS);
  const completedAt = after(shippedAt, random.int(3 * 24, 10 * 24) * HOUR_MS);
  const open: Lifecycle = { status: 'unpaid', paidAt: null, shippedAt: null, completedAt: null, closedAt: null };

  if (isNeverPaid) {
    const closedAt = placedAt + DAY_MS;
    return closedAt <= untilMs ? { ...open, status: 'cancelled', closedAt } : open;
  }
  if (paidAt > untilMs) return open;
  if (isCancelledPaid && refundedAt <= untilMs) return { ...open, status: 'cancelled', paidAt, closedAt: refundedAt };
  if (shippedAt > untilMs) return { ...open, status: isOnHold ? 'onHold' : 'paid', paidAt };
  if (completedAt > untilMs) return { ...open, status: 'shipped', paidAt, shippedAt };
  return { ...open, status: 'completed', paidAt, shippedAt, completedAt };
}

function after(atMs: number, delayMs: number): number {
  return Math.floor((atMs + delayMs) / 1000) * 1000;
}

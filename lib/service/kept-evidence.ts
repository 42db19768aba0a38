/** What was seen since a promise was made that speaks for its having been kept. Somebody has to say so: it may be about another order. */
import type { OrderStatus } from '../model/order.ts';
import type { AfterSaleStatus, SeenEnd } from '../model/after-sale.ts';
import type { DuePromise } from './promises.ts';

/** Times are epoch ms, when it was seen or when it was. */
export type KeptEvidence =
  | { because: 'shipped'; orderId: string; at: number }
  | { because: 'refunded'; orderId: string; at: number }
  | { because: 'answered'; at: number }
  | { because: 'stepped'; at: number };

/** `statusSeenAt`: when it was first seen so, where that was before it was last looked at. */
interface SeenOrder {
  orderId: string;
  status: OrderStatus;
  seenAt: number;
  statusSeenAt?: number;
}

/** Of the customer to whom it was promised. */
export interface SeenSince {
  orders: readonly SeenOrder[];
  cases: readonly ({ orderId: string; status: AfterSaleStatus; seenAt: number } & SeenEnd)[];
  /** When the shop wrote in the chat. */
  answersAt: readonly number[];
  /** When steps of a work order were done, or the customer was told. */
  stepsAt: readonly number[];
}

/** Whoever promises an answer gives it in another message than the promise. */
const OTHER_MESSAGE_MS = 120_000;

/** The first of the kind that was promised; null where nothing of it was seen. */
export function evidenceOf({ what, madeAt }: DuePromise, seen: SeenSince): KeptEvidence | null {
  const isLater = ({ seenAt }: { seenAt: number }) => seenAt > madeAt;
  switch (what) {
    case 'dispatch': {
      const sent = seen.orders.filter(({ status }) => status === 'shipped' || status === 'completed');
      // One that was on its way before is looked at again and again.
      const order = earliest(
        sent.map(({ orderId, seenAt, statusSeenAt = seenAt }) => ({ orderId, seenAt: statusSeenAt })).filter(isLater),
      );
      return order ? { because: 'shipped', orderId: order.orderId, at: order.seenAt } : null;
    }
    case 'refund': {
      const refunded = seen.cases.filter(({ status }) => status === 'refunded');
      const found = earliest(
        refunded
          .map(({ orderId, seenAt, endedBetween }) => ({ orderId, seenAt: endedBetween?.[1] ?? seenAt }))
          .filter(isLater),
      );
      return found ? { because: 'refunded', orderId: found.orderId, at: found.seenAt } : null;
    }
    case 'answer': {
      const at = firstAfter(seen.answersAt, madeAt + OTHER_MESSAGE_MS);
      return at === null ? null : { because: 'answered', at };
    }
    default: {
      const at = firstAfter(seen.stepsAt, madeAt);
      return at === null ? null : { because: 'stepped', at };
    }
  }
}

function earliest<Seen extends { seenAt: number }>(all: readonly Seen[]): Seen | undefined {
  return all.toSorted((a, b) => a.seenAt - b.seenAt)[0];
}

function firstAfter(times: readonly number[], after: number): number | null {
  const later = times.filter((at) => at > after);
  return later.length === 0 ? null : Math.min(...later);
}

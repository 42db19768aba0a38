/** What happened between shop and customer, each with its time, in the order in which it came. */
import type { DatedContact } from '../../actions/guards.ts';
import type { Order } from '../../model/order.ts';
import type { WorkOrder } from '../../service/work-order.ts';
import type { AfterSaleRecord, ReviewRecord } from '../../store/records.ts';
import type { Redemption } from '../actions/given-offer.ts';

/** The case, the review or the contact itself says more than its kind. */
export type Moment = { id: string; at: number } & (
  | { kind: 'order' | 'trouble'; order: Order }
  | ({ kind: 'redeemed' } & Redemption)
  | { kind: 'contact' | 'offer'; contact: DatedContact }
  | { kind: 'case'; afterSale: AfterSaleRecord }
  | { kind: 'review'; review: ReviewRecord }
  | { kind: 'workOrder'; workOrder: WorkOrder }
);

interface Dealings {
  orders: readonly Order[];
  contacts: readonly (DatedContact & { eventId: string })[];
  cases: readonly AfterSaleRecord[];
  reviews: readonly ReviewRecord[];
  workOrders: readonly WorkOrder[];
  redemptions: readonly Redemption[];
}

/** The oldest first. Cases and reviews of which no page told the time are left out: when they were seen is not when they were. */
export function momentsOf({ orders, contacts, cases, reviews, workOrders, redemptions }: Dealings): Moment[] {
  const moments: Moment[] = [
    ...orders.map((order): Moment => ({ id: order.orderId, at: order.placedAt, kind: orderKind(order), order })),
    ...redemptions.map(({ order, offer }): Moment => {
      return { id: `redeemed ${order.orderId}`, at: order.placedAt, kind: 'redeemed', order, offer };
    }),
    ...contacts.map((contact): Moment => {
      const kind = contact.isOffer ? 'offer' : 'contact';
      return { id: contact.eventId, at: contact.at, kind, contact };
    }),
    ...cases.flatMap((afterSale): Moment[] => {
      const { id, appliedAt } = afterSale;
      return appliedAt === null ? [] : [{ id: `case ${id}`, at: appliedAt, kind: 'case', afterSale }];
    }),
    ...reviews.flatMap((review): Moment[] => {
      const { id, ratedAt } = review;
      return ratedAt === null ? [] : [{ id: `review ${id}`, at: ratedAt, kind: 'review', review }];
    }),
    // One that was merged goes on as another.
    ...workOrders
      .filter(({ mergedInto }) => mergedInto === null)
      .map((workOrder): Moment => ({ id: workOrder.id, at: workOrder.startedAt, kind: 'workOrder', workOrder })),
  ];
  return moments.toSorted((a, b) => a.at - b.at);
}

/** One of which something went back, or is asked for, is trouble. */
function orderKind({ items }: Order): 'order' | 'trouble' {
  return items.some(({ afterSale }) => afterSale === 'requested' || afterSale === 'refunded') ? 'trouble' : 'order';
}

/** What a customer disputes now, each decided by the rules: cases that wait, and work orders that are about something else. */
import { disputeRules, attributionRules, reasonGroups } from '../../rules/service.ts';
import { reasonOfCase } from '../../service/attribution.ts';
import {
  decide,
  hasGoods,
  isOwnWish,
  type Decision,
  type DisputeHistory,
  type DisputeTerms,
} from '../../service/dispute.ts';
import { isOpen, workOrdersIn, type WorkOrder, type WorkOrderOffer } from '../../service/work-order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { recordsOf } from '../../store/of-keys.ts';
import type { AfterSaleRecord, OrderRecord } from '../../store/records.ts';
import { readCostBook } from '../actions/costs.ts';
import { readLinkedCustomer } from '../links/linked-customers.ts';
import { readServiceSettings } from './service-settings.ts';
import { readWorkOrderEvents } from './work-order-events.ts';

export interface CustomerDispute {
  /** Of the case, else of the work order. */
  id: string;
  orderId: string | null;
  /** The platform's own word for the case, null for a work order. */
  type: string | null;
  amountFen: number | null;
  labelId: string | null;
  workOrderId: string | null;
  shopId: string;
  customerId: string;
  caseId: string | null;
  /** What became of each step of a negotiation, by its id: the newest word holds. */
  offers: ReadonlyMap<string, Pick<WorkOrderOffer, 'outcome' | 'at'>>;
  decision: Decision;
}

const matters = new Map(reasonGroups.flatMap(({ labels }) => labels.map(({ id, matter }) => [id, matter])));

/** @param now epoch ms @returns the one that waits longest first */
export async function readDisputes(db: LiukeDatabase, askedFor: string, now: number): Promise<CustomerDispute[]> {
  const { customerId, parties, records } = await readLinkedCustomer(db, askedFor);
  const ids = [...new Set([customerId, ...parties, ...records.flatMap(({ nickId }) => nickId ?? [])])];
  const orders = await db.orders.where('customerId').equals(customerId).toArray();
  const orderRecordIds = orders.map(({ id }) => id);
  const [own, ofOrders, { events }] = await Promise.all([
    recordsOf(db.afterSales, 'customerId', ids),
    recordsOf(db.afterSales, 'orderRecordId', orderRecordIds),
    readWorkOrderEvents(db, 'inUse'),
  ]);
  const cases = [...new Map([...own, ...ofOrders].map((each) => [each.id, each])).values()];
  const bought = new Set(orders.map(({ shopId, orderId }) => `${shopId}|${orderId}`));
  const open = workOrdersIn(events).filter(
    (order) =>
      isOpen(order) &&
      // Of a buyer who was a mask when it was opened, the order tells.
      (order.customerId === null ? bought.has(`${order.shopId}|${order.orderId}`) : ids.includes(order.customerId)),
  );
  const waiting = cases.filter(({ status }) => status === 'open').toSorted((a, b) => beganAt(a) - beganAt(b));
  const known = new Set(waiting.map(({ caseId }) => caseId));
  const shopId = orders[0]?.shopId ?? records[0]?.shopId ?? open[0]?.shopId ?? cases[0]?.shopId;
  if (shopId === undefined) return [];
  const termsOf = await termsBy(db, shopId, orders);
  const decided = (at: Matter): CustomerDispute => {
    const history: DisputeHistory = {
      claims: cases
        .filter(({ caseId }) => caseId !== at.caseId)
        .map((each) => ({ at: beganAt(each), amountFen: each.refundFen })),
      purchases: orders.length,
    };
    const { words, isOwnWish: isWish, ...shown } = at;
    const { amountFen, labelId, orderId, type } = at;
    const orderStatus = orders.find((order) => order.orderId === orderId)?.status ?? null;
    const decision = decide(
      {
        amountFen,
        labelId,
        words,
        isOwnWish: isWish,
        hasGoods: hasGoods({ type, labelId, orderStatus }, disputeRules),
      },
      history,
      termsOf(orderId),
      disputeRules,
      now,
    );
    return { id: at.caseId ?? at.workOrderId!, ...shown, shopId, customerId, decision };
  };
  return [
    ...waiting.map((each) => decided(ofCase(each, open))),
    // A question is no dispute.
    ...open
      .filter(({ caseId, labelId }) => !known.has(caseId ?? '') && !isQuestion(labelId))
      .map((order) => decided(ofWorkOrder(order))),
  ];
}

/** What the shop said its goods, its parcels and its limits are. */
async function termsBy(
  db: LiukeDatabase,
  shopId: string,
  orders: readonly OrderRecord[],
): Promise<(orderId: string | null) => DisputeTerms> {
  const [{ freightFen, authorityFen }, book] = await Promise.all([
    readServiceSettings(db, shopId),
    readCostBook(db, shopId),
  ]);
  return (orderId) => {
    const items = orders.find((order) => order.orderId === orderId)?.items ?? [];
    const costs = items.map((item) => {
      const unit = book?.costOf(item) ?? null;
      return unit === null ? null : unit * item.quantity;
    });
    const goodsFen =
      costs.length === 0 || costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + cost!, 0);
    return {
      goodsFen,
      isOfSeveral: items.length > 1 || items.some(({ quantity }) => quantity > 1),
      freightFen,
      authorityFen,
    };
  };
}

type Matter = Omit<CustomerDispute, 'id' | 'decision' | 'shopId' | 'customerId'> & {
  words: string;
  isOwnWish: boolean;
};

/** What people said of it in a work order counts before what the platform shows. */
function ofCase(record: AfterSaleRecord, workOrders: readonly WorkOrder[]): Matter {
  const order = workOrders.find(({ caseId }) => caseId === record.caseId);
  const told = reasonOfCase(record.reason, attributionRules);
  const labelId = order?.labelId ?? (typeof told === 'object' ? told.labelId : null);
  return {
    caseId: record.caseId,
    orderId: record.orderId,
    type: record.type,
    amountFen: order?.amountFen ?? record.refundFen,
    labelId,
    workOrderId: order?.id ?? null,
    offers: offersOf(order),
    words: [record.reason ?? '', ...notesOf(order)].join('\n'),
    isOwnWish: told === 'wish' && labelId === null && isOwnWish(record, disputeRules),
  };
}

function ofWorkOrder(order: WorkOrder): Matter {
  const { id, orderId, caseId, amountFen, labelId } = order;
  const words = notesOf(order).join('\n');
  return {
    caseId,
    orderId,
    type: null,
    amountFen,
    labelId,
    workOrderId: id,
    offers: offersOf(order),
    words,
    isOwnWish: false,
  };
}

function notesOf(order: WorkOrder | undefined): string[] {
  return order?.notes.map(({ text }) => text) ?? [];
}

function offersOf(order: WorkOrder | undefined): CustomerDispute['offers'] {
  return new Map(order?.offers.map(({ stepId, outcome, at }) => [stepId, { outcome, at }]));
}

function isQuestion(labelId: string | null): boolean {
  const matter = labelId === null ? undefined : matters.get(labelId);
  return matter === 'general' || matter === 'presale';
}

function beganAt({ appliedAt, seenAt }: AfterSaleRecord): number {
  return appliedAt ?? seenAt;
}

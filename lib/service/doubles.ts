/** Work orders that seem to be about the same thing, so that nobody works on it twice. */
import { isOpen, type WorkOrder } from './work-order.ts';

/** `order`, `case`: the same one. `customer`: the same customer with the same reason. */
export type DoubleBecause = 'case' | 'order' | 'customer';

export interface Double {
  workOrder: WorkOrder;
  because: DoubleBecause;
}

type Matter = Pick<WorkOrder, 'id' | 'shopId' | 'customerId' | 'orderId' | 'caseId' | 'labelId'>;

/**
 * The open ones of the same shop that seem to be about the same as this one, the oldest first.
 * @param matter a work order, or what is about to become one
 */
export function doublesOf(matter: Matter, all: readonly WorkOrder[]): Double[] {
  return all
    .filter((other) => other.id !== matter.id && other.shopId === matter.shopId && isOpen(other))
    .flatMap((workOrder) => {
      const because = sameMatter(matter, workOrder);
      return because ? [{ workOrder, because }] : [];
    })
    .toSorted((a, b) => a.workOrder.openedAt - b.workOrder.openedAt);
}

/** Two cases, or two orders, are two matters, whoever the customer is. */
function sameMatter(one: Matter, other: Matter): DoubleBecause | null {
  if (one.caseId !== null && other.caseId !== null) return one.caseId === other.caseId ? 'case' : null;
  if (one.orderId !== null && other.orderId !== null) return one.orderId === other.orderId ? 'order' : null;
  const isSame = one.customerId !== null && one.customerId === other.customerId && one.labelId === other.labelId;
  return isSame ? 'customer' : null;
}

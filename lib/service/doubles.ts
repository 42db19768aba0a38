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
 * Looks through them once, to be asked about many.
 * @returns the open ones of the same shop that seem to be about the same as a work order, or as what is about to become one; the oldest first
 */
export function doublesAmong(all: readonly WorkOrder[]): (matter: Matter) => Double[] {
  const byTrait = new Map<string, WorkOrder[]>();
  for (const order of all.filter(isOpen))
    for (const trait of traitsOf(order)) {
      const others = byTrait.get(trait);
      if (others) others.push(order);
      else byTrait.set(trait, [order]);
    }
  return (matter) => {
    const alike = new Set(traitsOf(matter).flatMap((trait) => byTrait.get(trait) ?? []));
    return [...alike]
      .filter(({ id }) => id !== matter.id)
      .flatMap((workOrder) => {
        const because = sameMatter(matter, workOrder);
        return because ? [{ workOrder, because }] : [];
      })
      .toSorted((a, b) => a.workOrder.openedAt - b.workOrder.openedAt);
  };
}

/** Of two that are about the same one at least is the same. */
function traitsOf({ shopId, customerId, orderId, caseId, labelId }: Matter): string[] {
  return [
    ...(caseId === null ? [] : [['case', caseId]]),
    ...(orderId === null ? [] : [['order', orderId]]),
    ...(customerId === null ? [] : [['customer', customerId, labelId]]),
  ].map((trait) => JSON.stringify([shopId, ...trait]));
}

/** Two cases, or two orders, are two matters, whoever the customer is. */
function sameMatter(one: Matter, other: Matter): DoubleBecause | null {
  if (one.caseId !== null && other.caseId !== null) return one.caseId === other.caseId ? 'case' : null;
  if (one.orderId !== null && other.orderId !== null) return one.orderId === other.orderId ? 'order' : null;
  const isSame = one.customerId !== null && one.customerId === other.customerId && one.labelId === other.labelId;
  return isSame ? 'customer' : null;
}

/** What an import keeps to be taken back, without one person: taking it back then brings nothing of them. */
import type { UndoStepRecord } from '../../store/records.ts';

export interface Gone {
  customerIds: ReadonlySet<string>;
  orderRecordIds: ReadonlySet<string>;
  caseIds: ReadonlySet<string>;
}

/** @returns null for a step that holds nothing of them */
export function withoutPerson(
  step: UndoStepRecord,
  { customerIds, orderRecordIds, caseIds }: Gone,
): UndoStepRecord | null {
  const isOrderLeft = (id: string) => !orderRecordIds.has(id);
  const isCaseLeft = (record: { orderRecordId: string; customerId: string | null }) =>
    isOrderLeft(record.orderRecordId) && !customerIds.has(record.customerId ?? '');
  const isMoveLeft = ({ from, to }: { from: string; to: string }) => !customerIds.has(from) && !customerIds.has(to);
  const left: UndoStepRecord = {
    ...step,
    newOrders: step.newOrders.filter(isOrderLeft),
    newCases: step.newCases.filter((id) => !caseIds.has(id)),
    newCustomers: step.newCustomers.filter((id) => !customerIds.has(id)),
    orders: step.orders.filter(({ id, customerId }) => isOrderLeft(id) && !customerIds.has(customerId ?? '')),
    cases: step.cases.filter(isCaseLeft),
    customers: step.customers.filter(({ customerId }) => !customerIds.has(customerId)),
    nickMoves: step.nickMoves.filter(isMoveLeft),
  };
  const kinds = ['newOrders', 'newCases', 'newCustomers', 'orders', 'cases', 'customers', 'nickMoves'] as const;
  return kinds.every((kind) => left[kind].length === step[kind].length) ? null : left;
}

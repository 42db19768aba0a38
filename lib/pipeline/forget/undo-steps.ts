/** What an import keeps to be taken back, without one person: taking it back then brings nothing of them. */
import { ownIdOf } from '../../model/link.ts';
import type { UndoStepRecord } from '../../store/records.ts';
import type { TellingsRecord } from '../../store/tellings-record.ts';

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
  const isMoveLeft = ({ from, to }: { from: string; to: string }) => !customerIds.has(from) && !customerIds.has(to);
  const left: UndoStepRecord = {
    ...step,
    orderIds: step.orderIds.filter((id) => !orderRecordIds.has(id)),
    caseIds: step.caseIds.filter((id) => !caseIds.has(id)),
    customerIds: step.customerIds.filter((id) => !customerIds.has(id)),
    nickMoves: step.nickMoves.filter(isMoveLeft),
  };
  const kinds = ['orderIds', 'caseIds', 'customerIds', 'nickMoves'] as const;
  return kinds.every((kind) => left[kind].length === step[kind].length) ? null : left;
}

/** @returns null where nothing was told as theirs */
export function withoutTellingsOf(told: TellingsRecord, customerIds: ReadonlySet<string>): TellingsRecord | null {
  const orders = told.orders.filter((each) => 'lines' in each || !customerIds.has(ownIdOf(each) ?? ''));
  const cases = told.cases.filter(({ customerId }) => !customerIds.has(customerId ?? ''));
  return orders.length + cases.length === told.orders.length + told.cases.length ? null : { ...told, orders, cases };
}

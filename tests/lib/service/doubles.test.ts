import { describe, expect, test } from 'vitest';
import { doublesAmong } from '../../../lib/service/doubles.ts';
import { workOrdersIn } from '../../../lib/service/work-order.ts';
import type { NewWorkOrder } from '../../../lib/model/work-order-event.ts';
import { makeCustomerId } from '../../support/make-history.ts';
import { makeLog, makeNewWorkOrder } from '../../support/make-work-order.ts';

function seen(one: Partial<NewWorkOrder>, other: Partial<NewWorkOrder>, isClosed = false) {
  const open = (workOrderId: string, changes: Partial<NewWorkOrder>) => ({
    kind: 'workOrderOpened' as const,
    workOrder: makeNewWorkOrder({ workOrderId, ...changes }),
  });
  const end = (['workOrderTold', 'workOrderClosed'] as const).map((kind) => ({ kind, workOrderId: 'w1' }));
  const orders = workOrdersIn(makeLog([open('w1', one), open('w2', other), ...(isClosed ? end : [])]));
  return doublesAmong(orders)(orders[1]!).map(({ workOrder, because }) => [workOrder.id, because]);
}

const order = { orderId: '318800000001' };
const otherOrder = { orderId: '318800000002' };
const nobody = { customerId: null };

describe('a second work order', () => {
  test.each<[string, Partial<NewWorkOrder>, Partial<NewWorkOrder>]>([
    ['order', { ...order, labelId: 'damaged' }, { ...order, labelId: 'missing' }],
    ['order', { ...order, ...nobody }, { ...order, ...nobody }],
    ['case', { ...order, caseId: '90000001' }, { ...otherOrder, caseId: '90000001' }],
    ['customer', { labelId: 'damaged' }, { labelId: 'damaged' }],
    ['customer', { labelId: 'damaged', ...order }, { labelId: 'damaged' }],
  ])('of the same %s is a double', (because, one, other) => {
    expect(seen(one, other)).toEqual([['w1', because]]);
  });

  test.each<[string, Partial<NewWorkOrder>, Partial<NewWorkOrder>]>([
    ['another order of the customer', { ...order, labelId: 'damaged' }, { ...otherOrder, labelId: 'damaged' }],
    ['another case of one order', { ...order, caseId: '90000001' }, { ...order, caseId: '90000002' }],
    ['another reason', { labelId: 'damaged' }, { labelId: 'missing' }],
    ['another customer', { labelId: 'damaged' }, { labelId: 'damaged', customerId: makeCustomerId(2) }],
    ['somebody who is only a mask', nobody, nobody],
    ['another shop', order, { ...order, shopId: 'other' }],
  ])('about %s is none', (_, one, other) => {
    expect(seen(one, other)).toEqual([]);
  });

  test('of one that is closed is a new one', () => {
    expect(seen(order, order, true)).toEqual([]);
  });
});

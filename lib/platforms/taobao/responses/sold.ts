/**
 * Taobao/Tmall sold list, the answer that both pages draw it from: `…/itemlist/asyncSold.htm`. Known from a dozen public programs
 * and a captured answer of its twin on the buyers' side.
 */
import { fieldsOf } from '../../reading/fields.ts';
import { orderRows } from '../../reading/row-kinds.ts';
import { listAt } from '../../responses/find-rows.ts';
import { isCall, observedCalls } from '../../responses/observed-calls.ts';
import { emptyBatch, lostBatch, rowsBatch, type ResponseReader } from '../../responses/response-reader.ts';
import { orderInData } from '../data-order.ts';

export const taobaoSoldResponse: ResponseReader = {
  platform: 'taobao',
  page: 'order-list',
  matches: (url) => isCall(observedCalls.taobaoOrders, url),
  read(value) {
    const records = listAt(value, ['mainOrders', 'data.mainOrders']);
    if (records) return rowsBatch(this, 'orders', { records, rowKind: orderRows, read: orderInData });
    const { page, mainOrders } = fieldsOf(value);
    const total = fieldsOf(page).totalNumber;
    const isEmpty = mainOrders === undefined && (total === 0 || total === '0');
    return isEmpty ? emptyBatch('taobao', 'order-list') : lostBatch('taobao', 'order-list', 'order list');
  },
};

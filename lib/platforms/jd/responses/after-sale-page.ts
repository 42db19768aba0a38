/**
 * JD after-sale list, the answer that the page draws it from: api `…serviceOrderQueryDsmService.page`. The names are those of two
 * families of public parsers; no capture is known. Gifts and the parcel of the return are not looked at.
 */
import type { AfterSale, AfterSaleStatus } from '../../../model/after-sale.ts';
import { buyerOfKey, buyerOfNick, type Buyer } from '../../../model/identity.ts';
import {
  agreed,
  certainId,
  codeIn,
  fenOfYuan,
  fieldsOf,
  instantIn,
  textIn,
  type Fields,
} from '../../reading/fields.ts';
import { ofRecord, ReadError } from '../../reading/read-error.ts';
import { afterSaleRows } from '../../reading/row-kinds.ts';
import { listAt } from '../../responses/find-rows.ts';
import { isCall, observedCalls } from '../../responses/observed-calls.ts';
import { emptyBatch, lostBatch, rowsBatch, type ResponseReader } from '../../responses/response-reader.ts';
import { caseStatusOf, endedLabels, refundCodes } from '../case-labels.ts';

const LIST_PATHS = ['data.content', 'data.list', 'data.results', 'data.result', 'data.data', 'data', 'content'];

export const jdAfterSalePageResponse: ResponseReader = {
  platform: 'jd',
  page: 'after-sale-list',
  matches: (url) => isCall(observedCalls.jdAfterSales, url),
  read(value) {
    const records = listAt(value, LIST_PATHS);
    if (records) return rowsBatch(this, 'afterSales', { records, rowKind: afterSaleRows, read: readCase });
    const isEmpty = Number(fieldsOf(fieldsOf(value).data).totalNum ?? NaN) === 0;
    return isEmpty ? emptyBatch('jd', 'after-sale-list') : lostBatch('jd', 'after-sale-list', 'case list');
  },
};

function readCase(row: Fields): AfterSale {
  const relation = fieldsOf(row.relationFacetDTO);
  const caseId = certainId(relation.afsServiceId ?? row.afsServiceId, 'case id', /^\d{6,25}$/);
  return ofRecord(caseId, () => {
    const refund = fieldsOf(row.refundFacetDTO);
    return {
      caseId,
      orderId: certainId(relation.orderId ?? row.orderId, 'order id'),
      appliedAt: instantIn(
        fieldsOf(row.serviceOrderBaseFacetDTO).afsApplyTime ?? row.afsApplyTime,
        'time of application',
      ),
      refundFen: fenOfYuan(refund.refundAmount, 'refund amount'),
      type: typeOf(row),
      status: statusOf(row, refund),
      reason: reasonOf(row),
      buyer: buyerOf(row),
    };
  });
}

function typeOf(row: Fields): string | null {
  // "Except" is the platform's own spelling.
  const expected = fieldsOf(row.customerExceptFacetDTO ?? row.customerExpectFacetDTO);
  return textIn(expected.customerExpectName).slice(0, 40) || null;
}

/** What the case itself says, the finer word first; then the refund. That money was paid back must not be said and denied. */
function statusOf(row: Fields, refund: Fields): AfterSaleStatus {
  const state = fieldsOf(row.serviceOrderStatusFacetDTO);
  const ofCase = [state.serviceOrderSubStateName, row.afsStatusTitle, state.serviceOrderMainStateName]
    .map(textIn)
    .filter((text) => text !== '');
  const ofRefund = textIn(refund.refundStatusName);
  if (ofCase.length === 0 && ofRefund === '' && codeIn(refund.refundStatus) === '') throw new ReadError('case status');
  const states = ofCase.filter((text) => !endedLabels.has(text));
  const byText = states.map(caseStatusOf).find((status) => status !== 'unknown') ?? null;
  const paidBack = refundStatusOf(ofRefund, refund.refundStatus);
  const isSaid = byText === 'refunded' || paidBack === 'refunded';
  if (byText !== null && paidBack !== null && isSaid && byText !== paidBack)
    throw new ReadError('case status (several differ)');
  if (byText !== null) return byText;
  if (paidBack !== null) return paidBack;
  return ofCase.some((text) => endedLabels.has(text)) ? 'closed' : 'unknown';
}

function refundStatusOf(name: string, code: unknown): AfterSaleStatus | null {
  const byName = name === '' ? 'unknown' : caseStatusOf(name);
  const byCode = Object.hasOwn(refundCodes, codeIn(code)) ? refundCodes[codeIn(code)]! : null;
  return agreed(
    [byName === 'unknown' ? null : byName, name === '' || byName !== 'unknown' ? byCode : null],
    'case status',
  );
}

function reasonOf(row: Fields): string | null {
  const { afsReasons } = fieldsOf(fieldsOf(row.customerApplyFacetDTO).applyReasonFacetDTO);
  const reasons = (Array.isArray(afsReasons) ? afsReasons : [afsReasons]).map(textIn).filter((text) => text !== '');
  return reasons.join('、').slice(0, 200) || null;
}

/** Where the account stands is known by name alone: on the record, or on one of its parts. */
function buyerOf(row: Fields): Buyer {
  const parts = [row, ...Object.values(row).map(fieldsOf)];
  const pins = parts.flatMap(({ customerPin, afsApplyPin }) => [customerPin, afsApplyPin].map(textIn));
  const pin = agreed(
    pins.map((text) => text || null),
    'buyer',
  );
  return pin === null ? buyerOfNick(null) : buyerOfKey(pin);
}

/**
 * Taobao/Tmall refund list, the answer that the console draws it from: mtop `…disputelistv2` (and `…disputelist`). No capture is known;
 * the names are those of public programs, some of one alone. Whether amounts are in yuan or in fen is told by nobody, so they are taken
 * where a point in one of them shows that they are yuan.
 */
import type { AfterSale, AfterSaleStatus } from '../../../model/after-sale.ts';
import { isMask, type Buyer } from '../../../model/identity.ts';
import type { Fen } from '../../../model/money.ts';
import {
  agreed,
  certainId,
  codeIn,
  fenOfYuan,
  fieldsOf,
  idIn,
  instantIn,
  isNone,
  textIn,
  type Fields,
} from '../../reading/fields.ts';
import { ofRecord, ReadError } from '../../reading/read-error.ts';
import { afterSaleRows } from '../../reading/row-kinds.ts';
import { listAt, listBySign } from '../../responses/find-rows.ts';
import { isCall, observedCalls } from '../../responses/observed-calls.ts';
import { lostBatch, rowsBatch, type ResponseReader } from '../../responses/response-reader.ts';
import { taobaoCaseCodes, taobaoCaseStatusOf, taobaoCaseTypes } from '../after-sale-labels.ts';
import { buyerInData } from '../data-values.ts';

const LIST_PATHS = ['data.resultData.disputeGridVOList', 'data.disputeGridVOList', 'resultData.disputeGridVOList'];

export const taobaoDisputesResponse: ResponseReader = {
  platform: 'taobao',
  page: 'after-sale-list',
  matches: (url) => isCall(observedCalls.taobaoAfterSales, url),
  read(value) {
    const records = listAt(value, LIST_PATHS) ?? listBySign(value, (record) => 'disputeBodyVO' in record);
    if (!records) return lostBatch('taobao', 'after-sale-list', 'case list');
    const isYuan = records.some((record) => amountsOf(fieldsOf(record)).some(hasPoint));
    return rowsBatch(this, 'afterSales', {
      records,
      rowKind: afterSaleRows,
      read: (record) => readCase(record, isYuan),
    });
  },
};

function amountsOf(row: Fields): unknown[] {
  const { refundFee, buyerActualFee } = fieldsOf(row.disputeBodyVO);
  return [refundFee, row.refundFee, buyerActualFee, row.buyerActualFee, row.transactionAmount].filter(
    (amount) => !isNone(amount),
  );
}

/** Also with a sign before it: nobody writes ¥ before fen. */
function hasPoint(amount: unknown): boolean {
  return typeof amount === 'number' ? !Number.isInteger(amount) : /^[¥￥]|元$|\.\d{1,2}$/.test(textIn(amount));
}

function readCase(row: Fields, isYuan: boolean): AfterSale {
  const body = fieldsOf(row.disputeBodyVO);
  const named = [row.disputeId, row.disputeIdStr, row.refundId, body.disputeId].map(caseIdIn);
  const caseId = agreed(named, 'case id') ?? caseIdIn(row.id);
  if (caseId === null) throw new ReadError('case id');
  return ofRecord(caseId, () => ({
    caseId,
    orderId: certainId(row.bizOrderId ?? row.mainOrderId ?? row.tradeId ?? body.bizOrderId, 'order id', /^\d{15,20}$/),
    appliedAt: instantIn(row.applyDateTime ?? row.applyTime ?? body.applyDateTime, 'time of application'),
    refundFen: refundOf(row, body, isYuan),
    type: typeOf(row),
    status: statusOf(row),
    reason: textIn(row.refundReason ?? body.refundReason).slice(0, 200) || null,
    buyer: buyerOf(row),
  }));
}

function caseIdIn(value: unknown): string | null {
  return idIn(value, 'case id', /^\d{6,25}$/);
}

function refundOf(row: Fields, body: Fields, isYuan: boolean): Fen | null {
  const said = [body.refundFee, row.refundFee].filter((amount) => !isNone(amount));
  if (said.length === 0) return null;
  if (!isYuan && said.some((amount) => Number(amount) !== 0)) throw new ReadError('refund amount (yuan or fen)');
  return agreed(
    said.map((amount) => fenOfYuan(amount, 'refund amount')),
    'refund amount',
  );
}

function typeOf(row: Fields): string | null {
  const text = [row.disputeTypeDesc, row.bizClaimTypeDesc, row.disputeType, row.bizClaimType]
    .map(textIn)
    .find((word) => word !== '' && !/^\d+$/.test(word));
  if (text === undefined) return null;
  if (Object.hasOwn(taobaoCaseTypes, text)) return taobaoCaseTypes[text]!;
  return /[\u4e00-\u9fff]/.test(text) ? text.slice(0, 40) : null;
}

/** The text counts; the code is held against it, and stands in only where there is no text. */
function statusOf(row: Fields): AfterSaleStatus {
  const words = [row.statusDesc, row.statusText, row.refundStatusDesc, row.refundStatus].map(codeIn);
  const codes = words.flatMap((word) => (Object.hasOwn(taobaoCaseCodes, word) ? [taobaoCaseCodes[word]!] : []));
  const texts = words.filter((word) => /[\u4e00-\u9fff]/.test(word));
  if (words.every((word) => word === '')) throw new ReadError('case status');
  const known = texts.map(taobaoCaseStatusOf).filter((status) => status !== 'unknown');
  if (texts.length > 0 && known.length === 0) return 'unknown';
  return agreed([...known, ...codes], 'case status') ?? 'unknown';
}

/** A nick where the answer has one; a full one is probable, a mask nobody in particular. */
function buyerOf(row: Fields): Buyer {
  const buyer = fieldsOf(row.buyer ?? row.buyerVO);
  const nick = textIn(buyer.nick ?? row.buyerNick ?? buyer.buyerNick);
  const encodeId = textIn(buyer.encodeId ?? row.buyerEncodeId);
  return buyerInData({ nick: nick || null, encodeId: isMask(encodeId) ? null : encodeId || null }, null);
}

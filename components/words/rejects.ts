/** What could not be read, in the words of the page. */
import { t, type MessageKey } from '../../lib/browser/i18n.ts';
import type { Reject } from '../../lib/model/capture.ts';

const names: Readonly<Record<string, MessageKey>> = {
  'order id': 'field_orderId',
  orderId: 'field_orderId',
  'order time': 'field_orderTime',
  placedAt: 'field_orderTime',
  'payment time': 'field_paymentTime',
  'order status': 'field_orderStatus',
  amount: 'field_amount',
  amountFen: 'field_amount',
  freight: 'field_freight',
  buyer: 'field_buyer',
  'order lines': 'field_orderLines',
  'item title': 'field_itemTitle',
  'item quantity': 'field_itemQuantity',
  'unit price': 'field_unitPrice',
  'sku id': 'field_skuId',
  answer: 'field_answer',
  'case id': 'field_caseId',
  caseId: 'field_caseId',
  'refund amount': 'field_refund',
  refundFen: 'field_refund',
  'case status': 'field_caseStatus',
  'time of application': 'field_appliedAt',
  appliedAt: 'field_appliedAt',
  reason: 'field_reason',
  type: 'field_caseType',
  rating: 'field_rating',
  'review text': 'field_reviewText',
  'time of the review': 'field_ratedAt',
  ratedAt: 'field_ratedAt',
  'coupon name': 'field_couponName',
  'face value': 'field_faceValue',
  faceValueFen: 'field_faceValue',
  threshold: 'field_threshold',
  thresholdFen: 'field_threshold',
  'limit per person': 'field_personLimit',
  personLimit: 'field_personLimit',
  'time of use': 'field_usage',
  'coupon status': 'field_couponStatus',
  'paid amount': 'field_paidAmount',
  refund: 'field_refund',
  'time of the request': 'field_appliedAt',
  'article id': 'field_skuId',
  'article id or title': 'field_articleOrTitle',
  cost: 'field_cost',
  order: 'field_order',
  'buyer key': 'field_buyerKey',
  'number of purchases': 'field_tradeCount',
  tradeCount: 'field_tradeCount',
  'amount of purchases': 'field_tradeAmount',
  tradeFen: 'field_tradeAmount',
  'last purchase': 'field_lastTrade',
  lastTradeAt: 'field_lastTrade',
};

const remarks: Readonly<Record<string, MessageKey>> = {
  'said twice and differently': 'field_saidTwice',
  'several differ': 'field_severalDiffer',
  'which of several': 'field_whichOfSeveral',
  'page and data differ': 'field_pageAndDataDiffer',
  'page and response differ': 'field_pageAndResponseDiffer',
  'cannot be decoded': 'field_undecodable',
  rounded: 'field_rounded',
  'yuan or fen': 'field_yuanOrFen',
  'digits lost in a spreadsheet': 'field_digitsLost',
  'rows of one order differ': 'field_rowsDiffer',
  'its rows do not stand together': 'field_rowsApart',
  'still to come': 'field_toCome',
  'belongs to another shop': 'field_otherShop',
  'its customer is forgotten': 'field_forgotten',
  'not known yet: import the orders first': 'field_orderFirst',
};

/** Values that stand on the page in a form of their own. */
const misshapen: readonly (readonly [RegExp, MessageKey])[] = [
  [/^expected an amount/, 'field_amount'],
  [/^(?:expected a time|no such time)/, 'field_orderTime'],
];

/** A counter of the home page, by the platform's own words. */
const COUNTER = /^counter (\S+)$/;
const OTHER_SHOP = /^order (…\d{4}) belongs to another shop$/;

/** "amount (several differ)", row 3 -> "第 3 行：金额（几处不一致）". A name that no table knows is shown as it came. */
export function rejectText({ what, row }: Reject): string {
  return row === undefined ? nameText(what) : t('rejectInRow', row, nameText(what));
}

function nameText(what: string): string {
  const shape = misshapen.find(([pattern]) => pattern.test(what));
  if (shape) return t('fieldWithRemark', t(shape[1]), t('field_notUnderstood'));
  const tail = OTHER_SHOP.exec(what)?.[1];
  if (tail) return t('rejectOtherShop', tail);
  const counter = COUNTER.exec(what)?.[1];
  if (counter) return t('rejectCounter', counter);
  const [, name = what, remark = ''] = /^(.*?)(?: \((.*)\))?$/.exec(what) ?? [];
  const key = names[name];
  const remarkKey = remarks[remark];
  const digits = /^(\d+) digits$/.exec(remark)?.[1];
  const field = key ? t(key) : name;
  return remark === ''
    ? field
    : t('fieldWithRemark', field, remarkKey ? t(remarkKey) : digits ? t('field_digits', digits) : remark);
}

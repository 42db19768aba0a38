/** What the pages of one order write before their values. */
import { taobaoStatusOf } from './status-labels.ts';

/** Labels of the order's number, as the old pages' data names it. */
export const orderIdName = /^订单(?:号|编号)\s*[:：]?$/;
export const placedName = /^(?:创建时间|下单时间|拍下时间|成交创建时间)\s*[:：]?$/;
export const paidName = /^(?:付款时间|支付时间)\s*[:：]?$/;

const TIME = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?(?![\d:])/;
const NUMBER = /\d{15,20}(?!\d)/;

/** A label of a page and how the value behind it begins. */
export interface LabelledValue {
  label: string;
  shape: RegExp;
  /** Where the value may be words of any kind: whether words that stand below the label, and not beside it, are its value. */
  knows?: (text: string) => boolean;
}
export const orderIdLabel: LabelledValue = { label: '订单号|订单编号', shape: NUMBER };
export const placedLabel: LabelledValue = { label: '创建时间|下单时间|拍下时间', shape: TIME };
export const paidLabel: LabelledValue = { label: '付款时间|支付时间', shape: TIME };
export const statusLabel: LabelledValue = {
  label: '订单状态',
  shape: /\S.*/,
  knows: (text) => taobaoStatusOf(text) !== 'unknown',
};
/** `w**`: how the console shows a nick. */
export const MASKED_NICK = /^[^\s*＊\d]{1,2}[*＊]{2,}[^\s*＊\d]?$/u;
export const buyerLabel: LabelledValue = {
  label: '买家|买家昵称|买家旺旺|买家会员名|买家账号|会员名|旺旺名',
  shape: /\S+/,
  knows: (text) => MASKED_NICK.test(text),
};

/** Steps of the bar above an old Tmall order, with the time of each. */
export const placedStep = /^(?:\d\.\s*)?(?:买家下单|拍下商品|买家拍下|提交订单)$/;
export const paidStep = /^(?:\d\.\s*)?(?:买家付款|付款)$/;

/** What an amount of the whole order is: its label without the colon and without what stands in brackets. */
export type AmountName = 'received' | 'total' | 'goods' | 'freight';
const amountNames: readonly [RegExp, AmountName][] = [
  [/^(?:实收款|应收款|应收款\/实收款|实收金额)$/, 'received'],
  [/^(?:订单总价|订单总额|订单金额)$/, 'total'],
  [/^(?:商品总价|商品总额|商品金额)$/, 'goods'],
  [/^(?:含?(?:快递|运费|邮费|EMS|平邮)|运费快递|快递运费)$/, 'freight'],
];

/** What the amount behind a label is; null for one that no table knows (店铺优惠). */
export function amountNameOf(label: string): AmountName | null {
  const plain = label.replace(/[\s:：()（）]|元$/g, '');
  const short = label.replace(/[(（].*$/, '').replace(/[\s:：]/g, '');
  return amountNames.find(([name]) => name.test(plain) || name.test(short))?.[1] ?? null;
}

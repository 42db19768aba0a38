/** What JD's page of one order writes before its values, and beside its lines. Longer labels stand before those they begin with. */
import type { ItemAfterSale } from '../../model/order.ts';

/** Labels of one value: any of them may name it. */
export type Labels = readonly string[];

export const orderIdLabels: Labels = ['订单编号', '订单号'];
export const placedLabels: Labels = ['下单时间'];
export const paidLabels: Labels = ['付款时间', '支付时间', '付款确认时间'];
export const statusLabels: Labels = ['订单状态', '当前状态'];

/** Labels of the buyer's account. */
export const accountLabels: Labels =
  '下单帐号 下单账号 用户帐号 用户账号 客户帐号 客户账号 买家帐号 买家账号 用户名 咚咚号 用户pin 客户pin 买家pin pin PIN'.split(
    ' ',
  );

/** These may stand before a person's name as well: behind them only what is written as an account is one. */
export const personLabels: Labels = ['客户', '买家'];

/** What the buyer pays for the whole order, freight included. */
export const amountLabels: Labels =
  '商家应收 应收金额 应收款 应收 实收金额 实收款 实收 实付金额 实付款 实付 应付金额 应付总额 应付款 应付 应支付金额 订单应付'.split(
    ' ',
  );
export const goodsLabels: Labels = ['商品总额', '商品总价', '商品金额', '商品总金额', '货款总额'];
export const freightLabels: Labels = ['运费金额', '运费', '快递费'];

/** All that was taken off, in one figure. */
export const discountLabels: Labels = ['优惠总额', '优惠总金额', '总优惠', '优惠合计', '优惠金额', '优惠'];
/** The parts of it. */
export const discountPartLabels: Labels =
  '商家优惠 店铺优惠 平台优惠 促销优惠 商品优惠 运费优惠 优惠券 东券 京券 京豆 红包 满减 立减 会员优惠 京豆抵扣 支付优惠'.split(
    ' ',
  );

/** What stands where a value is still to come. */
export const NO_VALUE = /^(?:[-—–/]+|暂无|无|未付款|未支付)$/;

/** A text that is the name of some value, whichever: no account and no state. */
export const LIKE_A_LABEL =
  /[:：]$|(?:时间|方式|[帐账]号|金额|总额|编号|状态|备注|留言|等级|渠道|类型|来源|姓名|电话|手机|地址|发票|公司|单号|仓库|标签|信息|运费|优惠)$/;

/** Captions of a table of lines. */
export const priceCaptions = /^(?:单价|京东价|商品单价|价格|成交单价)(?:[(（]元[)）])?$/;
export const quantityCaptions = /^(?:数量|商品数量|订购数量|购买数量)$/;
/** Words before an amount of a line that is no price of one piece. */
export const NOT_A_UNIT_PRICE = /^(?:小计|合计|总价|总计|优惠.*|实付.*|应付.*|实收.*|应收.*|分摊.*|金额|退款.*)$/;

/** What a line says of its after-sale service; a text that is not here says nothing. */
export const afterSaleLabels: Readonly<Record<string, ItemAfterSale>> = {
  售后中: 'requested',
  退款中: 'requested',
  退货中: 'requested',
  审核中: 'requested',
  商家处理中: 'requested',
  商家同意: 'requested',
  退款成功: 'refunded',
  已退款: 'refunded',
  已取消: 'cancelled',
  商品已取消: 'cancelled',
  退款关闭: 'none',
  已撤销: 'none',
  商家拒绝: 'none',
};

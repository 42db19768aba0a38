/** What Taobao's gateways answer to the lists of refunds and coupons, out of a generated shop. Pure. */
import { DAY_MS, dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';
import type { DemoItem, DemoOrder, DemoShop } from '../shop/demo-shop.ts';
import { plainAmount, platformTime } from './platform-text.ts';

export interface RefundRecord {
  disputeId: string;
  bizOrderId: string;
  itemTitle: string;
  buyerNick: string;
  bizClaimType: string;
  refundReason: string;
  applyDateTime: string;
  statusDesc: string;
  disputeBodyVO: { refundFee: string; buyerActualFee: string };
}

export interface CouponRecord {
  templateCode: string;
  name: string;
  threshold: string;
  personLimit: number;
  startTime: string;
  endTime: string;
  totalCount: number;
  applyCount: number;
  statusDesc: { label: string };
}

const reasons = ['不喜欢/不想要', '质量问题', '颜色/款式与描述不符', '少件/漏发'];
const LISTED = 20;

/** The newest cases: of every line that asks, or was paid back. */
export function refundList(shop: DemoShop): { data: { resultData: { disputeGridVOList: RefundRecord[] } } } {
  const lines = shop.orders.flatMap((order) => order.items.map((item, index) => ({ order, item, index })));
  const cases = lines.filter(({ item }) => item.afterSale === 'requested' || item.afterSale === 'refunded');
  const records = cases.slice(0, LISTED).map(({ order, item, index }) => refundRecord(shop, order, item, index));
  return { data: { resultData: { disputeGridVOList: records } } };
}

function refundRecord(shop: DemoShop, order: DemoOrder, item: DemoItem, index: number): RefundRecord {
  const isOpen = item.afterSale === 'requested';
  return {
    disputeId: `30${order.orderId.slice(4, 15)}${index}`,
    bizOrderId: order.orderId,
    itemTitle: item.title,
    buyerNick: shop.buyers[order.buyerIndex]!.mask,
    bizClaimType: item.product % 2 === 0 ? '仅退款' : '退货退款',
    refundReason: reasons[item.product % reasons.length]!,
    applyDateTime: platformTime(Math.min(order.placedAt + 2 * DAY_MS, shop.untilMs)),
    statusDesc: isOpen ? '买家已经申请退款，等待卖家同意' : '退款成功',
    disputeBodyVO: {
      refundFee: plainAmount((item.unitPriceFen ?? 0) * item.quantity),
      buyerActualFee: plainAmount(order.amountFen),
    },
  };
}

/** Coupons that run around the end of the shop's time, and one that has ended. */
export function couponList({ untilMs }: DemoShop): { model: { dataList: CouponRecord[] } } {
  const day = (offset: number) => formatDay(dayOf(untilMs) + offset);
  const coupon = (code: number, name: string, threshold: string, from: number, to: number, label: string) => ({
    templateCode: String(7_110_000_005_000 + code),
    name,
    threshold,
    personLimit: 1,
    startTime: `${day(from)} 00:00:00`,
    endTime: `${day(to)} 23:59:59`,
    totalCount: 2000,
    applyCount: label === '已结束' ? 2000 : 412,
    statusDesc: { label },
  });
  return {
    model: {
      dataList: [
        coupon(1, '老客回馈', '满50减20', -10, 20, '领取中'),
        coupon(2, '首次复购', '满80减15', -10, 20, '领取中'),
        coupon(3, '换季', '满199减30', -60, -30, '已结束'),
      ],
    },
  };
}

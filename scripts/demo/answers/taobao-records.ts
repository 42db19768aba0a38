/** An order as Taobao's sold list answers it, reduced to what the lists show. */
import type { DemoBuyer, DemoItem, DemoOrder } from '../shop/demo-shop.ts';
import { plainAmount, platformTime } from './platform-text.ts';
import { productImage } from './product-image.ts';

export interface TaobaoOrderRecord {
  id: string;
  orderInfo: { id: string; createTime: string; createDay: string; b2C: boolean };
  /** `id` is left out where the console asks for masked nicks. */
  buyer: { nick: string; id?: number; guestUser: boolean };
  payInfo: { actualFee: string; postType: string };
  statusInfo: { text: string; type: string; url: string };
  extra: {
    sellerFlag: number;
    tradeStatus: string;
    currency: 'CNY';
    currencySymbol: '￥';
    bizType: number;
    finish: boolean;
    id: number;
  };
  subOrders: TaobaoItemRecord[];
}

export interface TaobaoItemRecord {
  /** Rounded by JSON, as on the real page: never a key. */
  id: number;
  idStr: string;
  quantity: string;
  priceInfo: { original?: string; realTotal: string };
  itemInfo: {
    id: number;
    title: string;
    pic: string;
    itemUrl: string;
    skuText: { name: string; value: string }[];
    extra: { name: string; value: string }[];
  };
  operations: { text: string; style: string; type: string }[];
}

const statuses: Record<DemoOrder['status'], readonly [text: string, code: string]> = {
  unpaid: ['等待买家付款', 'WAIT_BUYER_PAY'],
  paid: ['买家已付款', 'WAIT_SELLER_SEND_GOODS'],
  onHold: ['买家已付款', 'PAID_FORBID_CONSIGN'],
  shipped: ['卖家已发货', 'WAIT_BUYER_CONFIRM_GOODS'],
  completed: ['交易成功', 'TRADE_FINISHED'],
  cancelled: ['交易关闭', 'TRADE_CLOSED'],
  unknown: ['', ''],
};

const afterSaleOperations: Record<DemoItem['afterSale'], readonly { text: string; style: string; type: string }[]> = {
  none: [],
  requested: [{ text: '请卖家处理', style: 't12', type: 'operation' }],
  refunded: [{ text: '退款成功', style: 't16', type: 'operation' }],
  cancelled: [{ text: '已取消', style: 't0', type: 'operation' }],
};

/** @param isHidden the nick is masked and the uid left out, as in the new console */
export function taobaoOrderRecord(order: DemoOrder, buyer: DemoBuyer, isHidden: boolean): TaobaoOrderRecord {
  const [text, tradeStatus] = statuses[order.status];
  const createTime = platformTime(order.placedAt);
  return {
    id: order.orderId,
    orderInfo: { id: order.orderId, createTime, createDay: createTime.slice(0, 10), b2C: true },
    buyer: isHidden
      ? { nick: buyer.mask, guestUser: false }
      : { nick: buyer.name, id: Number(buyer.uid), guestUser: false },
    payInfo: { actualFee: plainAmount(order.amountFen), postType: `(含快递:￥${plainAmount(order.freightFen)})` },
    statusInfo: {
      text,
      type: 't0',
      url: `//trade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=${order.orderId}`,
    },
    extra: {
      sellerFlag: order.amountFen >= 60_000 ? 1 : 0,
      tradeStatus,
      currency: 'CNY',
      currencySymbol: '￥',
      bizType: 200,
      finish: order.status === 'completed',
      id: Number(order.orderId),
    },
    subOrders: order.items.map((item, index) => itemRecord(order, item, index)),
  };
}

function itemRecord(order: DemoOrder, item: DemoItem, index: number): TaobaoItemRecord {
  const idStr = order.items.length === 1 ? order.orderId : subOrderId(order.orderId, index);
  return {
    id: Number(idStr),
    idStr,
    quantity: String(item.quantity),
    priceInfo: {
      ...(item.listPriceFen === null ? {} : { original: plainAmount(item.listPriceFen) }),
      realTotal: plainAmount(item.unitPriceFen ?? 0),
    },
    itemInfo: {
      id: 660_000_000_000 + item.product * 7919,
      title: item.title,
      pic: productImage(item.product),
      itemUrl: `//trade.taobao.com/trade/detail/tradeSnap.htm?tradeID=${idStr}&snapShot=true`,
      skuText: [item.spec],
      extra: [{ name: '商家编码', value: item.outerCode }],
    },
    operations: [...afterSaleOperations[item.afterSale], { text: '申请售后', style: 't0', type: 'operation' }],
  };
}

/** Lines of one order have numbers of their own that end like the order's. */
function subOrderId(orderId: string, index: number): string {
  const middle = Number(orderId.slice(10, 13));
  return `${orderId.slice(0, 10)}${String((middle + index + 1) % 1000).padStart(3, '0')}${orderId.slice(13)}`;
}

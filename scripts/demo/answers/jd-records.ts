/** An order as JD's order list answers it, reduced to what the list shows. */
import type { DemoBuyer, DemoOrder } from '../shop/demo-shop.ts';
import { productImage } from './product-image.ts';

export interface JdOrderRecord {
  orderId: string;
  orderType: number;
  /** Epoch ms. */
  orderCreateTime: number;
  paymentConfirmTime?: number;
  userPin: string;
  remark?: string;
  skuTotalNum: number;
  orderItems: JdItemRecord[];
  orderConsigneeInfo: { consName: string; consMobilePhone: string; consAddress: string };
  /** Yuan. */
  orderPaymentInfo: {
    shouldPay: number;
    receivables?: number;
    freight: number;
    paymentType: number;
    paymentTypeName: string;
  };
  orderStatusInfo: { orderStatus?: number; orderStatusName: string; orderStatusDesc: string; pauseReason?: string };
  orderPromiseInfo: { promiseShipDate?: number };
  orderSpecialViews: { id: number; name: string; tips: [] }[];
  orderVenderRemark?: { remark: string; level: number; levelDesc: string };
  logisticsInfoList?: { logiCoprId: string }[];
  orderLatestTrackInfo?: { logiCoprId: string; logiCoprName: string; packageNum: number };
}

export interface JdItemRecord {
  skuId: string;
  skuName: string;
  /** Yuan: the deal price of one piece. */
  jdPrice: number;
  /** Yuan: our own addition, the captured records carry no struck-through price. */
  linePrice?: number;
  num: number;
  itemId: string;
  saleAttributes: string;
  imgUrl: string;
  skuUrl: string;
}

/** The numeric code of 已完成 is not known, so that status goes without one. */
const jdStatuses: Record<Exclude<DemoOrder['status'], 'unknown'>, JdOrderRecord['orderStatusInfo']> = {
  unpaid: { orderStatus: 2, orderStatusName: '待付款', orderStatusDesc: '等待买家付款' },
  onHold: {
    orderStatus: 5,
    orderStatusName: '暂停',
    orderStatusDesc: '订单暂停',
    pauseReason: '未到消费者主动预约送货时间',
  },
  paid: { orderStatus: 8, orderStatusName: '待出库', orderStatusDesc: '买家已付款，待商家发货' },
  shipped: { orderStatus: 16, orderStatusName: '已出库', orderStatusDesc: '商品已出库，待买家确认' },
  completed: { orderStatusName: '已完成', orderStatusDesc: '订单已完成' },
  cancelled: { orderStatus: 29, orderStatusName: '已取消', orderStatusDesc: '订单已取消' },
};

const SHIP_WITHIN_MS = 48 * 3_600_000;

export function jdOrderRecord(order: DemoOrder, buyer: DemoBuyer): JdOrderRecord {
  const status = jdStatuses[order.status === 'unknown' ? 'onHold' : order.status];
  const isWaiting = order.status === 'paid' && order.paidAt !== null;
  return {
    orderId: order.orderId,
    orderType: 22,
    orderCreateTime: order.placedAt,
    ...(order.paidAt === null ? {} : { paymentConfirmTime: order.paidAt }),
    userPin: buyer.name,
    ...(order.remark === '' ? {} : { remark: order.remark }),
    skuTotalNum: order.items.reduce((sum, item) => sum + item.quantity, 0),
    orderItems: order.items.map((item) => ({
      skuId: item.skuId ?? '',
      skuName: item.title,
      jdPrice: (item.unitPriceFen ?? 0) / 100,
      ...(item.listPriceFen === null ? {} : { linePrice: item.listPriceFen / 100 }),
      num: item.quantity,
      itemId: item.outerCode,
      saleAttributes: JSON.stringify([{ dim: 1, saleName: item.spec.name, saleValue: item.spec.value, sequenceNo: 1 }]),
      imgUrl: productImage(item.product),
      skuUrl: `//item.jd.com/${item.skuId}.html`,
    })),
    orderConsigneeInfo: {
      consName: buyer.receiver.name,
      consMobilePhone: buyer.receiver.phone,
      consAddress: `${buyer.receiver.region}**********`,
    },
    orderPaymentInfo: {
      shouldPay: order.amountFen / 100,
      ...(order.paidAt === null ? {} : { receivables: order.amountFen / 100 }),
      freight: order.freightFen / 100,
      paymentType: 4,
      paymentTypeName: '在线支付',
    },
    orderStatusInfo: status,
    orderPromiseInfo: isWaiting ? { promiseShipDate: order.paidAt! + SHIP_WITHIN_MS } : {},
    orderSpecialViews: Number(order.orderId.at(-1)) < 3 ? [{ id: 28, name: 'JDL京东物流', tips: [] }] : [],
    ...(order.amountFen >= 60_000
      ? { orderVenderRemark: { remark: '大单，出库前再核对一遍', level: 3, levelDesc: '三级' } }
      : {}),
    ...parcelOf(order),
  };
}

/** The numbers of the companies are our own, but for JD's. */
const carriers = [
  { logiCoprId: '2087', logiCoprName: '京东快递' },
  { logiCoprId: '9001', logiCoprName: '中通快递' },
  { logiCoprId: '9002', logiCoprName: '韵达快递' },
] as const;

function parcelOf({
  orderId,
  shippedAt,
}: DemoOrder): Pick<JdOrderRecord, 'logisticsInfoList' | 'orderLatestTrackInfo'> {
  if (shippedAt === null) return {};
  const carrier = carriers[Number(orderId.at(-1)) % carriers.length]!;
  return {
    logisticsInfoList: [{ logiCoprId: carrier.logiCoprId }],
    orderLatestTrackInfo: { ...carrier, packageNum: 1 },
  };
}

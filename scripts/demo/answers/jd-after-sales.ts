/** After-sale cases as JD's list answers them, reduced to what the list shows, and the counters of the home page. */
import { homeCounters } from '../../../lib/platforms/jd/home-counters.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import type { DemoItem, DemoOrder, DemoShop } from '../shop/demo-shop.ts';

export interface JdCaseRecord {
  relationFacetDTO: { afsServiceId: string; orderId: string };
  serviceOrderBaseFacetDTO: { afsApplyTime: number };
  refundFacetDTO: { refundAmount: number; refundStatusName?: string };
  customerExceptFacetDTO: { customerExpectName: string };
  customerApplyFacetDTO: { applyReasonFacetDTO: { afsReasons: string } };
  serviceOrderStatusFacetDTO: { serviceOrderSubStateName: string };
  wareFacetDTOList: { wareName: string; wareNum: number; wareTypeName: string }[];
  customerPin: string;
}
export interface JdCasePage {
  totalNum: string;
  content: JdCaseRecord[];
}
export interface JdHomeDisplay {
  realSchedules: { id: number; data: { id: number; value: string }[] }[];
}

/** The list shows three months. */
const LISTED_MS = 92 * DAY_MS;
const reasons = ['七天无理由', '商品与描述不符', '收到商品少件', '商品质量问题', '不喜欢/不想要'];

type Pair = readonly [DemoOrder, DemoItem];

function itemsInCases(shop: DemoShop): Pair[] {
  return shop.orders
    .filter(({ placedAt, status }) => placedAt >= shop.untilMs - LISTED_MS && status !== 'cancelled')
    .flatMap((order) => order.items.map((item): Pair => [order, item]))
    .filter(([, { afterSale }]) => afterSale === 'requested' || afterSale === 'refunded');
}

/** @param tabCode `waitAudit` for those that wait, anything else for all */
export function casePage(body: string, shop: DemoShop): JdCasePage {
  const { request }: { request: { data: { tabCode: string; pageIndex: number; pageSize: number } } } = JSON.parse(body);
  const { tabCode, pageIndex, pageSize } = request.data;
  const kept = itemsInCases(shop).filter(([, { afterSale }]) => tabCode !== 'waitAudit' || afterSale === 'requested');
  const page = kept.slice((pageIndex - 1) * pageSize, pageIndex * pageSize);
  return { totalNum: String(kept.length), content: page.map((pair) => caseRecord(pair, shop)) };
}

function caseRecord([order, item]: Pair, shop: DemoShop): JdCaseRecord {
  const isOpen = item.afterSale === 'requested';
  const line = order.items.indexOf(item);
  const place = Number(order.orderId.slice(-3));
  return {
    relationFacetDTO: { afsServiceId: `4${line}${order.orderId.slice(-8)}`, orderId: order.orderId },
    serviceOrderBaseFacetDTO: {
      afsApplyTime: Math.min((order.shippedAt ?? order.placedAt) + 3 * DAY_MS, shop.untilMs),
    },
    refundFacetDTO: {
      refundAmount: ((item.unitPriceFen ?? 0) * item.quantity) / 100,
      ...(isOpen ? {} : { refundStatusName: '退款成功' }),
    },
    customerExceptFacetDTO: { customerExpectName: place % 3 === 0 ? '未收货退款' : '退货退款' },
    customerApplyFacetDTO: { applyReasonFacetDTO: { afsReasons: reasons[place % reasons.length]! } },
    serviceOrderStatusFacetDTO: { serviceOrderSubStateName: isOpen ? '待审核' : '完成' },
    wareFacetDTOList: [{ wareName: item.title, wareNum: item.quantity, wareTypeName: '主商品' }],
    customerPin: shop.buyers[order.buyerIndex]!.name,
  };
}

const SHIP_WITHIN_MS = 2 * DAY_MS;

export function homeDisplay(shop: DemoShop): JdHomeDisplay {
  const counts: Readonly<Record<string, number>> = {
    casesToAudit: itemsInCases(shop).filter(([, { afterSale }]) => afterSale === 'requested').length,
    shippingOverdue: shop.orders.filter(
      ({ status, paidAt }) => status === 'paid' && paidAt !== null && paidAt + SHIP_WITHIN_MS < shop.untilMs,
    ).length,
  };
  const data = homeCounters.map(({ counterId, jdId }) => ({ id: jdId, value: String(counts[counterId] ?? 0) }));
  return { realSchedules: [{ id: 101, data }] };
}

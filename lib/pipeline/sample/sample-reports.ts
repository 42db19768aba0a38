/** The sample shop as its pages would report it, all days counted back from now. */
import { buyerOfKey } from '../../model/identity.ts';
import type { PageReport } from '../../model/capture.ts';
import type { Order } from '../../model/order.ts';
import type { Platform } from '../../model/platform.ts';
import type { SampleShop } from '../../model/sample-shop.ts';
import { DAY_MS } from '../../model/shanghai-time.ts';

/** Of so many orders a page of the list has. */
const PAGE_SIZE = 50;
const FIRST_ORDER_ID = 8_800_000_000_000_000;
const HOUR_MS = 3_600_000;

/** Order lists, newest first, and last the list of after-sale cases. @param now epoch ms */
export function sampleReports(shop: SampleShop, now: number): (PageReport & { platform: Platform })[] {
  const orders = ordersOf(shop, now).toSorted((a, b) => b.placedAt - a.placedAt);
  const pages = Array.from({ length: Math.ceil(orders.length / PAGE_SIZE) }, (_, page) =>
    orders.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
  );
  const troubled = orders.filter(({ items }) => items.some(({ afterSale }) => afterSale === 'requested'));
  const base = {
    platform: 'jd',
    observedAt: now,
    shopHints: [{ kind: 'account', value: shop.account }],
    orders: [],
    afterSales: [],
    reviews: [],
    coupons: [],
    members: [],
    counters: [],
    orderIds: [],
    chat: null,
    rejects: [],
  } satisfies Partial<PageReport>;
  return [
    ...pages.map((of) => ({
      ...base,
      page: 'order-list' as const,
      orders: of,
      orderIds: of.map(({ orderId }) => orderId),
      health: { rows: of.length, read: of.length },
    })),
    {
      ...base,
      page: 'after-sale-list' as const,
      afterSales: troubled.map((order, at) => ({
        caseId: String(FIRST_ORDER_ID / 1_000_000 + at),
        orderId: order.orderId,
        appliedAt: now - 2 * HOUR_MS,
        refundFen: order.amountFen,
        type: '退货退款',
        status: 'open' as const,
        reason: '商品破损',
        buyer: order.buyer,
      })),
      orderIds: troubled.map(({ orderId }) => orderId),
      health: { rows: troubled.length, read: troubled.length },
    },
  ];
}

/** The account of one of them, known at sight as nobody's. */
function accountOf({ names }: SampleShop, person: number): string {
  return `示例_${names[person % names.length]}${person + 1}`;
}

function ordersOf(shop: SampleShop, now: number): Order[] {
  const people = shop.kinds.flatMap((kind) => Array.from({ length: kind.people }, (_, at) => ({ kind, at })));
  return people.flatMap(({ kind, at }, person) =>
    Array.from({ length: kind.orders }, (_, back): Order => {
      const daysAgo = kind.lastDaysAgo + at * kind.daysApart + back * kind.everyDays;
      const placedAt = now - daysAgo * DAY_MS - HOUR_MS;
      const { title, priceFen } = shop.articles[kind.article]!;
      return {
        orderId: String(FIRST_ORDER_ID + person * 100 + back),
        placedAt,
        paidAt: placedAt,
        status: daysAgo === 0 ? 'paid' : 'completed',
        amountFen: priceFen * kind.quantity,
        freightFen: null,
        buyer: buyerOfKey(accountOf(shop, person)),
        items: [
          {
            title,
            quantity: kind.quantity,
            unitPriceFen: priceFen,
            skuId: null,
            afterSale: kind.hasCase && back === 0 ? 'requested' : 'none',
          },
        ],
      };
    }),
  );
}

import { describe, expect, test } from 'vitest';
import type { PageReport } from '../../../lib/model/capture.ts';
import { unnamedShopId } from '../../../lib/pipeline/resolve-shop.ts';
import { dirtyIds } from '../../support/dirty-ids.ts';
import { makeAfterSale } from '../../support/make-after-sale.ts';
import { PLACED_AT, makeOrder, masked, probable, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { readColumns } from '../../support/read-columns.ts';
import { watchWrites } from '../../support/test-database.ts';

const HOUR_MS = 3_600_000;
const ORDER_ID = '3090112233448831';
const aCase = makeAfterSale({ orderId: ORDER_ID });
const casesAt = (hours: number, afterSales: PageReport['afterSales'], more: Partial<PageReport> = {}) =>
  makeReport([], { page: 'after-sale-list', observedAt: PLACED_AT + hours * HOUR_MS, afterSales, ...more } as never);

describe('an after-sale case', () => {
  test('is kept with its order, and says on the order what the cases come to', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder()]));
    await db.dirtyLists.clear();
    await ingest(casesAt(2, [aCase]));
    expect(await db.afterSales.toArray()).toMatchObject([
      { id: 'jd:1000000001', orderRecordId: `jd:${ORDER_ID}`, status: 'open', customerId: null },
    ]);
    expect(await db.orders.toArray()).toMatchObject([{ cases: { open: 1, refunded: 0, refundedFen: 0 } }]);
    expect(await dirtyIds(db)).toHaveLength(1);
  });

  test('seen before its order counts once the order is seen', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(casesAt(0, [{ ...aCase, status: 'refunded' }]));
    await ingest(makeReport([makeOrder()]));
    expect(await db.orders.toArray()).toMatchObject([{ cases: { open: 0, refunded: 1, refundedFen: 5000 } }]);
  });

  test('keeps its later state when an older tab is read again', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(casesAt(3, [{ ...aCase, status: 'refunded' }]));
    await ingest(casesAt(4, [{ ...aCase, refundFen: null }]));
    expect(await db.afterSales.toArray()).toMatchObject([{ status: 'refunded', refundFen: 5000 }]);
    await ingest(casesAt(2, [{ ...aCase, status: 'closed', reason: null }]));
    expect(await db.afterSales.toArray()).toMatchObject([{ status: 'refunded', reason: '质量问题' }]);
  });

  test('seen again alike writes nothing', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder()]));
    await ingest(casesAt(2, [aCase]));
    const writes = watchWrites(db);
    await ingest(casesAt(3, [aCase]));
    expect(writes).toEqual([]);
  });

  test('survives the next reading of its order', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder()]));
    await ingest(casesAt(2, [aCase]));
    await ingest(makeReport([makeOrder({ status: 'completed' })], { observedAt: PLACED_AT + 5 * HOUR_MS }));
    expect(await db.orders.toArray()).toMatchObject([{ status: 'completed', cases: { open: 1 } }]);
  });

  test('that was refunded in full leaves no purchase; in part, what is left of it', async () => {
    const { db, takeIn } = await openPipeline();
    await takeIn(makeReport([makeOrder()]));
    await takeIn(casesAt(2, [{ ...aCase, status: 'refunded', refundFen: 4000 }]));
    expect(await readColumns(db)).toMatchObject([{ purchases: [{ amountFen: 6000 }] }]);
    await takeIn(casesAt(3, [{ ...aCase, caseId: '1000000002', status: 'refunded', refundFen: 6000 }]));
    expect(await readColumns(db)).toMatchObject([{ purchases: [], orderCount: 1 }]);
  });

  test('of another shop is a reject; on a page that names no shop it goes to the shop of its order', async () => {
    const { db, ingest } = await openPipeline();
    const { shop } = await ingest(makeReport([makeOrder()]));
    const other = await ingest(casesAt(2, [aCase], { shopHints: [{ kind: 'account', value: 'shop_b' }] }));
    expect(other.rejects).toEqual([{ what: 'order …8831 belongs to another shop' }]);
    expect(await db.afterSales.count()).toBe(0);
    expect(shop.shopId).not.toBe(unnamedShopId('jd'));
    await ingest(casesAt(2, [aCase], { shopHints: [] }));
    expect(await db.afterSales.toArray()).toMatchObject([{ shopId: shop.shopId }]);
  });

  test('on a page that names no shop is of the customer of its order', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder()]));
    const [customer] = await db.customers.toArray();
    await ingest(casesAt(2, [{ ...aCase, buyer: stable('wd_sunshine') }], { shopHints: [] }));
    expect(await db.afterSales.toArray()).toMatchObject([{ customerId: customer!.customerId }]);
  });

  test('by nick alone, on a page that names no shop, is of the customer whose uid is known with the nick', async () => {
    const { db, ingest } = await openPipeline();
    const taobao = { platform: 'taobao' as const };
    const withId = makeOrder({ buyer: { ...stable('880125734'), display: '晴天_2020' } });
    await ingest(makeReport([withId], taobao));
    const [customer] = await db.customers.toArray();
    await ingest(casesAt(2, [{ ...aCase, buyer: probable('晴天_2020') }], { ...taobao, shopHints: [] }));
    expect(await db.afterSales.toArray()).toMatchObject([{ customerId: customer!.customerId }]);
  });

  test('of an order that nobody has seen stays with the shop that has no name', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder({ orderId: '3090112233448899' })]));
    const [customer] = await db.customers.toArray();
    await ingest(casesAt(2, [{ ...aCase, buyer: stable('wd_sunshine') }], { shopHints: [] }));
    const [stored] = await db.afterSales.toArray();
    expect(stored!.shopId).toBe(unnamedShopId('jd'));
    expect(stored!.customerId).not.toBe(customer!.customerId);
  });

  test('moves with its buyer when the nick is found to be theirs', async () => {
    const { db, ingest } = await openPipeline();
    const taobao = { platform: 'taobao' as const };
    await ingest(casesAt(0, [{ ...aCase, buyer: probable('晴天_2020') }], taobao));
    const withId = makeOrder({
      orderId: '126520551000123457',
      buyer: { ...stable('880125734'), display: '晴天_2020' },
    });
    await ingest(makeReport([withId], taobao));
    const [order] = await db.orders.toArray();
    expect(await db.afterSales.toArray()).toMatchObject([{ customerId: order!.customerId }]);
  });

  test('that does not pass the border is a reject with a name', async () => {
    const { db, ingest } = await openPipeline();
    const { rejects } = await ingest(casesAt(0, [{ ...aCase, caseId: 'x' }, aCase]));
    expect(rejects).toMatchObject([{ what: expect.stringContaining('caseId') as string }]);
    expect(await db.afterSales.count()).toBe(1);
  });
});

describe('beside orders', () => {
  const review = {
    orderId: ORDER_ID,
    lineId: '1',
    rating: 'negative',
    text: '电话13800138000没人接，等了 12 天',
    ratedAt: PLACED_AT,
    buyerKey: 'k8Zq3',
  };
  const coupon = {
    couponId: '77',
    name: '店铺券',
    scope: 'store',
    faceValueFen: 1500,
    thresholdFen: 8000,
    personLimit: 1,
    startsAt: PLACED_AT,
    endsAt: null,
    status: '领取中',
    totalCount: 1000,
    claimedCount: 3,
  };

  test('a review is kept without the long numbers in it, and its buyer as a hash', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(casesAt(0, [], { page: 'review-list', reviews: [review] }));
    const [stored] = await db.reviews.toArray();
    expect(stored).toMatchObject({ rating: 'negative', text: '电话…没人接，等了 12 天' });
    expect(stored!.customerId).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(stored)).not.toContain('k8Zq3');
  });

  test('a review on a page that names no shop is by the one who reviewed for that shop before', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport([makeOrder(), makeOrder({ orderId: '3090112233448899' })]));
    await ingest(casesAt(1, [], { page: 'review-list', reviews: [review] }));
    const again = { ...review, orderId: '3090112233448899' };
    await ingest(casesAt(2, [], { page: 'review-list', reviews: [again], shopHints: [] }));
    const [one, other] = await db.reviews.toArray();
    expect(other!.shopId).toBe(one!.shopId);
    expect(other!.customerId).toBe(one!.customerId);
  });

  test('coupons, members and counters keep the state that was seen last', async () => {
    const { db, ingest } = await openPipeline();
    const counter = { counterId: 'afterSaleToAudit', label: '待审核售后', count: 3 };
    const member = { buyer: probable('晴天_2020'), level: null, tradeCount: 4, tradeFen: 1, lastTradeAt: null };
    const nobody = { ...member, buyer: masked };
    const page = (hours: number, count: number) =>
      casesAt(hours, [], {
        page: 'home',
        coupons: [{ ...coupon, claimedCount: count }],
        counters: [{ ...counter, count }],
        members: [{ ...member, tradeCount: count }, nobody],
      });
    await ingest(page(2, 3));
    await ingest(page(4, 5));
    await ingest(page(3, 4));
    expect(await db.coupons.toArray()).toMatchObject([{ couponId: '77', claimedCount: 5 }]);
    expect(await db.counters.toArray()).toMatchObject([{ counterId: 'afterSaleToAudit', count: 5 }]);
    expect(await db.members.toArray()).toMatchObject([{ tradeCount: 5 }]);
    expect(await db.shops.count()).toBe(1);
  });
});

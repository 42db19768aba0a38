import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { observedBatch } from '../../../lib/page/observed-batch.ts';
import { readResponse } from '../../../lib/platforms/responses/read-response.ts';
import * as make from '../../support/make-answers.ts';
import { makeOrder } from '../../support/make-order.ts';

const { answerUrls } = make;
const empty = { platform: 'jd', page: 'order-list', rejects: [], health: { rows: 0, read: 0 } };
const taken = (batch: unknown) => observedBatch(JSON.stringify(batch), 'jd');

describe('what is handed over', () => {
  test.each([
    [answerUrls.jdOrders, make.jdOrderPage(make.jdOrder(), {}), 'jd'],
    [answerUrls.jdCases, make.jdCasePage(make.jdCase()), 'jd'],
    [answerUrls.taobaoReviews, make.rateList(make.rate()), 'taobao'],
    [answerUrls.taobaoCoupons, make.couponList(make.coupon()), 'taobao'],
    [answerUrls.taobaoOrders, { rgv587_flag: 'sm' }, 'taobao'],
  ] as const)('of %s arrives as it was read', (url, value, platform) => {
    const batch = readResponse(new URL(url), JSON.stringify(value));
    expect(observedBatch(JSON.stringify(batch), platform)).toEqual(batch);
  });

  test.each([
    ['no text', empty],
    ['no JSON', '{"page"'],
    ['a list', '[]'],
    ['a page that answers never tell of', JSON.stringify({ ...empty, page: 'chat' })],
    ['the other platform', JSON.stringify({ ...empty, platform: 'taobao' })],
    ['too long', ' '.repeat(4_000_001)],
  ])('is nothing when it is %s', (_, message) => {
    expect(observedBatch(message, 'jd')).toBeNull();
  });

  test('has rows that the store would refuse as rejects', () => {
    const good = makeOrder({ orderId: '3090112233440001' });
    const batch = taken({
      ...empty,
      orders: [good, { ...good, amountFen: -1 }, null, { orderId: 'x' }, { ...good, items: 'x' }],
    });
    expect(batch!.orders).toEqual([good]);
    expect(batch!.rejects).toEqual([
      { what: 'order (amountFen)', row: 2 },
      { what: 'order (unknown shape)', row: 3 },
      { what: 'order (orderId)', row: 4 },
      { what: 'order (unknown shape)', row: 5 },
    ]);
    expect(batch!.health).toEqual({ rows: 1, read: 1 });
  });

  test('has no other hints, rejects and figures than such as they are', () => {
    const batch = taken({
      ...empty,
      shopHints: [{ kind: 'name', value: '示例店' }, { kind: 'evil', value: 'x' }, { kind: 'name', value: '' }, 7],
      rejects: [{ what: 'amount', row: 2 }, { what: 'x'.repeat(121) }, { what: 'a', row: -1 }, 'text'],
      health: { rows: 1e300, read: 5 },
    });
    expect(batch).toMatchObject({
      shopHints: [{ kind: 'name', value: '示例店' }],
      rejects: [{ what: 'amount', row: 2 }],
      health: { rows: 0, read: 0 },
    });
  });

  test('never raises an exception', () => {
    const parts = fc.record({
      platform: fc.constant('jd'),
      page: fc.constantFrom('order-list', 'home', 'blocked', 'after-sale-list'),
      orders: fc.jsonValue({ maxDepth: 2 }),
      afterSales: fc.jsonValue({ maxDepth: 2 }),
      reviews: fc.array(fc.jsonValue({ maxDepth: 2 })),
      coupons: fc.array(fc.dictionary(fc.constantFrom('couponId', 'name', 'status'), fc.jsonValue({ maxDepth: 2 }))),
      rejects: fc.jsonValue({ maxDepth: 2 }),
      shopHints: fc.jsonValue({ maxDepth: 2 }),
      health: fc.jsonValue({ maxDepth: 2 }),
    });
    fc.assert(
      fc.property(parts, (batch) => {
        expect(taken(batch)).not.toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { orderSchema, type Order } from '../../../lib/model/order.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { valuesFor, type ReplyFacts } from '../../../lib/replies/fill-values.ts';
import { shortTitle } from '../../../lib/replies/short-title.ts';

const now = Date.parse('2026-08-09T09:00:00+08:00');
const order = (changes: Partial<Order> = {}): Order =>
  orderSchema.parse({
    orderId: '3090112233448831',
    placedAt: Date.parse('2026-08-06T01:22:42+08:00'),
    paidAt: null,
    status: 'paid',
    amountFen: 123450,
    freightFen: null,
    buyer: { display: '张三丰', key: null, quality: 'probable' },
    items: [
      { title: '【新品】纯棉四件套 全棉床单被套', quantity: 1, unitPriceFen: null, skuId: null, afterSale: 'none' },
    ],
    ...changes,
  });

const textsOf = (facts: Partial<ReplyFacts>) =>
  Object.fromEntries(
    Object.entries(valuesFor({ order: null, orderSeenAt: null, offer: null, now, ...facts })).map(
      ([name, { text }]) => [name, text],
    ),
  );

test('an order gives its tail, day, item, amount and state, and nothing that names a person', () => {
  const values = textsOf({ order: order() });
  expect(values).toEqual({
    orderTail: '8831',
    placedDay: '8月6日',
    daysSincePlaced: '3',
    itemTitle: '纯棉四件套 全棉床单被套',
    amount: '¥1,234.50',
    orderStatus: '已付款、待发货',
  });
});

test('what is not known is absent', () => {
  const values = textsOf({ order: order({ amountFen: null, status: 'unknown', items: [] }) });
  expect(Object.keys(values).toSorted()).toEqual(['daysSincePlaced', 'orderTail', 'placedDay']);
  expect(textsOf({ past: null, shopName: null, problem: null })).toEqual({});
});

test('an order of another year says which, one of today has no days, several items are counted', () => {
  const item = order().items[0]!;
  expect(textsOf({ order: order({ placedAt: Date.parse('2025-12-31T23:59:00+08:00') }) })['placedDay']).toBe(
    '2025年12月31日',
  );
  expect(textsOf({ order: order({ placedAt: now }) })).not.toHaveProperty('daysSincePlaced');
  expect(textsOf({ order: order({ items: [item, item] }) })['itemTitle']).toBe('纯棉四件套 全棉床单被套等2款');
});

test('points say how many expire and when, and nothing of what they are worth', () => {
  expect(textsOf({ points: { day: dayOf(now) + 7, points: 500 } })).toEqual({
    pointsCount: '500',
    pointsDay: '8月16日',
  });
  expect(textsOf({ points: { day: dayOf(now) + 7, points: null } })).toEqual({ pointsDay: '8月16日' });
});

test('a right in the place of a coupon is named', () => {
  expect(textsOf({ right: '优先发货' })).toEqual({ rights: '优先发货' });
});

test('years are said from the first full one on', () => {
  expect(textsOf({ past: { purchaseCount: 1, years: 0 } })).toEqual({ purchaseCount: '1' });
  expect(textsOf({ past: { purchaseCount: 9, years: 2 } })).toEqual({ purchaseCount: '9', years: '2' });
});

test.each([
  [8000, 1500, '满80减15'],
  [0, 2000, '20元无门槛'],
  [5000, 1950, '满50减19.5'],
])('an offer of %d / %d fen reads %s', (thresholdFen, faceValueFen, text) => {
  const values = textsOf({ offer: { thresholdFen, faceValueFen, validDays: 3 } });
  expect(values).toEqual({ offerText: text, validDays: '3' });
});

test('history, shop and what went wrong are said as they are', () => {
  expect(textsOf({ past: { purchaseCount: 4, years: 0 }, shopName: '四季家居', problem: '商品破损' })).toEqual({
    purchaseCount: '4',
    shopName: '四季家居',
    problem: '商品破损',
  });
});

test('only what moves on carries the time at which it was seen', () => {
  const values = valuesFor({ order: order(), orderSeenAt: now - 1000, offer: null, now });
  const dated = Object.entries(values).flatMap(([name, { seenAt }]) => (seenAt === null ? [] : [name]));
  expect(dated.toSorted()).toEqual(['amount', 'orderStatus']);
});

describe('a short title', () => {
  test.each([
    ['纯棉四件套', '纯棉四件套'],
    ['【官方正品】[包邮] 无线蓝牙耳机 降噪长续航 入耳式 通用', '无线蓝牙耳机 降噪长续航'],
    ['加厚加绒冬季男士外套连帽防风保暖冲锋衣', '加厚加绒冬季男士外套连帽防风…'],
    ['适用苹果华为小米手机壳iPhone17ProMax', '适用苹果华为小米手机壳…'],
    ['【预售】', '预售'],
    ['Samsung990ProSSD固态硬盘', 'Samsung990ProSSD固态硬盘'.slice(0, 14) + '…'],
  ])('%s -> %s', (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });

  test('never splits an emoji', () => {
    expect(shortTitle('😀'.repeat(20))).toBe(`${'😀'.repeat(14)}…`);
  });
});

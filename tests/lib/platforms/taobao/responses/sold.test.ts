import { describe, expect, test } from 'vitest';
import { readResponse } from '../../../../../lib/platforms/responses/read-response.ts';
import { answerUrls, PERSONAL, soldList, soldOrder } from '../../../../support/make-answers.ts';

const read = (value: unknown) => readResponse(new URL(answerUrls.taobaoOrders), JSON.stringify(value));
const readOne = (changes: Record<string, unknown>) => read(soldList(soldOrder(changes)));
const line = (changes: object) => ({
  subOrders: [{ quantity: 1, priceInfo: { realTotal: '5.00' }, itemInfo: { title: '示例' }, ...changes }],
});

describe('an order of the sold list', () => {
  test('is read whole: services are no lines, entities are letters, and of the receiver nothing is there', () => {
    const batch = readOne({});
    expect(batch.orders).toEqual([
      {
        orderId: '4512340000000021130',
        placedAt: Date.parse('2026-08-06T01:22:42+08:00'),
        paidAt: null,
        status: 'shipped',
        amountFen: 123_450,
        freightFen: 1200,
        buyer: { display: '牛**', key: null, quality: 'masked' },
        items: [
          { title: '示例 ±0.1mm', quantity: 2, unitPriceFen: 61_125, skuId: '5012345678901', afterSale: 'requested' },
        ],
      },
    ]);
    expect(JSON.stringify(batch)).not.toContain(PERSONAL);
  });

  test.each([
    ['encodeId before uid', { nick: '牛**', encodeId: 'AbC=', id: 880_125_734 }, { key: 'AbC=', display: '牛**' }],
    ['uid before nick', { nick: 'demo_nick', id: 880_125_734 }, { key: '880125734', display: 'demo_nick' }],
    ['a full nick alone is probable', { nick: 'demo_nick' }, { key: null, quality: 'probable' }],
    ['a rounded uid is none', { nick: '牛**', id: 2 ** 60 }, { key: null, quality: 'masked' }],
    ['no nick at all is nobody in particular', {}, { display: null, quality: 'masked' }],
  ])('has its buyer: %s', (_, buyer, expected) => {
    expect(readOne({ buyer }).orders[0]!.buyer).toMatchObject(expected);
  });

  test.each([
    ['cancelled', { statusInfo: { text: '交易关闭' }, extra: { tradeStatus: 'TRADE_CLOSED_BY_TAOBAO' } }],
    ['paid', { statusInfo: {}, extra: { tradeStatus: 'WAIT_SELLER_SEND_GOODS' } }],
    ['unknown', { statusInfo: { text: '订单部分退款中' } }],
  ])('is %s', (status, changes) => {
    expect(readOne(changes)).toMatchObject({ orders: [{ status }], rejects: [] });
  });

  test('has its number as a text in either place', () => {
    expect(readOne({ id: Number('4512340000000021130') })).toMatchObject({
      orders: [{ orderId: '4512340000000021130' }],
      rejects: [],
    });
  });

  test('may have its freight in parts, or none', () => {
    const fees = (value: string) => ({
      payInfo: { actualFee: '5.00', postFees: [{ prefix: '(含运费', value, suffix: ')' }] },
    });
    expect(readOne(fees('￥1.50')).orders[0]!.freightFen).toBe(150);
    expect(readOne({ payInfo: { actualFee: '5.00', postType: '(卖家包邮)' } }).orders[0]!.freightFen).toBeNull();
  });

  test.each([
    ['order id (rounded)', { id: 4512340000000021000, orderInfo: { createTime: '2026-08-06 01:22:42' } }],
    ['order id (several differ)', { id: 4512340000000099000 }],
    ['order id', { id: '4.51234E+18' }],
    ['order id (several differ)', { orderInfo: { id: '4512340000000021131', createTime: '2026-08-06 01:22:42' } }],
    ['order time', { orderInfo: { createTime: '2026-02-30 01:22:42' } }],
    ['amount', { payInfo: { actualFee: '--' } }],
    ['amount', { payInfo: {} }],
    ['freight', { payInfo: { actualFee: '5.00', postType: '(含快递:￥)' } }],
    ['order status', { statusInfo: {}, extra: {} }],
    ['order status (several differ)', { statusInfo: { text: '交易成功' }, extra: { tradeStatus: 'WAIT_BUYER_PAY' } }],
    ['buyer', { buyer: undefined, seller: { nick: '示例专卖店' } }],
    ['order lines', { subOrders: [] }],
    ['order lines', line({ itemInfo: { title: '退运保险' } })],
    ['item title', line({ itemInfo: {} })],
    ['item quantity', line({ quantity: '0' })],
    ['unit price', line({ priceInfo: { original: '5.00' } })],
  ])('is a reject for its %s: %j', (what, changes) => {
    expect(readOne(changes)).toMatchObject({ orders: [], rejects: [{ what, row: 1 }], health: { rows: 1, read: 0 } });
  });
});

describe('the sold list as a whole', () => {
  test('may have no orders, or say that it failed', () => {
    expect(read(soldList())).toMatchObject({ rejects: [], health: { rows: 0, read: 0 } });
    expect(read({ error: '', page: { totalNumber: 0 } })).toMatchObject({ rejects: [] });
    expect(read({ error: '', page: { totalNumber: 9 } })).toMatchObject({ rejects: [{ what: 'order list' }] });
    expect(read({ error: '系统繁忙', mainOrders: [soldOrder()] })).toMatchObject({
      orders: [],
      rejects: [{ what: 'answer (error)' }],
    });
  });
});

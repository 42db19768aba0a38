import { describe, expect, test } from 'vitest';
import { readResponse } from '../../../../../lib/platforms/responses/read-response.ts';
import { answerUrls, jdOrder, jdOrderPage, PERSONAL, PLACED_MS } from '../../../../support/make-answers.ts';

const read = (value: unknown) => readResponse(new URL(answerUrls.jdOrders), JSON.stringify(value));
const readOne = (changes: Record<string, unknown>) => read(jdOrderPage(jdOrder(changes)));
const payment = (changes: object) => ({
  orderPaymentInfo: { shouldPay: 65.3, receivables: 65.3, freight: 0, ...changes },
});
const item = (changes: object) => ({ orderItems: [{ skuId: '100', skuName: '抽纸', jdPrice: 1, num: 1, ...changes }] });

describe('a JD order of the answer', () => {
  test('is read whole, and of the receiver nothing', () => {
    const batch = readOne({});
    expect(batch.orders).toEqual([
      {
        orderId: '3500080000010013',
        placedAt: PLACED_MS,
        paidAt: PLACED_MS + 30_000,
        status: 'paid',
        amountFen: 6530,
        freightFen: 550,
        buyer: { display: 'wd_sunshine', key: 'wd_sunshine', quality: 'stable' },
        items: [
          { title: '抽纸 4层 & 便携', quantity: 2, unitPriceFen: 2990, skuId: '10000000200011', afterSale: 'none' },
        ],
      },
    ]);
    expect(batch.health).toEqual({ rows: 1, read: 1 });
    expect(JSON.stringify(batch)).not.toContain(PERSONAL);
  });

  const parcels = (name: string, ...companies: string[]) => ({
    logisticsInfoList: companies.map((logiCoprId) => ({ logiCoprId })),
    orderLatestTrackInfo: { logiCoprName: name, latestTrackInfo: PERSONAL, waybillCode: 'JDX000123456789' },
  });

  test('tells which company carries it, and nothing else of the parcel', () => {
    const { orders } = readOne(parcels('京东快递', '2087', '2087'));
    expect(orders[0]?.carrier).toBe('京东快递');
    expect(JSON.stringify(orders)).not.toMatch(new RegExp(`${PERSONAL}|JDX0001`));
  });

  test.each([
    ['several companies', parcels('京东快递', '2087', '463')],
    ['no name', parcels('', '2087')],
    ['a number in place of a name', parcels('13900000000', '2087')],
    ['a courier with a phone', parcels('张师傅13900000000', '2087')],
  ])('tells no carrier for %s', (_, changes) => {
    expect(readOne(changes).orders[0]).not.toHaveProperty('carrier');
  });

  test.each([
    ['unpaid', { orderStatusInfo: { orderStatus: 2, orderStatusName: '待付款' }, paymentConfirmTime: undefined }],
    ['onHold', { orderStatusInfo: { orderStatus: 5, orderStatusName: '暂停', orderStatusDesc: '订单暂停' } }],
    ['cancelled', { orderStatusInfo: { orderStatus: 29, orderStatusName: '已取消' } }],
    ['completed', { orderStatusInfo: { orderStatusName: '已完成' } }],
    ['shipped', { orderStatusInfo: { orderStatus: 16 } }],
    ['unknown', { orderStatusInfo: { orderStatus: 8, orderStatusName: '待成团' } }],
  ])('is %s by its text, by its code only without one', (status, changes) => {
    expect(readOne(changes)).toMatchObject({ orders: [{ status }], rejects: [] });
  });

  test.each([
    ['what is received counts', payment({ receivables: 60.1 }), 6010],
    ['without it what has to be paid', payment({ receivables: undefined }), 6530],
    ['also as a text', payment({ receivables: '1,060.10' }), 106_010],
    ['floats are rounded to the fen', payment({ receivables: 0.1 + 0.2 }), 30],
    ['1.005 times a hundred is no whole number of fen short of 101', payment({ receivables: 1234.57 }), 123_457],
    ['nothing is an amount', payment({ receivables: 0 }), 0],
  ])('%s', (_, changes, amountFen) => {
    expect(readOne(changes)).toMatchObject({ orders: [{ amountFen }], rejects: [] });
  });

  test.each([
    ['order id', { orderId: undefined }],
    ['order id', { orderId: '35000800000x' }],
    ['order id (rounded)', { orderId: 35_000_800_000_100_130_000 }],
    ['order time', { orderCreateTime: undefined }],
    ['placedAt', { orderCreateTime: 1_785_950_562 }],
    ['payment time', { paymentConfirmTime: PLACED_MS - 1 }],
    ['payment time', { orderStatusInfo: { orderStatusName: '待付款' } }],
    ['order status', { orderStatusInfo: {} }],
    ['order status (several differ)', { orderStatusInfo: { orderStatusName: '待出库', orderStatus: 29 } }],
    ['amount', { orderPaymentInfo: { orderSum: 65.3 } }],
    ['amount', payment({ receivables: -1 })],
    ['amount', payment({ receivables: 1.234 })],
    ['amount', payment({ receivables: '65.3元' })],
    ['freight', payment({ freight: 'free' })],
    ['order lines', { orderItems: [] }],
    ['item title', item({ skuName: ' ' })],
    ['item quantity', item({ num: 0 })],
    ['item quantity', item({ num: 1.5 })],
    ['unit price', item({ jdPrice: '特价' })],
  ])('is a reject for its %s: %j', (what, changes) => {
    expect(readOne(changes)).toMatchObject({ orders: [], rejects: [{ what, row: 1 }], health: { rows: 1, read: 0 } });
  });

  test('may have gifts, a masked pin, a Chinese pin, and a sku that is no number', () => {
    const gift = [
      { skuId: 100, skuName: '抽纸', jdPrice: 1, num: 1 },
      { skuId: '1e3', skuName: '赠品', jdPrice: 0, num: 1 },
    ];
    expect(readOne({ orderItems: gift }).orders[0]!.items).toMatchObject([
      { unitPriceFen: 100, skuId: '100' },
      { title: '赠品', unitPriceFen: 0, skuId: null },
    ]);
    expect(readOne({ userPin: 'w***n' }).orders[0]!.buyer).toEqual({ display: 'w***n', key: null, quality: 'masked' });
    expect(readOne({ userPin: '阳光小店' }).orders[0]!.buyer).toMatchObject({ key: '阳光小店', quality: 'stable' });
  });
});

describe('the answer as a whole', () => {
  test.each(['results', 'orderList', 'list', 'result'])('may call its list %s', (name) => {
    expect(read({ code: '200', data: { [name]: [jdOrder()] } }).health).toEqual({ rows: 1, read: 1 });
  });

  test('without orders has none', () => {
    const none = { orders: [], rejects: [], health: { rows: 0, read: 0 } };
    expect(read(jdOrderPage())).toMatchObject(none);
    expect(read({ code: 200, data: { totalItem: 0 } })).toMatchObject(none);
  });

  test('without a list has lost it', () => {
    expect(read({ code: 200, data: { totalItem: 18 } })).toMatchObject({ rejects: [{ what: 'order list' }] });
  });

  test('that names an order twice, not alike, is certain of neither', () => {
    const batch = read(jdOrderPage(jdOrder(), jdOrder({ userPin: 'other' }), 7, null));
    expect(batch.orders).toEqual([]);
    expect(batch.rejects.map(({ what }) => what)).toEqual(['order (shown twice, not alike)', 'order id', 'order id']);
  });
});

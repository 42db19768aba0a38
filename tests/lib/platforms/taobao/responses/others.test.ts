import { describe, expect, test } from 'vitest';
import { readResponse } from '../../../../../lib/platforms/responses/read-response.ts';
import {
  answerUrls,
  coupon,
  couponList,
  dispute,
  disputeList,
  PERSONAL,
  PLACED_MS,
  rate,
  rateList,
} from '../../../../support/make-answers.ts';

describe('a case of the refund list', () => {
  const read = (value: unknown) => readResponse(new URL(answerUrls.taobaoCases), JSON.stringify(value));
  const readOne = (changes: Record<string, unknown>) => read(disputeList(dispute(changes)));
  const fees = (refundFee: unknown, buyerActualFee?: unknown) => ({ disputeBodyVO: { refundFee, buyerActualFee } });

  test('is read whole, and of the receiver nothing', () => {
    const batch = readOne({});
    expect(batch.afterSales).toEqual([
      {
        caseId: '210000000000000017',
        orderId: '4512340000000021130',
        appliedAt: Date.parse('2026-08-08T10:00:00+08:00'),
        refundFen: 61_125,
        type: '退货退款',
        status: 'open',
        reason: '七天无理由',
        buyer: { display: null, key: null, quality: 'masked' },
      },
    ]);
    expect(JSON.stringify(batch)).not.toContain(PERSONAL);
  });

  test.each([
    ['open', { refundStatus: undefined, statusDesc: '买家已经退货，等待卖家确认收货' }],
    ['refused', { refundStatus: 'SELLER_REFUSE_BUYER', statusDesc: undefined }],
    ['closed', { refundStatus: '退款关闭', statusDesc: undefined }],
    ['refunded', { refundStatus: 'SUCCESS', statusDesc: undefined, statusText: '退款成功' }],
    ['unknown', { refundStatus: undefined, statusDesc: '没见过' }],
    ['unknown', { refundStatus: 5, statusDesc: undefined }],
  ])('is %s', (status, changes) => {
    expect(readOne(changes)).toMatchObject({ afterSales: [{ status }], rejects: [] });
  });

  test.each([
    ['a point says yuan', fees('59.90'), 5990],
    ['so does one in another amount', fees('59', '59.90'), 5900],
    ['so does a sign', fees('¥59'), 5900],
    ['and a number with a fraction', fees(59.9), 5990],
    ['nothing is nothing in either', fees('0'), 0],
    ['none is none', fees(undefined), null],
  ])('has its refund: %s', (_, changes, refundFen) => {
    expect(readOne(changes)).toMatchObject({ afterSales: [{ refundFen }], rejects: [] });
  });

  test.each([
    ['refund amount (yuan or fen)', fees('5900', 5900)],
    ['refund amount', fees('59.9元')],
    ['case id', { disputeId: undefined }],
    ['case id (rounded)', { disputeId: 210000000000000000 }],
    ['case id (several differ)', { refundId: '210000000000000018' }],
    ['order id', { bizOrderId: '12' }],
    ['time of application', { applyDateTime: '昨天' }],
    ['case status', { refundStatus: undefined, statusDesc: '' }],
    ['case status (several differ)', { refundStatus: 'SUCCESS', statusDesc: '退款关闭' }],
  ])('is a reject for its %s: %j', (what, changes) => {
    expect(readOne(changes)).toMatchObject({ afterSales: [], rejects: [{ what, row: 1 }] });
  });

  test('is found wherever the list stands, and an empty list is one', () => {
    expect(read({ ret: ['SUCCESS::x'], data: { model: { rows: [dispute()] } } }).health).toEqual({ rows: 1, read: 1 });
    expect(read(disputeList())).toMatchObject({ rejects: [], health: { rows: 0, read: 0 } });
    expect(read({ ret: ['SUCCESS::x'], data: {} })).toMatchObject({ rejects: [{ what: 'case list' }] });
  });
});

describe('a review of the answer', () => {
  const read = (value: unknown) => readResponse(new URL(answerUrls.taobaoReviews), JSON.stringify(value));
  const readOne = (changes: Record<string, unknown>) => read(rateList(rate(changes)));

  test('is read wherever the list stands', () => {
    const expected = [
      {
        orderId: '4512340000000021130',
        lineId: '752100000002',
        rating: 'positive',
        text: '很好用 & 不贵',
        ratedAt: PLACED_MS,
        buyerKey: 'RAzN8AAAAAAAAAAAAAAAAAAAAAx5Y',
      },
    ];
    expect(readOne({}).reviews).toEqual(expected);
    expect(read([rate()]).reviews).toEqual(expected);
    expect(read({ ret: ['SUCCESS'], data: { a: { b: [{ c: 1 }, { list: [rate()] }] } } }).reviews).toEqual(expected);
    expect(JSON.stringify(readOne({}))).not.toContain(PERSONAL);
  });

  test('of a buyer who wrote nothing is empty, of one without an id has no key', () => {
    const [review] = readOne({
      rateContent: { mainRate: { content: '此用户没有填写评价。' } },
      emotionType: { status: 13 },
      userInfo: { securityuid: 'RA**5Y' },
    }).reviews;
    expect(review).toMatchObject({ text: '', rating: 'negative', ratedAt: null, buyerKey: null });
  });

  test.each([
    ['rating', { emotionType: { status: '14' } }],
    ['rating', { emotionType: undefined }],
    ['order id', { orderInfo: { orderId: '4512340000000031130' } }],
    ['order id (rounded)', { orderInfo: { mainOrderId: 4512340000000021000 } }],
    ['time of the review', { rateContent: { mainRate: { date: '昨天' } } }],
  ])('is a reject for its %s: %j', (what, changes) => {
    expect(readOne(changes)).toMatchObject({ reviews: [], rejects: [{ what, row: 1 }] });
  });

  test('list may be empty, or not there', () => {
    expect(read(rateList())).toMatchObject({ rejects: [], health: { rows: 0, read: 0 } });
    expect(read({ ret: ['SUCCESS'], data: {} })).toMatchObject({ rejects: [{ what: 'review list' }] });
  });
});

describe('a coupon of the answer', () => {
  const read = (value: unknown) => readResponse(new URL(answerUrls.taobaoCoupons), JSON.stringify(value));
  const readOne = (changes: Record<string, unknown>) => read(couponList(coupon(changes)));

  test('is read whole', () => {
    const batch = readOne({});
    expect(batch.coupons).toEqual([
      {
        couponId: '7110000005',
        name: '店铺券0806',
        scope: 'store',
        faceValueFen: 1000,
        thresholdFen: 9950,
        personLimit: null,
        startsAt: PLACED_MS,
        endsAt: PLACED_MS + 86_400_000,
        status: '领取中',
        totalCount: 1000,
        claimedCount: 12,
      },
    ]);
    expect(JSON.stringify(batch)).not.toContain(PERSONAL);
  });

  test('may be without a threshold, of another kind, with a hidden number, in another list', () => {
    const changes = {
      unConditional: true,
      startFeeYuan: null,
      feature: {},
      threshold: '无门槛',
      couponType: 9999,
      templateCode: '138****949',
    };
    expect(readOne(changes).coupons).toMatchObject([{ thresholdFen: 0, scope: null, couponId: null }]);
    expect(read({ data: { data: [coupon({ personLimit: 3 })], totalCount: 1 } }).coupons).toMatchObject([
      { personLimit: 3 },
    ]);
    expect(read(couponList())).toMatchObject({ rejects: [], health: { rows: 0, read: 0 } });
  });

  test.each([
    ['face value (several differ)', { feature: { amount: '10', startFee: '9950' } }],
    ['face value (several differ)', { threshold: '满99.5减20' }],
    ['face value', { amountYuan: null, feature: { startFee: '9950' }, threshold: '' }],
    ['threshold (several differ)', { startFeeYuan: '100' }],
    ['threshold', { startFeeYuan: null, feature: {}, threshold: '' }],
    ['time of use', { endTime: PLACED_MS - 1 }],
    ['coupon name', { name: '' }],
    ['coupon status', { statusDesc: {} }],
    ['limit per person', { personLimit: 0 }],
  ])('is a reject for its %s: %j', (what, changes) => {
    expect(readOne(changes)).toMatchObject({ coupons: [], rejects: [{ what, row: 1 }] });
  });
});

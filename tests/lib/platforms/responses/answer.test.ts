import { describe, expect, test } from 'vitest';
import { answerOf, failureOf } from '../../../../lib/platforms/responses/answer.ts';
import { readResponse } from '../../../../lib/platforms/responses/read-response.ts';
import { answerUrls, jdOrder, jdOrderPage, soldList, soldOrder } from '../../../support/make-answers.ts';

describe('an answer', () => {
  test.each([
    '{"a":1}',
    '\ufeff {"a":1} ',
    'mtopjsonp12({"a":1})',
    ' mtopjsonp12( {"a":1} ) ; ',
    '/**/jQuery.cb[1]({"a":1});',
  ])('is data: %s', (text) => {
    expect(answerOf(text)).toEqual({ kind: 'data', value: { a: 1 } });
  });

  test.each(['', 'null', '7', '"text"', '{"a":', 'cb({"a":1', 'not json', '\u0000\u0001', 'cb()'])(
    'is no data: %j',
    (text) => {
      expect(answerOf(text)).toEqual({ kind: 'noData' });
    },
  );

  test.each([
    '<!doctype html><title>登录</title>',
    '{"rgv587_flag":"sm","url":"https://bixi.example/punish"}',
    '{"data":{"url":"https://x.taobao.com/_____tmd_____/punish?x5secdata=1"}}',
    '{"ret":["RGV587_ERROR::SM::哎哟喂"]}',
    '{"ret":["FAIL_SYS_USER_VALIDATE::x"],"data":{}}',
    'mtopjsonp3({"ret":["FAIL_SYS_TOKEN_EXOIRED::令牌过期"]})',
    '{"ret":["FAIL_SYS_TOKEN_EMPTY::x"]}',
    '{"ret":["FAIL_SYS_SESSION_EXPIRED::x"]}',
    '{"code":1001,"msg":"未登录"}',
    '{"code":"312"}',
  ])('asks for something else: %s', (text) => {
    expect(answerOf(text)).toEqual({ kind: 'refused' });
    expect(readResponse(new URL(answerUrls.taobaoCases), text)).toMatchObject({
      page: 'blocked',
      rejects: [],
      orders: [],
    });
  });

  test.each([
    [{ code: 200 }, null],
    [{ code: '200' }, null],
    [{ ret: ['SUCCESS::ok'] }, null],
    [{ success: true }, null],
    [{ error: '' }, null],
    [{ code: 500, msg: '收货人张三' }, 'code 500'],
    [{ ret: ['FAIL_BIZ_ERROR::张三 13800000000'] }, 'FAIL_BIZ_ERROR'],
    [{ success: false }, 'no success'],
    [{ error: '系统繁忙' }, 'error'],
  ])('%j failed as %j', (value, failure) => {
    expect(failureOf(value)).toBe(failure);
  });
});

describe('reading it', () => {
  test('says of a failure what it is called and nothing of what it says', () => {
    const batch = readResponse(
      new URL(answerUrls.jdOrders),
      JSON.stringify({ code: 500, msg: '收货人张三', data: null }),
    );
    expect(batch).toMatchObject({
      page: 'order-list',
      rejects: [{ what: 'answer (code 500)' }],
      health: { rows: 0, read: 0 },
    });
  });

  test('of a call that we do not know gives nothing', () => {
    const batch = readResponse(
      new URL('https://sff.jd.com/api?api=x.getSensitiveInfo'),
      JSON.stringify(jdOrderPage(jdOrder())),
    );
    expect(batch).toMatchObject({ platform: null, page: 'unknown', orders: [], rejects: [] });
  });

  test('says how many rows are beyond the first 500', () => {
    const orders = Array.from({ length: 503 }, (_, index) =>
      jdOrder({ orderId: String(3_500_080_000_000_000 + index) }),
    );
    const batch = readResponse(new URL(answerUrls.jdOrders), JSON.stringify(jdOrderPage(...orders)));
    expect(batch.health).toEqual({ rows: 503, read: 500 });
    expect(batch.rejects).toEqual([{ what: 'order (3 more than are read at once)' }]);
  });

  test('rejects a row whose text was decoded by the wrong table, and no other', () => {
    const broken = soldOrder({
      id: '4512340000000099130',
      orderInfo: { createTime: '2026-08-06 01:22:42' },
      buyer: { nick: '\ufffd\ufffd*' },
    });
    const batch = readResponse(new URL(answerUrls.taobaoOrders), JSON.stringify(soldList(soldOrder(), broken)));
    expect(batch.rejects).toEqual([{ what: 'text (cannot be decoded)', row: 2 }]);
    expect(batch.health).toEqual({ rows: 2, read: 1 });
  });
});

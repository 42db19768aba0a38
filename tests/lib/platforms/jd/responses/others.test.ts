import { describe, expect, test } from 'vitest';
import { jdChatLogResponse, jdChatSessionsResponse } from '../../../../../lib/platforms/jd/responses/chat-log.ts';
import { readResponse } from '../../../../../lib/platforms/responses/read-response.ts';
import { answerUrls, jdCase, jdCasePage, PERSONAL, PLACED_MS } from '../../../../support/make-answers.ts';

describe('a JD case of the answer', () => {
  const read = (value: unknown) => readResponse(new URL(answerUrls.jdCases), JSON.stringify(value));
  const readOne = (changes: Record<string, unknown>) => read(jdCasePage(jdCase(changes)));
  const states = (sub: string, main = '', refundStatusName?: string) => ({
    serviceOrderStatusFacetDTO: { serviceOrderMainStateName: main, serviceOrderSubStateName: sub },
    refundFacetDTO: { refundAmount: 29.9, refundStatusName },
  });

  test('is read whole, and of the receiver nothing', () => {
    const batch = readOne({ customerPin: 'wd_sunshine' });
    expect(batch.afterSales).toEqual([
      {
        caseId: '4100000001',
        orderId: '3500080000010013',
        appliedAt: PLACED_MS,
        refundFen: 2990,
        type: '退货',
        status: 'refunded',
        reason: '七天无理由、不想要了',
        buyer: { display: 'wd_sunshine', key: 'wd_sunshine', quality: 'stable' },
      },
    ]);
    expect(JSON.stringify(batch)).not.toContain(PERSONAL);
  });

  test.each([
    ['open', states('审核中', '商家处理中')],
    ['open', states('商家同意', '', '退款中')],
    ['refused', states('商家拒绝')],
    ['closed', states('已撤销', '完成')],
    ['refunded', states('完成', '完成', '退款成功')],
    ['closed', { ...states('完成', '完成'), customerExceptFacetDTO: { customerExpectName: '换货' } }],
    ['closed', states('完成', '完成')],
    ['unknown', states('没见过的状态')],
    ['refunded', { serviceOrderStatusFacetDTO: {}, refundFacetDTO: { refundAmount: 1, refundStatus: 20 } }],
  ])('is %s', (status, changes) => {
    expect(readOne(changes)).toMatchObject({ afterSales: [{ status }], rejects: [] });
  });

  test.each([
    ['case id', { relationFacetDTO: { orderId: '3500080000010013' } }],
    ['case id (rounded)', { relationFacetDTO: { afsServiceId: 1e19, orderId: '3500080000010013' } }],
    ['order id', { relationFacetDTO: { afsServiceId: 4_100_000_001 } }],
    ['refund amount', { refundFacetDTO: { refundAmount: -3 } }],
    ['case status (several differ)', states('已关闭', '', '退款成功')],
    ['case status', { serviceOrderStatusFacetDTO: {}, refundFacetDTO: {} }],
    ['buyer (several differ)', { customerPin: 'a_pin', afsApplyPin: 'b_pin' }],
  ])('is a reject for its %s: %j', (what, changes) => {
    expect(readOne(changes)).toMatchObject({ afterSales: [], rejects: [{ what, row: 1 }] });
  });

  test('may have its numbers as numbers that are not rounded, and show no refund', () => {
    const relationFacetDTO = { afsServiceId: 4_100_000_001, orderId: 3_500_080_000_010_013 };
    const { afterSales } = readOne({ relationFacetDTO, refundFacetDTO: undefined });
    expect(afterSales).toMatchObject([{ caseId: '4100000001', orderId: '3500080000010013', refundFen: null }]);
  });
});

describe('the counters of the JD home page', () => {
  const read = (data: unknown) => readResponse(new URL(answerUrls.jdCounters), JSON.stringify({ code: 200, data }));

  test('are those that we know, by our names', () => {
    const batch = read({
      realSchedules: [
        {
          id: 102,
          data: [
            { id: 3002, value: '3' },
            { id: 9999, value: 'x' },
          ],
        },
      ],
    });
    expect(batch).toMatchObject({
      page: 'home',
      counters: [{ label: '待审核售后', count: 3 }],
      rejects: [],
      health: { rows: 1, read: 1 },
    });
  });

  test('are rejects where they are no number, or are said twice', () => {
    const batch = read({
      realSchedules: [{ data: [{ id: 3002, value: '三' }, { id: 1003, value: 1 }, { id: '1003', value: 2 }, 5] }],
    });
    expect(batch.counters).toHaveLength(1);
    expect(batch.rejects).toEqual([
      { what: 'counter', row: 1 },
      { what: 'counter (shown twice)', row: 3 },
      { what: 'counter', row: 4 },
    ]);
    expect(read({}).rejects).toEqual([{ what: 'counters' }]);
  });
});

describe('the account of the JD console', () => {
  const read = (data: unknown) => readResponse(new URL(answerUrls.jdAccount), JSON.stringify({ code: 200, data }));

  test('says whose shop it is, and nothing else of itself', () => {
    const batch = read({ pin: '示例主账号', venderId: 10_000_001, mobile: PERSONAL });
    expect(batch.shopHints).toEqual([
      { kind: 'account', value: '示例主账号' },
      { kind: 'vender', value: '10000001' },
    ]);
    expect(JSON.stringify(batch)).not.toContain(PERSONAL);
    expect(read({ venderId: 'abc' })).toMatchObject({ shopHints: [], rejects: [{ what: 'vender id' }] });
  });
});

describe('saved answers of the chat log', () => {
  const url = new URL('https://kf.jd.com/waiterSession/queryChatLog?cid=c1');
  const message = { waiterSend: false, customer: 'jd_1', content: '在吗', type: 'text' };
  const logOf = (...chatLogMessageList: object[]) =>
    jdChatLogResponse.read({ chatLogList: [{ chatLogMessageList }] }, url);

  test('are one conversation', () => {
    const picture = { ...message, type: 'image', content: null, waiterSend: true };
    expect(logOf(message, picture).chat).toMatchObject({
      customer: { display: 'jd_1', key: 'jd_1' },
      messages: [
        { from: 'buyer', text: '在吗' },
        { from: 'seller', text: '[图片]' },
      ],
      settled: true,
    });
  });

  test('of two customers are of nobody', () => {
    expect(logOf(message, { ...message, customer: 'jd_2' })).toMatchObject({
      chat: null,
      rejects: [{ what: 'customer (several differ)' }],
    });
  });

  test('list who was talked to', () => {
    const value = {
      code: '1',
      page: 1,
      waiterSessionList: [{ customer: 'jd_1' }, { customer: '' }, { customer: 'jd_1' }],
    };
    const batch = jdChatSessionsResponse.read(value, url);
    expect(batch.chat!.conversations).toEqual(['jd_1']);
    expect(batch.rejects).toEqual([{ what: 'customer', row: 2 }]);
  });
});

import { describe, expect, test } from 'vitest';
import { countFields } from '../../../lib/model/field-counts.ts';
import { Reporter } from '../../../lib/page/report.ts';
import type { CaptureBatch } from '../../../lib/model/capture.ts';
import { emptyReading, type PageReading } from '../../../lib/platforms/page-reader.ts';
import { makeAfterSale } from '../../support/make-after-sale.ts';
import { makeOrders, PLACED_AT } from '../../support/make-order.ts';
import { makeChat } from '../../support/make-report.ts';

const orders = makeOrders(3);
const reading = (changes: Partial<CaptureBatch> = {}): PageReading => {
  const empty = emptyReading('jd', 'order-list');
  const shopHints: CaptureBatch['shopHints'] = [{ kind: 'account', value: 'shop_a' }];
  return { ...empty, batch: { ...empty.batch, shopHints, orders, health: { rows: 3, read: 3 }, ...changes } };
};
const idsIn = (rows: unknown[] | undefined) => (rows as { orderId: string }[]).map(({ orderId }) => orderId);

describe('a report', () => {
  test('says everything the first time', () => {
    expect(new Reporter().report(reading(), PLACED_AT)).toEqual({
      ...reading().batch,
      observedAt: PLACED_AT,
      orderIds: orders.map(({ orderId }) => orderId),
      fields: countFields(orders, reading().batch.health),
      totals: null,
    });
  });

  test('is none while the page says what it said before', () => {
    const reporter = new Reporter();
    reporter.report(reading(), PLACED_AT);
    expect(reporter.report(reading(), PLACED_AT + 1)).toBeNull();
  });

  test('holds only the rows that changed, and names every order on the page', () => {
    const reporter = new Reporter();
    reporter.report(reading(), PLACED_AT);
    const changed = [orders[0]!, { ...orders[1]!, status: 'shipped' as const }, orders[2]!];
    const report = reporter.report(reading({ orders: changed }), PLACED_AT + 1);
    expect(report!.orders).toEqual([changed[1]]);
    expect(report!.orderIds).toEqual(orders.map(({ orderId }) => orderId));
  });

  test('is sent without rows when others went away, or the chat went on', () => {
    const reporter = new Reporter();
    reporter.report(reading(), PLACED_AT);
    expect(reporter.report(reading({ orders: orders.slice(1) }), PLACED_AT + 1)).toMatchObject({
      orders: [],
      orderIds: orders.slice(1).map(({ orderId }) => orderId),
    });
    expect(reporter.report(reading({ orders: orders.slice(1), chat: makeChat(['wd']) }), PLACED_AT + 2)).toMatchObject({
      orders: [],
      chat: { customer: { key: 'wd' } },
    });
  });

  test('holds a row again that went away and came back', () => {
    const reporter = new Reporter();
    reporter.report(reading(), PLACED_AT);
    reporter.report(reading({ orders: orders.slice(1) }), PLACED_AT + 1);
    expect(idsIn(reporter.report(reading(), PLACED_AT + 2)!.orders)).toEqual([orders[0]!.orderId]);
  });

  test('says everything again after it did not arrive', () => {
    const reporter = new Reporter();
    reporter.report(reading(), PLACED_AT);
    reporter.forget();
    expect(reporter.report(reading(), PLACED_AT + 1)!.orders).toEqual(orders);
  });

  test('says everything again when the page now names its shop: the rows are to move there', () => {
    const reporter = new Reporter();
    reporter.report(reading({ shopHints: [] }), PLACED_AT);
    expect(reporter.report(reading(), PLACED_AT + 1)!.orders).toEqual(orders);
  });

  test('holds the cases of a page, and names their orders', () => {
    const reporter = new Reporter();
    const cases = [makeAfterSale(), makeAfterSale({ caseId: '1000000002', orderId: '3400000000000002' })];
    const first = reporter.report(reading({ orders: [], afterSales: cases }), PLACED_AT);
    expect(first).toMatchObject({ afterSales: cases, orderIds: cases.map(({ orderId }) => orderId) });
    const refunded = [cases[0]!, { ...cases[1]!, status: 'refunded' as const }];
    expect(reporter.report(reading({ orders: [], afterSales: refunded }), PLACED_AT + 1)!.afterSales).toEqual([
      refunded[1],
    ]);
  });
});

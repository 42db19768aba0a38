import { describe, expect, test } from 'vitest';
import type { CaptureBatch } from '../../../lib/model/capture.ts';
import type { Order } from '../../../lib/model/order.ts';
import { joinCase, joinOrder } from '../../../lib/page/join-rows.ts';
import { ObservedRows } from '../../../lib/page/observed-rows.ts';
import { emptyReading } from '../../../lib/platforms/page-reader.ts';
import { makeAfterSale } from '../../support/make-after-sale.ts';
import { makeItem, makeOrder, masked, stable } from '../../support/make-order.ts';

const PATH = '/jdm/trade/orders/order-list';

const listOf = (orders: Order[], changes: Partial<CaptureBatch> = {}): CaptureBatch => ({
  ...emptyReading('jd', 'order-list').batch,
  orders,
  health: { rows: orders.length, read: orders.length },
  ...changes,
});
const ids = ({ orders }: CaptureBatch) => orders.map(({ orderId }) => orderId.slice(-1));
const order = (last: number, changes: Partial<Order> = {}) =>
  makeOrder({ orderId: `309011223344000${last}`, ...changes });

/** What is observed, then what the page shows. */
function seen(answer: CaptureBatch, page: CaptureBatch, path = PATH) {
  const rows = new ObservedRows();
  rows.add(answer, PATH, 1000);
  rows.pageWasRead();
  return rows.over(page, path, 2000);
}

describe('an order of page and answer', () => {
  const join = (told: Partial<Order>, shown: Partial<Order>, pageAt = 2000) =>
    joinOrder({ row: order(1, told), seenAt: 1000 }, { row: order(1, shown), seenAt: pageAt });

  test('that agree is one', () => {
    expect(join({}, {})).toEqual({ row: order(1), differing: [] });
  });

  test.each<[string, Partial<Order>, Partial<Order>]>([
    ['amount', { amountFen: 100 }, { amountFen: 200 }],
    ['freight', { freightFen: 0 }, { freightFen: 800 }],
    ['order time', { placedAt: 1_785_981_600_000 }, { placedAt: 1_785_981_660_000 }],
    ['buyer', { buyer: stable('a_pin') }, { buyer: stable('b_pin') }],
    ['order lines', { items: [makeItem({})] }, { items: [makeItem({}), makeItem({})] }],
    ['unit price', { items: [makeItem({ unitPriceFen: 1 })] }, { items: [makeItem({ unitPriceFen: 2 })] }],
  ])('that differ in the %s is that of the answer, and the difference is told', (name, told, shown) => {
    const { row, differing } = join(told, shown);
    expect(differing).toEqual([name]);
    expect(row).toEqual(order(1, told));
  });

  test('fill each other’s gaps, and the page’s seconds are not held against the answer’s milliseconds', () => {
    const told = { placedAt: 1_785_981_600_123, amountFen: null, buyer: masked, items: [makeItem({ skuId: null })] };
    const shown = {
      placedAt: 1_785_981_600_000,
      amountFen: 500,
      buyer: stable('a_pin'),
      items: [makeItem({ skuId: '7' })],
    };
    const { row, differing } = join(told, shown);
    expect(differing).toEqual([]);
    expect(row).toMatchObject({
      placedAt: told.placedAt,
      amountFen: 500,
      buyer: stable('a_pin'),
      items: [{ skuId: '7' }],
    });
  });

  test('has the later state: by its progress first, by the page after that', () => {
    expect(join({ status: 'paid' }, { status: 'shipped' }).row.status).toBe('shipped');
    expect(join({ status: 'shipped' }, { status: 'paid' }).row.status).toBe('shipped');
    expect(join({ status: 'paid' }, { status: 'onHold' }).row.status).toBe('onHold');
    expect(join({ status: 'paid' }, { status: 'onHold' }, 500).row.status).toBe('paid');
    expect(join({ status: 'paid' }, { status: 'unknown' }).row.status).toBe('paid');
    const requested = [makeItem({ afterSale: 'requested' as const })];
    expect(join({ items: [makeItem({})] }, { items: requested }).row.items).toEqual(requested);
  });
});

describe('a case of page and answer', () => {
  test('is that of the answer, in the later state, with differences told', () => {
    const told = makeAfterSale({ status: 'open', refundFen: 100, reason: null });
    const shown = makeAfterSale({ status: 'refunded', refundFen: 200, reason: '七天无理由' });
    expect(joinCase({ row: told, seenAt: 1 }, { row: shown, seenAt: 2 })).toEqual({
      row: { ...told, status: 'refunded', reason: '七天无理由' },
      differing: ['refund amount'],
    });
  });
});

describe('a page over which answers are laid', () => {
  test('of the same rows is counted once, in the order of the answer', () => {
    const batch = seen(listOf([order(1), order(2)]), listOf([order(2), order(1)]));
    expect(ids(batch)).toEqual(['1', '2']);
    expect(batch).toMatchObject({ rejects: [], health: { rows: 2, read: 2 } });
  });

  test('whose rows cannot be read is read by the answer', () => {
    const rejects = [{ what: 'amount', row: 1 }];
    const batch = seen(listOf([order(1), order(2)]), listOf([order(2)], { rejects, health: { rows: 2, read: 1 } }));
    expect(batch).toMatchObject({ rejects: [], health: { rows: 2, read: 2 } });
  });

  test('says by name where the two differ', () => {
    const batch = seen(
      listOf([order(1), order(2, { amountFen: 100 })]),
      listOf([order(1), order(2, { amountFen: 200 })]),
    );
    expect(batch.rejects).toEqual([{ what: 'amount (page and response differ)', row: 2 }]);
    expect(batch.orders[1]!.amountFen).toBe(100);
    expect(batch.health).toEqual({ rows: 2, read: 2 });
  });

  test('that shows other rows by now stands for itself, with what is known of them', () => {
    const rows = new ObservedRows();
    rows.add(listOf([order(1, { buyer: stable('a_pin') })]), PATH, 1000);
    rows.add(listOf([order(5)]), PATH, 1100);
    rows.pageWasRead();
    const batch = rows.over(listOf([order(1, { buyer: masked }), order(2)]), PATH, 2000);
    expect(ids(batch)).toEqual(['1', '2']);
    expect(batch.orders[0]!.buyer).toEqual(stable('a_pin'));
  });

  test('gives way to an answer until it is read again', () => {
    const rows = new ObservedRows();
    rows.add(listOf([order(5)]), PATH, 1000);
    expect(ids(rows.over(listOf([order(1)]), PATH, 2000))).toEqual(['5']);
    rows.pageWasRead();
    expect(ids(rows.over(listOf([order(1)]), PATH, 3000))).toEqual(['1']);
  });

  test('that we cannot read is what the answer says, on its own address only', () => {
    const unread = emptyReading('jd', 'unknown').batch;
    expect(ids(seen(listOf([order(5)]), unread))).toEqual(['5']);
    expect(seen(listOf([order(5)]), unread, '/jdm/home')).toMatchObject({ page: 'unknown', orders: [] });
  });

  test('of another kind reports the answer along with itself, once', () => {
    const rows = new ObservedRows();
    rows.add(listOf([order(5)], { rejects: [{ what: 'amount', row: 2 }] }), PATH, 1000);
    const detail = { ...listOf([order(1)]), page: 'order-detail' as const };
    expect(ids(rows.over(detail, PATH, 2000))).toEqual(['1', '5']);
    expect(rows.over(detail, PATH, 2000).rejects).toEqual([{ what: 'amount', row: 2 }]);
    rows.pageWasRead();
    expect(ids(rows.over(detail, PATH, 2000))).toEqual(['1']);
  });

  test('takes the shop from an answer where it names none of that kind itself', () => {
    const answer = {
      ...emptyReading('jd', 'unknown').batch,
      shopHints: [
        { kind: 'vender' as const, value: '10001' },
        { kind: 'account' as const, value: 'main' },
      ],
    };
    const page = listOf([order(1)], { shopHints: [{ kind: 'account', value: 'sub' }] });
    expect(seen(answer, page).shopHints).toEqual([
      { kind: 'account', value: 'sub' },
      { kind: 'vender', value: '10001' },
    ]);
    expect(ids(seen(answer, page))).toEqual(['1']);
  });

  test('is silent when either says that we are not wanted, until an answer with rows comes', () => {
    const refused = emptyReading('jd', 'blocked').batch;
    expect(seen(refused, listOf([order(1)]))).toMatchObject({ page: 'blocked', orders: [] });
    expect(seen(refused, listOf([order(1)]), '/elsewhere').page).toBe('order-list');
    expect(seen(listOf([order(1)]), refused)).toMatchObject({ page: 'blocked', orders: [] });
    const rows = new ObservedRows();
    rows.add(refused, PATH, 1000);
    rows.add(listOf([order(1)]), PATH, 1100);
    expect(rows.over(listOf([order(1)]), PATH, 2000).page).toBe('order-list');
  });
});

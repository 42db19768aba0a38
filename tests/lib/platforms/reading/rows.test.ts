import { describe, expect, test } from 'vitest';
import type { Order } from '../../../../lib/model/order.ts';
import { ReadError } from '../../../../lib/platforms/reading/read-error.ts';
import { orderRows } from '../../../../lib/platforms/reading/row-kinds.ts';
import { readRows, RowMemory } from '../../../../lib/platforms/reading/rows.ts';

const order = (orderId: string, more: Partial<Order> = {}): Order => ({
  orderId,
  placedAt: Date.UTC(2026, 10, 1),
  paidAt: null,
  status: 'paid',
  amountFen: 100,
  freightFen: null,
  buyer: { display: null, key: null, quality: 'masked' },
  items: [],
  ...more,
});
const row = (name: string) => ({ name });

/** Reads rows by their name and notes which were read. */
function reader() {
  const read: string[] = [];
  return {
    read,
    readRow: ({ name }: { name: string }) => {
      read.push(name);
      return { value: order(name), buyerElement: null };
    },
  };
}

describe('row by row', () => {
  test('a row that cannot be read is a reject with its name and place, the others go on', () => {
    const rows = [row('3400000000000001'), row('broken'), row('3400000000000003')];
    const reading = readRows(
      orderRows,
      rows,
      ({ name }) => {
        if (name === 'broken') throw new ReadError('amount');
        return { value: order(name), buyerElement: null };
      },
      new RowMemory(),
    );
    expect(reading.rows.map(({ value: { orderId } }) => orderId)).toEqual(['3400000000000001', '3400000000000003']);
    expect(reading.rejects).toEqual([{ what: 'amount', row: 2 }]);
    expect(reading.health).toEqual({ rows: 3, read: 2 });
  });

  test('an order that breaks the schema is a reject that names the value', () => {
    const readRow = ({ name }: { name: string }) => ({ value: order(name, { amountFen: -1 }), buyerElement: null });
    expect(readRows(orderRows, [row('3400000000000001')], readRow, new RowMemory()).rejects).toEqual([
      { what: 'amountFen', row: 1 },
    ]);
  });

  test('a mistake of the reader itself is not hidden', () => {
    const readRow = () => {
      throw new TypeError('mistake');
    };
    expect(() => readRows(orderRows, [row('a')], readRow, new RowMemory())).toThrow('mistake');
  });

  test('an order shown twice alike is one, shown twice with a difference it is a reject', () => {
    const amounts: Record<string, number> = { a: 100, b: 100, c: 200 };
    const read = (...names: string[]) =>
      readRows(
        orderRows,
        names.map(row),
        ({ name }) => ({ value: order('3400000000000001', { amountFen: amounts[name]! }), buyerElement: null }),
        new RowMemory(),
      );
    expect(read('a', 'b')).toMatchObject({ rows: [{}], rejects: [], health: { rows: 1, read: 1 } });
    expect(read('a', 'c')).toMatchObject({
      rows: [],
      rejects: [{ what: 'order (shown twice, not alike)', row: 1 }],
      health: { rows: 1, read: 0 },
    });
  });
});

describe('the memory of rows', () => {
  const rows = [row('3400000000000001'), row('3400000000000002')];

  test('an unchanged row is not read again, a forgotten one is', () => {
    const { read, readRow } = reader();
    const memory = new RowMemory();
    readRows(orderRows, rows, readRow, memory);
    readRows(orderRows, rows, readRow, memory);
    expect(read).toEqual(['3400000000000001', '3400000000000002']);
    memory.forget(rows[1]!);
    const again = readRows(orderRows, rows, readRow, memory);
    expect(read).toEqual(['3400000000000001', '3400000000000002', '3400000000000002']);
    expect(again.health).toEqual({ rows: 2, read: 2 });
  });

  test('every row is read again when a column moved', () => {
    const { read, readRow } = reader();
    const memory = new RowMemory();
    readRows(orderRows, rows, readRow, memory, 'price1amount5');
    readRows(orderRows, rows, readRow, memory, 'price5amount1');
    expect(read).toHaveLength(4);
  });

  test('rejects are remembered, too', () => {
    let times = 0;
    const memory = new RowMemory();
    const readRow = () => {
      times += 1;
      throw new ReadError('order id');
    };
    readRows(orderRows, rows, readRow, memory);
    expect(readRows(orderRows, rows, readRow, memory).rejects).toHaveLength(2);
    expect(times).toBe(2);
  });
});

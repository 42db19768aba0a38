import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { decodeLedger, DamagedLedgerError, encodeLedger } from '../../../../lib/insight/ledger/ledger-bytes.ts';
import {
  idAt,
  ledgerFlags,
  ledgerOf,
  rowOf,
  type Ledger,
  type LedgerRow,
} from '../../../../lib/insight/ledger/ledger.ts';
import { concat, latest, overlay, slice } from '../../../../lib/insight/ledger/merge.ts';
import { TODAY, makeCustomerId, makeHistory } from '../../../support/make-history.ts';

const row = (number: number, daysAgo: readonly number[] = [number], flags = 0): LedgerRow => ({
  customerId: makeCustomerId(number),
  history: makeHistory(daysAgo, { amountFen: 100 * (number + 1) }),
  flags,
});

/** What a ledger says, customer by customer. */
const told = (ledger: Ledger) =>
  Array.from({ length: ledger.size }, (_, at) => ({
    id: Number.parseInt(idAt(ledger, at), 16),
    days: Array.from(ledger.days.subarray(ledger.offsets[at], ledger.offsets[at + 1]), (day) => TODAY - day),
    amounts: Array.from(ledger.amountsFen.subarray(ledger.offsets[at], ledger.offsets[at + 1])),
    orders: ledger.orderCounts[at],
    flags: ledger.flags[at],
  }));

describe('a ledger', () => {
  test('holds its customers ascending by id, whatever order they come in', () => {
    const ledger = ledgerOf([row(300), row(2), row(10)]);
    expect(told(ledger).map(({ id }) => id)).toEqual([2, 10, 300]);
    expect([2, 10, 300, 3].map((id) => rowOf(ledger, makeCustomerId(id)))).toEqual([0, 1, 2, -1]);
  });

  test('keeps apart what is nothing and what is not known', () => {
    const { history } = row(1, [9, 3]);
    const purchases = [
      { ...history.purchases[0]!, amountFen: null },
      { ...history.purchases[1]!, amountFen: 0 },
    ];
    expect(told(ledgerOf([{ ...row(1), history: { ...history, purchases } }]))[0]!.amounts).toEqual([Number.NaN, 0]);
  });

  test('refuses an id that is none', () => {
    expect(() => ledgerOf([{ ...row(1), customerId: 'w**' }])).toThrow(
      'expected a customer id of 32 hexadecimal digits, found "w**"',
    );
  });
});

const rows = fc
  .uniqueArray(fc.nat({ max: 60 }), { maxLength: 30 })
  .chain((ids) =>
    fc.tuple(
      fc.constant(ids),
      fc.array(fc.array(fc.nat({ max: 900 }), { maxLength: 5 }), { minLength: 30, maxLength: 30 }),
    ),
  )
  .map(([ids, days]) => ids.map((id, index) => row(id, [...new Set(days[index])])));

describe('newer rows', () => {
  test('take the place of older ones, are added, or take away who has no orders left', () => {
    const older = ledgerOf([row(1), row(3), row(5)]);
    const newer = ledgerOf([row(0), row(3, [7, 8], ledgerFlags.doNotDisturb), row(5, []), row(9)]);
    expect(told(overlay(older, newer)).map(({ id, days, flags }) => [id, days, flags])).toEqual([
      [0, [0], 0],
      [1, [1], 0],
      [3, [8, 7], 1],
      [9, [9], 0],
    ]);
  });

  test('over older ones are what a map would make of them', () => {
    fc.assert(
      fc.property(rows, rows, (older, newer) => {
        const expected = new Map([...older, ...newer].map((one) => [one.customerId, one]));
        for (const { customerId, history } of newer) if (history.orderCount === 0) expected.delete(customerId);
        expect(told(overlay(ledgerOf(older), ledgerOf(newer)))).toEqual(told(ledgerOf([...expected.values()])));
      }),
    );
  });

  test('that are none change nothing, not even the object', () => {
    const ledger = ledgerOf([row(1)]);
    expect(overlay(ledger, ledgerOf([]))).toBe(ledger);
  });
});

describe('rows that were worked out one time after another', () => {
  test('count as they were the last time, also of who has no orders left since', () => {
    const first = ledgerOf([row(3), row(1), row(2)]);
    const second = ledgerOf([row(2, []), row(4)]);
    const third = ledgerOf([row(3, [7, 5])]);
    expect(told(latest([first, second, third]))).toEqual(told(ledgerOf([row(1), row(2, []), row(3, [7, 5]), row(4)])));
  });

  test('are nobody where nothing was worked out', () => {
    expect(latest([]).size).toBe(0);
  });
});

test('cut into pieces and put together, a ledger is what it was', () => {
  fc.assert(
    fc.property(rows, fc.nat({ max: 30 }), (some, at) => {
      const ledger = ledgerOf(some);
      const cut = Math.min(at, ledger.size);
      expect(told(concat([slice(ledger, 0, cut), slice(ledger, cut, ledger.size)]))).toEqual(told(ledger));
    }),
  );
});

describe('as bytes', () => {
  const ledger = ledgerOf(Array.from({ length: 50 }, (_, number) => row(number, [number, number + 7])));

  test('a ledger is read back as it was, also of nobody', () => {
    for (const one of [ledger, ledgerOf([]), ledgerOf([row(1)])])
      expect(told(decodeLedger(encodeLedger(one)))).toEqual(told(one));
  });

  test('one that is damaged anywhere is told from a whole one', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: encodeLedger(ledger).byteLength - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const bytes = encodeLedger(ledger);
          const view = new Uint8Array(bytes);
          // The four bytes behind the checksum carry nothing.
          fc.pre(at < 20 || at >= 24);
          view[at]! ^= flip;
          expect(() => decodeLedger(bytes)).toThrow(DamagedLedgerError);
        },
      ),
    );
  });

  test.each([
    ['cut short', (bytes: ArrayBuffer) => bytes.slice(0, 80), /expected \d+ bytes, found 80/],
    ['empty', () => new ArrayBuffer(0), 'expected a header, found 0 bytes'],
    ['of another kind', () => new ArrayBuffer(64), 'expected a ledger, found other bytes'],
    [
      'of another version',
      (bytes: ArrayBuffer) => {
        new Uint32Array(bytes)[1] = 99;
        return bytes;
      },
      /expected version \d+, found version 99/,
    ],
  ])('%s they are not read, and it is said why', (_, spoil, message) => {
    expect(() => decodeLedger(spoil(encodeLedger(ledger)))).toThrow(message);
  });
});

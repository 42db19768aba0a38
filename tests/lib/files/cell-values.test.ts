import { describe, expect, test } from 'vitest';
import { amountIn, countIn, keepsDigits, idIn, plain, timeIn } from '../../../lib/files/cell-values.ts';

const id = (cell: string) => idIn(cell, 'order id', /^\d{1,20}$/);

describe('an id', () => {
  test.each([
    ['=35153130000293579', '35153130000293579'],
    ["'35153130000293579", '35153130000293579'],
    ['3400070000015838', '3400070000015838'],
    ['=3400070000015830', '3400070000015830'],
    ['=35153130000293500', '35153130000293500'],
  ])('%s is %s', (cell, digits) => {
    expect(id(cell)).toBe(digits);
  });

  test.each(['3.51531E+16', '3.515313000029358e+16', '3400070000015830', '35153130000293500', "'351531300002935000"])(
    '%s has lost digits in a spreadsheet, or may have',
    (cell) => {
      expect(() => id(cell)).toThrow('digits lost');
    },
  );

  test('may end in a nought where its column has kept the digits, and is never one written in short', () => {
    const exact = (cell: string) => idIn(cell, 'order id', /^\d{1,20}$/, true);
    expect(exact('3400070000015830')).toBe('3400070000015830');
    expect(() => exact('3.51531E+16')).toThrow('digits lost');
  });

  test.each([
    ['', 'order id'],
    ['abc', 'order id'],
    ['1'.repeat(21), 'order id (21 digits)'],
  ])('%j is none', (cell, what) => {
    expect(() => id(cell)).toThrow(what);
  });
});

describe('a column of ids', () => {
  test.each([
    ['one that ends in another digit', ['3400070000015830', '3400070000015838'], true],
    ['noughts alone', ['3400070000015830', '3400070000025840'], false],
    ['nothing that could be rounded', ['1234567', '126520551'], false],
    ['marked ids alone', ['=3400070000015838'], false],
    ['no ids', ['', '合计'], false],
  ])('with %s', (_, cells, isExact) => {
    expect(keepsDigits(cells)).toBe(isExact);
  });

  test('put together from rounded and whole ids has not kept them all', () => {
    const rounded = ['3400070000015830', '3400070000015840', '3400070000015850'];
    expect(keepsDigits([...rounded, '3400070000015861'])).toBe(false);
    expect(keepsDigits([rounded[0]!, rounded[0]!, rounded[0]!, '3400070000015861'])).toBe(true);
  });
});

describe('an amount', () => {
  test.each([
    ['499.00（系统计算中，该值仅供参考）', 49_900],
    ['0元', 0],
    ['1,234.50', 123_450],
    ['178.8', 17_880],
    ['', null],
    ['null', null],
    ["'null", null],
  ])('%s is %s fen', (cell, fen) => {
    expect(amountIn(cell, 'amount')).toBe(fen);
  });

  test.each(['-5', '1.234', '12万', '约5'])('%s is none', (cell) => {
    expect(() => amountIn(cell, 'amount')).toThrow('amount');
  });
});

test.each([
  ['2026-05-01 10:01:02', '2026-05-01T10:01:02+08:00'],
  ['2020/2/20 23:59', '2020-02-20T23:59:00+08:00'],
  ['2020/2/20', '2020-02-20T00:00:00+08:00'],
])('the time %s is %s', (cell, iso) => {
  expect(timeIn(cell, 'order time')).toBe(Date.parse(iso));
});

test.each(['2026-02-30 10:00:00', '昨天', '44327.5'])('the time %s is none', (cell) => {
  expect(() => timeIn(cell, 'order time')).toThrow('order time');
});

test('a count is whole', () => {
  expect([countIn('2', 'n'), countIn('2.0', 'n'), countIn('', 'n')]).toEqual([2, 2, null]);
  expect(() => countIn('2.5', 'n')).toThrow('n');
});

test('nothing is written in several ways', () => {
  expect(['=', "'", 'null', '-', '--', ' '].map(plain)).toEqual(['', '', '', '', '', '']);
});

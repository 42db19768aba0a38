import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { agreedAmount, amountsIn, certainAmounts, takenOffIn } from '../../../../lib/platforms/reading/amounts.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const bodyOf = (html: string) => documentOf(html).body;
const read = (html: string) => amountsIn(bodyOf(html)).map(({ label, fen }) => [label, fen]);

describe('amounts of an element', () => {
  test.each([
    ['¥61.80', [['', 6180]]],
    ['￥1,234.50', [['', 123450]]],
    ['¥ 5', [['', 500]]],
    ['<span>￥</span><span>1,250</span><span>.50</span>', [['', 125050]]],
    ['<div>¥</div><div>1,280</div><div>.50</div>', [['', 128050]]],
    ['<div>¥1,280.</div><div>50</div>', [['', 128050]]],
    ['<div>实收款</div><div>470.00</div>', [['实收款', 47000]]],
    ['<span>¥61</span> <span>.80</span>', [['', 6180]]],
    ['<span>¥61.</span> <span>80</span>', [['', 6180]]],
    ['¥1 000.00', [['', 100000]]],
    ['¥1, 234.56', [['', 123456]]],
    ['(含快递:￥6 .50)', [['快递', 650]]],
    ['<b>¥6</b> <b>1.80</b>', []],
    ['<span>¥61</span> <span>80</span>', []],
    ['约￥20.00', []],
    ['¥20.00 3', [['', 2000]]],
    ['¥20 x3', [['', 2000]]],
    ['¥20 2026-11-20', [['', 2000]]],
    ['运费：¥8.00', [['运费', 800]]],
    ['<p>运费</p><p>¥8.00</p>', [['运费', 800]]],
    [
      '￥199.00 (含快递:￥12.00)',
      [
        ['', 19900],
        ['快递', 1200],
      ],
    ],
    [
      '¥5.00 ¥6.00',
      [
        ['', 500],
        ['', 600],
      ],
    ],
    ['<del>¥99.00</del>¥69.00', [['', 6900]]],
  ])('%s', (html, amounts) => {
    expect(read(html)).toEqual(amounts);
  });

  test.each([
    '-¥5.00',
    '¥5万',
    '¥5.1.2',
    '¥1,23',
    '¥10~¥20',
    '¥10-20',
    '61.8',
    '3400070000031676',
    '¥',
    '12:30',
    '2026-11-23',
  ])('are not made of %s alone', (text) => {
    expect(read(text).filter(([, fen]) => fen !== 2000)).toEqual([]);
  });

  test('are read as they are written, however the writing is cut into spans', () => {
    const cuts = fc.array(fc.nat({ max: 12 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), fc.boolean(), cuts, (fen, hasCommas, at) => {
        const yuan = Math.floor(fen / 100);
        const text = `¥${hasCommas ? yuan.toLocaleString('en-US') : yuan}.${String(fen % 100).padStart(2, '0')}`;
        const html = Array.from(text, (char, index) => (at.includes(index) ? `</span><span>${char}` : char)).join('');
        expect(read(`<span>${html}</span>`)).toEqual([['', fen]]);
      }),
    );
  });
});

test('a cell is not certain when it has a sign without an amount, or fen without yuan', () => {
  for (const html of ['¥计算中', '<p>¥61.80</p><p>运费¥--</p>', '<p>¥61</p><p>新客</p><p>.80</p>']) {
    expect(() => certainAmounts(bodyOf(html), 'amount')).toThrow('amount');
  }
});

test('an amount beyond any order is not certain, and the text is not told', () => {
  expect(() => certainAmounts(bodyOf('¥99999999999999.00'), 'amount')).toThrow(/^not read for certain: amount$/);
});

test('amounts agree or prove nothing', () => {
  const amounts = (...fens: number[]) => fens.map((fen) => ({ label: '', isBare: true, fen }));
  expect(agreedAmount(amounts(500, 500), 'amount')).toBe(500);
  expect(agreedAmount([], 'amount')).toBeNull();
  expect(() => agreedAmount(amounts(500, 501), 'amount')).toThrow('amount (several differ)');
});

test('digits beyond any amount are none', () => {
  expect(amountsIn(bodyOf('<p>¥14502330000000011029</p><p>¥5.00</p>')).map(({ fen }) => fen)).toEqual([500]);
});

test('amounts in the width of Chinese characters are amounts', () => {
  expect(amountsIn(bodyOf('<p>￥１，２３４．５０</p><p>￥1，234</p>')).map(({ fen }) => fen)).toEqual([123450, 123400]);
});

test('a freight may be written without its sign, and a price from which others begin is none', () => {
  expect(amountsIn(bodyOf('<p>(含快递:12.00)</p><p>运费 ¥8.00 起</p>'))).toEqual([
    { label: '快递', isBare: false, fen: 1200 },
  ]);
});

test.each([
  [['店铺优惠：-￥20.00'], 2000],
  [['店铺优惠', '-￥', '20', '.00'], 2000],
  [['店铺优惠：-￥20.00', '红包抵扣 ￥3.50'], 2350],
  [['优惠合计：-￥23.50', '店铺优惠：-￥20.00', '红包：-￥3.50'], 2350],
  [['商品总价：￥20.00', '￥5.00 优惠券待领取', '满199减20'], undefined],
])('what %j takes off', (lines, expected) => {
  expect(takenOffIn(lines).discountFen).toBe(expected);
});

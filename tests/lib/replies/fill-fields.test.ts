import { describe, expect, test } from 'vitest';
import { fillFields } from '../../../lib/replies/fill-fields.ts';
import type { KnownValue } from '../../../lib/replies/fill-values.ts';
import { tailOf, withTails } from '../../../lib/replies/number-tails.ts';
import { replyVariables } from '../../../lib/rules/replies.ts';

const now = Date.parse('2026-08-09T09:00:00+08:00');
const hoursAgo = (hours: number) => now - hours * 3_600_000;
const fill = (names: string[], known: Record<string, KnownValue> = {}, typed: Record<string, string> = {}) =>
  fillFields(names, replyVariables, known, typed, now);
const lasting = (text: string): KnownValue => ({ text, seenAt: null });

test('what is known needs no field, what only the person knows is one', () => {
  expect(fill(['orderTail', 'solution'], { orderTail: lasting('8831') })).toEqual({
    values: { orderTail: '8831' },
    fields: [{ name: 'solution', proposed: '', stale: null }],
    seen: {},
  });
});

test('what the person types stands in the text', () => {
  expect(fill(['solution'], {}, { solution: ' 今天补发 ' }).values).toEqual({ solution: '今天补发' });
});

describe('a state that was seen', () => {
  const sent = { orderStatus: { text: '已发货', seenAt: hoursAgo(23) } };
  test('lately is said, and when it was seen', () => {
    const { values, fields, seen } = fill(['orderStatus'], sent);
    expect(values).toEqual({ orderStatus: '已发货' });
    expect(fields).toEqual([]);
    expect(seen).toEqual({ orderStatus: hoursAgo(23) });
  });

  test('too long ago is asked again, and not said', () => {
    const { values, fields, seen } = fill(['orderStatus'], { orderStatus: { text: '已发货', seenAt: hoursAgo(25) } });
    expect(values).toEqual({});
    expect(fields).toEqual([{ name: 'orderStatus', proposed: '', stale: { text: '已发货', hours: 25 } }]);
    expect(seen).toEqual({});
  });
});

test('where the sentence can do without, a fallback stands and nothing is asked', () => {
  expect(fill(['itemTitle'])).toEqual({ values: { itemTitle: '商品' }, fields: [], seen: {} });
  expect(fill(['itemTitle'], { itemTitle: lasting('四件套') }).values).toEqual({ itemTitle: '四件套' });
});

test('what the buyer’s words suggest is proposed, to be looked at and changed', () => {
  const known = { problem: lasting('商品破损') };
  expect(fill(['problem'], known)).toEqual({
    values: { problem: '商品破损' },
    fields: [{ name: 'problem', proposed: '商品破损', stale: null }],
    seen: {},
  });
  expect(fill(['problem'], known, { problem: '杯盖裂了' }).values).toEqual({ problem: '杯盖裂了' });
  expect(fill(['problem'], known, { problem: '' }).values).toEqual({});
});

describe('only tails go out:', () => {
  test.each([
    ['3090112233448831', '8831'],
    ['…8831', '8831'],
    ['尾号 8831', '8831'],
    ['３０９０１１２２８８３１', '8831'],
    ['88', '88'],
    ['不知道', '不知道'],
  ])('the tail of %s is %s', (text, tail) => expect(tailOf(text)).toBe(tail));

  test.each([
    ['电话13812345678', '电话尾号5678'],
    ['打 138 1234 5678 就行', '打 尾号5678 就行'],
    ['+86 138-1234-5678', '尾号5678'],
    ['订单3090112233448831的', '订单尾号8831的'],
    ['卡6222 0212 3456 7890', '卡尾号7890'],
    ['电话１３８１２３４５６７８', '电话尾号5678'],
    ['订单２８４９０１２３４５６７', '订单尾号4567'],
    ['138.1234.5678', '尾号5678'],
    ['138—1234—5678，138_1234_5678', '尾号5678，尾号5678'],
    ['¥1380.00，共12.50', '¥1380.00，共12.50'],
    ['2026年12月1日12:00-18:00', '2026年12月1日12:00-18:00'],
    ['满200减20，3天内', '满200减20，3天内'],
    ['8月12日18:30前', '8月12日18:30前'],
    ['型号 20260812', '型号 20260812'],
  ])('%s -> %s', (text, safe) => expect(withTails(text)).toBe(safe));

  test('whatever is typed into a field; a waybill number alone stays whole', () => {
    expect(
      fill(
        ['phoneTail', 'solution', 'trackingNumber'],
        {},
        {
          phoneTail: '13812345678',
          solution: '打13812345678联系您',
          trackingNumber: '78123456789012',
        },
      ).values,
    ).toEqual({ phoneTail: '5678', solution: '打尾号5678联系您', trackingNumber: '78123456789012' });
  });
});

test('the sentence brings its own 前', () => {
  expect(fill(['deadline'], {}, { deadline: '今天18点前' }).values).toEqual({ deadline: '今天18点' });
});

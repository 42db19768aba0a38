import { describe, expect, test } from 'vitest';
import { Naming, piecesOf, plain, seamedLines } from '../../../../lib/platforms/reading/named-values.ts';
import { documentOf } from '../../../support/load-fixture.ts';
import { threadMs } from '../../../support/thread-ms.ts';

const naming = new Naming({
  caseId: ['退款编号'],
  orderId: ['订单号', '订单编号'],
  refund: ['退款金额'],
  kind: ['退款类型'],
  reason: ['退款原因'],
  other: ['商品', '门槛'],
});

function labelled(html: string) {
  const found = naming.labelledIn(seamedLines(documentOf(html).body));
  return Object.fromEntries([...found].map(([field, texts]) => [field ?? 'none', texts.map(plain)]));
}

describe('a labelled value is found', () => {
  test.each<[string, string, Record<string, string[]>]>([
    ['in the line of its label', '<p>退款编号：123</p>', { caseId: ['123'] }],
    ['in the next piece', '<p><b>退款编号</b><i>123</i></p>', { caseId: ['123'] }],
    ['in the line below', '<dl><dt>退款编号</dt><dd>123</dd></dl>', { caseId: ['123'] }],
    ['behind a bracket', '<p>退款金额（元）：12.30</p>', { refund: ['12.30'] }],
    ['behind a split label', '<p>退款<b>编号：</b>123</p>', { caseId: ['123'] }],
    ['in several in one line', '<p>退款编号:1 订单号:2</p>', { caseId: ['1'], orderId: ['2'] }],
    ['in pieces', '<p>退款编号：1<b>2</b>3</p>', { caseId: ['123'] }],
    ['with its amount over blocks', '<p>退款金额</p><p>¥</p><p>1,234</p><p>.50</p>', { refund: ['¥1,234.50'] }],
    ['as a label without a value', '<p>退款原因：</p><p>退款编号：1</p>', { reason: [''], caseId: ['1'] }],
  ])('%s', (_, html, values) => expect(labelled(html)).toEqual({ none: [], ...values }));

  test('up to the next label, which need not have a colon where a piece begins', () => {
    const pieces = ['退款类型', '仅退款', '退款金额', '￥1.00', '退款原因', '不喜欢'].map((text) => `<b>${text}</b>`);
    expect(labelled(`<p>${pieces.join('')}</p>`)).toEqual({
      none: [],
      kind: ['仅退款'],
      refund: ['￥1.00'],
      reason: ['不喜欢'],
    });
  });

  test('without crossed-out prices', () => {
    expect(labelled('<p>退款金额：<del>￥9.00</del>￥8.00</p>')).toMatchObject({ refund: ['￥8.00'] });
  });
});

describe('no label is', () => {
  test.each([
    ['the end of a longer word', '<p>原订单号：123</p>'],
    ['the end of a longer word in pieces', '<p><b>原</b><b>订单号：123</b></p>'],
    ['the end of some words at the end of a line', '<p>无<b>门槛</b></p><p>3</p>'],
    ['a word that somebody says', '<p>商品 损坏</p>'],
  ])('%s', (_, html) => expect(Object.keys(labelled(html))).toEqual(['none']));
});

test('the pieces of a text come after the whole of it', () => {
  const [line] = seamedLines(documentOf('<p><b>仅退款</b><i>极速</i></p>').body);
  expect(piecesOf(line!)).toEqual(['仅退款极速', '仅退款', '极速']);
});

test('captions may say their unit in brackets', () => {
  expect(naming.captioned('退款金额（元）')).toBe('refund');
  expect(naming.captioned('退款 金额')).toBe('refund');
  expect(naming.captioned('今日退款金额')).toBeUndefined();
});

test('takes time in proportion to a line of 200 kB', () => {
  for (const text of [
    '退款编号'.repeat(50_000),
    '￥1,'.repeat(60_000),
    '\u001f1'.repeat(100_000),
    ' '.repeat(200_000),
  ]) {
    const document = documentOf('<p></p>');
    document.body.firstElementChild!.textContent = text;
    const start = threadMs();
    naming.labelledIn(seamedLines(document.body));
    expect(threadMs() - start).toBeLessThan(2000);
  }
});

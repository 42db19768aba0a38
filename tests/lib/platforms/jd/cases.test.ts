/** Cases and disputes of JD: words, and single changes of a row. Whole pages are in the corpus. */
import { describe, expect, test } from 'vitest';
import {
  afterSaleFields,
  caseStatusLabels,
  caseStatusOf,
  disputeFields,
} from '../../../../lib/platforms/jd/case-labels.ts';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { documentOf, loadFixture } from '../../../support/load-fixture.ts';

const LIST = 'https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/list';
const read = (html: string, url = LIST) => readPage(documentOf(html), new URL(url)).batch;

describe('a state', () => {
  test.each(Object.entries(caseStatusLabels))('%s is %s', (label, status) => {
    expect(caseStatusOf(label)).toBe(status);
    expect(caseStatusOf(label.split('').join(' '))).toBe(status);
  });

  test.each(['待网点揽件', '', '退款成功了', 'constructor', '__proto__'])('%j is unknown', (label) => {
    expect(caseStatusOf(label)).toBe('unknown');
  });
});

describe('the captions', () => {
  test.each([afterSaleFields, disputeFields])('of a field are its labels, too, and no other field’s', (fields) => {
    for (const [name, { labels }] of Object.entries(fields)) {
      if (name === 'buyer') continue;
      const found = labels.map((label) => Object.entries(fields).filter(([, { caption }]) => caption.test(label)));
      for (const [index, columns] of found.entries())
        expect([labels[index], ...columns.map(([column]) => column)]).toEqual([labels[index], name]);
    }
  });
});

/** A row of a table with these cells, and what is read of it. */
const captions = ['服务单号', '订单号', '客户期望', '退款金额', '申请原因', '售后状态'];
const whole = ['4000000101', '3400080000110014', '退货退款', '¥61.80', '七天无理由', '待审核'];
function readRow(changes: Readonly<Record<number, string>>, more = '') {
  const cells = whole.map((cell, index) => changes[index] ?? cell);
  const row = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}${more}</tr>`;
  const { afterSales, rejects } = read(`<table>${row('th', captions)}${row('td', cells)}</table>`);
  return afterSales[0] ?? rejects[0]!.what;
}

describe('a row', () => {
  test.each<[string, Record<number, string>, string]>([
    ['a second order', { 1: '3400080000110014<div>3400080000110021</div>' }, 'order id (several differ)'],
    ['a second case', { 0: '4000000101<div>服务单号：4000000102</div>' }, 'case id (several differ)'],
    ['a number that goes on', { 0: '<b>4000000101</b><b>222</b>' }, 'case id'],
    ['two amounts', { 3: '¥61.80<div>¥59.00</div>' }, 'refund amount (several differ)'],
    ['a sign without an amount', { 3: '¥61.80<div>¥--</div>' }, 'refund amount'],
    ['words for an amount', { 3: '面议' }, 'refund amount'],
    ['two types', { 2: '退货退款<div>换货</div>' }, 'type (several differ)'],
    ['a word before the state', { 5: '新客<div>待审核</div>' }, 'case status'],
    ['states that exclude each other', { 5: '退款成功<div>退款关闭</div>' }, 'case status (several differ)'],
  ])('with %s is a named reject', (_, changes, what) => {
    expect(readRow(changes)).toBe(what);
  });

  test.each<[string, Record<number, string>, object]>([
    [
      'paid back what was not all asked for',
      { 3: '申请退款金额：¥80.00<div>实际退款金额：¥61.80</div>' },
      { refundFen: 6180 },
    ],
    ['asked for, as long as nothing is paid back', { 3: '申请退款金额：¥80.00' }, { refundFen: 8000 }],
    ['without a sign, for the caption names it', { 3: '61.8' }, { refundFen: 6180 }],
    ['nothing asked for', { 3: '--' }, { refundFen: null }],
    ['struck out', { 3: '<del>¥99.00</del>' }, { refundFen: null }],
    ['ended, and how', { 5: '完成<div>退款成功</div>' }, { status: 'refunded' }],
    ['ended, and no more', { 5: '完 成' }, { status: 'closed' }],
    ['with the time that is left', { 5: '待审核<div>还剩 1天 2小时 3分</div>' }, { status: 'open' }],
    ['with a button that is a state', { 5: '待审核<a>已撤销</a>' }, { status: 'open' }],
    ['with a telephone number for a reason', { 4: '打 12345678' }, { reason: null }],
    ['with a cut reason', { 4: '质量问…' }, { reason: null }],
    ['with a cut reason and its title', { 4: '<i title="质量问题">质量问…</i>' }, { reason: '质量问题' }],
  ])('%s', (_, changes, expected) => {
    expect(readRow(changes)).toMatchObject(expected);
  });

  test('with a remark in it is none the poorer', () => {
    expect(readRow({}, '<div class="remark-cell__text">退款金额：¥1.00 已撤销</div>')).toMatchObject({
      refundFen: 6180,
      status: 'open',
    });
  });
});

test('the headings of the export of 2018 say what the cells are', () => {
  const columns = {
    服务单号: '4000000101',
    订单号: '3400080000110014',
    商品编号: '10000000100211',
    商品金额: '99.00',
    服务单状态: '完成',
    售后服务单申请时间: '2026-11-20 10:05:11',
    审核结果: '审核通过',
    客户预期处理方式: '退货',
    返回方式: '客户发货',
    取件状态: '已签收',
    运费金额: '8.00',
    收货登记原因: '其他',
    退款金额: '61.80',
    换新订单: '3400080000119999',
  };
  const row = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  const { afterSales } = read(`<table>${row('th', Object.keys(columns))}${row('td', Object.values(columns))}</table>`);
  expect(afterSales).toMatchObject([
    { orderId: '3400080000110014', refundFen: 6180, type: '退货', status: 'closed', reason: null },
  ]);
});

test('a number of a case outside of all rows is a reject, not a loss', () => {
  const { html, url } = loadFixture('jd/after-sale-list--normal');
  const more = html.replace(
    '<div class="jd-pro-pagination">',
    '<p>服务单号：4000000999</p><div class="jd-pro-pagination">',
  );
  const { afterSales, rejects } = read(more, url);
  expect(afterSales).toHaveLength(3);
  expect(rejects).toEqual([{ what: 'order id', row: 4 }]);
});

test('a buyer who is not certain does not take the case with them', () => {
  const { html, url } = loadFixture('jd/after-sale-list--cards');
  const twice = html.replace(
    '<span class="user-pin">jd_6d1b2c3d4e5f0</span>',
    '<span class="user-pin">a1b2</span><span class="user-pin">c3d4</span>',
  );
  const [first, second] = read(twice, url).afterSales;
  expect(first).toMatchObject({ caseId: '4000000301', buyer: { display: null, key: null, quality: 'masked' } });
  expect(second!.buyer).toEqual({ display: 'wd_4.lin', key: 'wd_4.lin', quality: 'stable' });
});

test.each([
  ['after-sale-list--normal', ['jd_2a2b2c2d2e2f0', 'wd_sunshine', '测试买家']],
  ['after-sale-list--head-above-cells', ['jd_1a2b3c4d5e6f7', null]],
  ['after-sale-list--masked-and-several-lines', [null, null]],
  ['dispute-list--normal', ['jd_2a2b2c2d2e2f0', 'wd_sunshine', null]],
])('%s knows its buyers by their accounts', (name, keys) => {
  const { html, url } = loadFixture(`jd/${name}`);
  expect(read(html, url).afterSales.map(({ buyer }) => buyer.key)).toEqual(keys);
});

test('when a case was asked for is told where the page says it', () => {
  const { html, url } = loadFixture('jd/after-sale-list--cards');
  const times = read(html, url).afterSales.map(({ appliedAt }) => appliedAt);
  expect(times[0]).toBe(Date.parse('2026-11-26T08:00:01+08:00'));
  expect(times.every((time) => time !== null)).toBe(true);
});

test('nothing of receiver, phone, address or courier is in what is read', () => {
  for (const name of ['after-sale-list--decoys', 'after-sale-detail--normal']) {
    const { html, url } = loadFixture(`jd/${name}`);
    expect(JSON.stringify(read(html, url))).not.toMatch(/林\*\*|王\*\*|1\*{6}2046|余杭|9876543210|\*{10}/);
  }
});

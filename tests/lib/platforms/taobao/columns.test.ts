import { expect, test } from 'vitest';
import { columnIndexes, columnsKey, readColumns } from '../../../../lib/platforms/taobao/columns.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const names = ['宝贝', '单价(元)', '数量', '售后', '买家', '交易状态', '实收款(元)'];
const captions = (tag: string, cells = names) =>
  `<section>${cells.map((name) => `<${tag}><b>${name}</b></${tag}>`).join('')}</section>`;
const columnsOf = (html: string) => readColumns(documentOf(html).body);

test('captions are found whatever their tags', () => {
  for (const html of [
    captions('div'),
    captions('span'),
    `<table><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr></table>`,
  ]) {
    expect([...columnsOf(html)!.indexes.keys()]).toEqual([
      'product',
      'price',
      'quantity',
      'afterSale',
      'buyer',
      'status',
      'amount',
    ]);
    expect(columnsOf(html)!.width).toBe(7);
  }
});

test('captions in another order are other columns', () => {
  expect(columnsKey(columnsOf(captions('div')))).not.toBe(columnsKey(columnsOf(captions('div', names.toReversed()))));
});

test.each([
  ['no captions', '<p>单价</p>'],
  ['captions one of which nobody knows', captions('div', names.with(5, '进度'))],
  ['words of a search form', '<form><label>单价</label><input><label>实收款</label><input></form>'],
])('%s say nothing', (_, html) => {
  expect(columnsOf(html)).toBeNull();
});

test('cells that span rows and columns push the others to the right', () => {
  const rows = [
    ...documentOf(
      '<table><tr><td>a</td><td rowspan="2">b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr><tr><td colspan="2">f</td><td rowspan="zzz">g</td></tr></table>',
    ).querySelectorAll('tr'),
  ].map((row) => [...row.children]);
  expect(columnIndexes(rows)).toEqual([
    [0, 1, 2],
    [0, 2],
    [0, 2],
  ]);
});

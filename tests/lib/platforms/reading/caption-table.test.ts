import { describe, expect, test } from 'vitest';
import { captionsKey, readCaptions } from '../../../../lib/platforms/reading/caption-table.ts';
import { Naming } from '../../../../lib/platforms/reading/named-values.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const naming = new Naming({ name: ['名称'], face: ['面额', '优惠'], status: ['状态'], other: ['操作'] });
const read = (html: string) => readCaptions(documentOf(html).body, naming);
const row = (tag: string, cell: string, texts: readonly string[]) =>
  `<${tag}>${texts.map((text) => `<${cell}><b>${text}</b></${cell}>`).join('')}</${tag}>`;
const names = ['', '名称', '面额（元）', '状态', '操作'];
const values = ['', '秋日', '15', '领取中', '查看'];
const table = (head: readonly string[], ...rows: (readonly string[])[]) =>
  `<table>${row('tr', 'th', head)}</table><table>${rows.map((each) => row('tr', 'td', each)).join('')}</table>`;

describe('captions', () => {
  test('say which column is which, and which rows are below them', () => {
    const captions = read(table(names, values, values))!;
    expect([...captions.columns]).toEqual([
      ['name', [1]],
      ['face', [2]],
      ['status', [3]],
      ['other', [4]],
    ]);
    expect(captions.rows.size).toBe(2);
  });

  test('are found in boxes of any kind, split texts included', () => {
    const split = names.map((text) => text.replace('状态', '状<i>态</i>'));
    const captions = read(`<section>${row('div', 'div', split)}${row('section', 'p', values)}</section>`)!;
    expect(captions.columns.get('status')).toEqual([3]);
    expect(captions.rows.size).toBe(1);
  });

  test('may name a value twice', () => {
    expect(read(table(['名称', '面额', '优惠', '状态'], ['a', '1', '2', 'b']))!.columns.get('face')).toEqual([1, 2]);
  });

  test('in another order are other columns', () => {
    expect(captionsKey(read(table(names, values)))).not.toBe(captionsKey(read(table(names.toReversed(), values))));
    expect(captionsKey(null)).toBe('');
  });

  test('that a page shows twice, as a head that stays in sight, are no rows', () => {
    const twice = table(names, values).replace(row('tr', 'th', names), row('tr', 'th', names).repeat(2));
    const captions = read(twice)!;
    expect([...captions.rows].map((each) => each.textContent)).toEqual([values.join('')]);
  });

  test('of rows that stand elsewhere are others, those of more rows at the same place are not', () => {
    const one = table(names, values);
    expect(captionsKey(read(table(names, values, values)))).toBe(captionsKey(read(one)));
    const inHead = one.replace('</table>', `${row('tr', 'td', ['', '合计', '30', '', ''])}</table>`);
    expect(captionsKey(read(inHead))).not.toBe(captionsKey(read(one)));
  });

  test('do not have rows of another width below them', () => {
    expect(read(table(names, ['没有数据']))!.rows.size).toBe(0);
  });
});

describe('no captions are', () => {
  test.each([
    ['two of them', table(['名称', '状态'], ['a', 'b'])],
    [
      'labels with their values',
      '<dl><dt>名称</dt><dd>秋日 2</dd><dt>面额</dt><dd>15</dd><dt>状态</dt><dd>领取中</dd></dl>',
    ],
    ['labels with colons', '<p><b>名称：</b><b>面额：</b><b>状态：</b></p>'],
  ])('%s', (_, html) => expect(read(html)).toBeNull());
});

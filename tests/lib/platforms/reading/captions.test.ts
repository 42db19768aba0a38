import { describe, expect, test } from 'vitest';
import { captionRows, rowCells, rowsBelow } from '../../../../lib/platforms/reading/captions.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const NONE = new Set<Element>();
const CAPTION = /^(?:单号|金额|状态)$/;
const tableOf = (html: string) => documentOf(html).body;
const captionsIn = (body: Element) => captionRows(body, CAPTION, 3, NONE);
const textsBelow = (body: Element) =>
  rowsBelow(captionsIn(body)[0]!, body, NONE).map((row) => rowCells(row).map(({ textContent }) => textContent));

const head = '<tr><th>单号</th><th>金额</th><th>状态</th></tr>';

describe('captions', () => {
  test.each([
    ['in a table', `<table>${head}</table>`],
    ['in boxes of their own', '<div><div><i>单号</i></div><div><b><span>金额</span></b></div><div>状态</div></div>'],
    ['with one that is not known', '<ul><li>单号</li><li>商品</li><li>金额</li><li>状态</li></ul>'],
  ])('are found %s', (_, html) => {
    expect(captionsIn(tableOf(html))).toHaveLength(1);
  });

  test.each([
    ['words before fields', '<form><p>单号<input></p><p>金额<input></p><p>状态<select></select></p></form>'],
    ['words before their values', '<dl><dt>单号</dt><dd>4000000101</dd><dt>金额</dt><dd>¥5</dd><dt>状态</dt></dl>'],
    ['words with a colon', '<p><b>单号</b><b>金额</b><b>状态</b><b>原因：</b></p>'],
    ['too few', '<p><b>单号</b><b>金额</b></p>'],
  ])('are not %s', (_, html) => {
    expect(captionsIn(tableOf(html))).toEqual([]);
  });
});

describe('the rows below', () => {
  const row = (id: string) => `<tr><td>${id}</td><td>¥5</td><td>完成</td></tr>`;

  test('have as many cells and a number', () => {
    const body = tableOf(
      `<table><thead>${head}</thead><tbody>${row('4000000101')}${row('')}<tr><td colspan="3">4000000102</td></tr></tbody></table>`,
    );
    expect(textsBelow(body)).toEqual([['4000000101', '¥5', '完成']]);
  });

  test('stand in another table, whose captions have one cell more above the bar', () => {
    const gutter = head.replace('</tr>', '<th class="gutter"></th></tr>');
    const body = tableOf(`<table>${gutter}</table><div><table>${row('4000000101')}</table></div>`);
    expect(textsBelow(body)).toEqual([['4000000101', '¥5', '完成']]);
  });

  test('are no boxes of as many pieces in a cell of theirs', () => {
    const inner = '<div><i>1234567</i><i>a</i><i>b</i></div>';
    const body = tableOf(`<table>${head}<tr><td>4000000101</td><td>${inner}</td><td>完成</td></tr></table>`);
    expect(textsBelow(body)).toHaveLength(1);
  });

  test('may have a remark behind their cells, if the numbers stand where they belong', () => {
    const boxes = (...texts: string[]) => `<div>${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
    const body = tableOf(
      boxes('单号', '金额', '状态') +
        boxes('4000000101', '¥5', '完成', '备注') +
        boxes('选', '4000000102', '¥5', '完成'),
    );
    expect(textsBelow(body)).toEqual([['4000000101', '¥5', '完成', '备注']]);
  });
});

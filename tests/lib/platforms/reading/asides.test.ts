import { describe, expect, test } from 'vitest';
import { isInNote, isStep, notesIn, praiseIn } from '../../../../lib/platforms/reading/asides.ts';
import { textOf } from '../../../../lib/platforms/reading/text.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const bodyOf = (html: string) => documentOf(html).body;
const texts = (elements: Iterable<Element>) => [...elements].map(textOf);

describe('a note', () => {
  test.each([
    ['<p>备注：换货 订单号 4502330000000011029</p>', ['备注：换货 订单号 4502330000000011029']],
    ['<p><span>买家留言：</span><span>已付款</span></p><p>¥1.00</p>', ['买家留言：', '已付款']],
    ['<div><span>备注：</span><b>改地址</b><i>¥5.00</i></div>', ['备注：', '改地址', '¥5.00']],
    ['<div><span>备注：</span><b>无</b><span>运费：</span><i>¥5.00</i></div>', ['备注：', '无']],
    ['<div><p><span>买家留言：</span></p><p>订单状态：已取消</p></div>', ['买家留言：', '订单状态：已取消']],
    ['<p>订单备注说明</p>', []],
  ])('%s', (html, expected) => {
    expect(texts(notesIn(bodyOf(html)))).toEqual(expected);
  });

  test('is told by the label before it, close around', () => {
    const body = bodyOf(
      '<div>备注：<p><b id="in">4502330000000011029</b></p></div><p><b id="out">4502330000000021130</b></p>',
    );
    expect(isInNote(body.querySelector('#in')!)).toBe(true);
    expect(isInNote(body.querySelector('#out')!)).toBe(false);
  });
});

describe('goods that the console praises', () => {
  test('are the box of their heading', () => {
    const body = bodyOf('<aside><h3>猜你喜欢</h3><a href="//item.jd.com/1.html">杯</a></aside><p>茶</p>');
    expect(texts(praiseIn(body))).toEqual(['猜你喜欢 杯']);
  });

  test('are none where the box shows the number of an order', () => {
    expect(praiseIn(bodyOf('<div><h3>猜你喜欢</h3><p>4502330000000011029</p></div>'))).toEqual([]);
  });
});

describe('a step that every order goes through', () => {
  test('stands beside two others', () => {
    const steps = ['提交订单', '付款成功', '商品出库', '完成'].map((step) => `<div><p>${step}</p></div>`).join('');
    const body = bodyOf(`<section>${steps}</section><h2>完成</h2>`);
    expect([...body.querySelectorAll('section p')].map(isStep)).toEqual([true, true, true, true]);
    expect(isStep(body.querySelector('h2')!)).toBe(false);
  });
});

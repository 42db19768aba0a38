/** Pages of the corpus with one thing changed; each was read wrong once. Either the truth is read or the order is a named reject. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../lib/platforms/registry.ts';
import { documentOf, loadFixture } from '../../support/load-fixture.ts';

/** What the page says after `change`: its orders by id, and its rejects. */
function changed(name: string, change: readonly (readonly [string | RegExp, string])[]) {
  const { html, url } = loadFixture(name);
  const page = change.reduce((text, [from, to]) => {
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`expected ${String(from)} in ${name}`);
    return next;
  }, html);
  const { orders, rejects } = readPage(documentOf(page), new URL(url)).batch;
  return { orders: new Map(orders.map((order) => [order.orderId, order])), rejects: rejects.map(({ what }) => what) };
}

describe('is a named reject', () => {
  test.each<[string, string, [string | RegExp, string][], string]>([
    ['a sign with no amount below the amount', 'jd/order-list--unpaid', [['>¥8.00<', '>¥--<']], 'amount'],
    [
      'two freights in one line',
      'jd/order-list--classes-renamed',
      [['<span>¥0.00</span>', '<span>¥3.00</span> <span>¥0.00</span>']],
      'freight (several differ)',
    ],
    ['a word glued to the freight', 'jd/order-list--unpaid', [['运费</span>', '运费新客</span>']], 'freight'],
    [
      'a price among labels that lost their amount',
      'jd/order-list--labels-above-values',
      [['应付金额：¥100.00', '应付金额：面议']],
      'amount',
    ],
    [
      'a word before the state, in its place',
      'jd/order-list--cancelled-after-payment',
      [['<span>已取消</span>', '<p>新客</p><span>已取消</span>']],
      'order status',
    ],
    [
      'a word glued to the state',
      'jd/order-list--on-hold',
      [['<span>锁定</span>', '<span>锁定</span><span>新客</span>']],
      'order status',
    ],
    [
      'an account that goes on in the next piece',
      'jd/order-list--labels-above-values',
      [['下单账号：jd_4b4c4d4e4f4a1', '<span>下单账号：jd_4b4c</span><span>4d4e4f4a1</span>']],
      'buyer',
    ],
    ['an account box that is empty', 'jd/order-list--on-hold', [['>yun.du-7<', '><']], 'buyer'],
    ['a payment before the order', 'jd/order-list--on-hold', [['00:03:05 付款', '00:01:00 付款']], 'payment time'],
    [
      'a payment of an unpaid order',
      'jd/order-list--unpaid',
      [['10:00:00 下单', '10:00:00 下单，2026-11-23 10:01:00 付款']],
      'payment time',
    ],
    [
      'a linked article outside of the lines',
      'jd/order-list--gift-of-the-same-sku',
      [['"sku-info-list__item"', '"x"']],
      'order lines',
    ],
    [
      'a word before the state',
      'taobao/sold-list--divs',
      [['>卖家已发货<', '><p>新客</p>卖家已发货<']],
      'order status',
    ],
    [
      'a badge as long as the title',
      'taobao/sold-list--several-lines',
      [['<div>棉袜 长筒</div>', '<div>小店力荐</div><div>棉袜 长筒</div>']],
      'item title (which of several)',
    ],
    [
      'two counts',
      'taobao/sold-list--without-captions',
      [['<td>4</td>', '<td>4</td><td>7</td>']],
      'item quantity (which of several)',
    ],
    [
      'columns that changed places, without captions',
      'taobao/sold-list--without-captions',
      [
        [
          '<td>￥15.00</td><td>4</td><td></td><td>买家已付款</td><td>￥60.00</td>',
          '<td>￥60.00</td><td>4</td><td></td><td>买家已付款</td><td>￥15.00</td>',
        ],
      ],
      'amount (far from the sum)',
    ],
    [
      'a mask with a word glued to it',
      'taobao/sold-list--one-order-alone',
      [['<span>p**</span>', '<span>p**新客</span>']],
      'buyer',
    ],
    [
      'a second text in the buyer’s cell',
      'taobao/sold-list-old--classes-renamed',
      [['<a>tb6125470</a>', '<p>VIP</p><a>tb6125470</a>']],
      'buyer',
    ],
    [
      'a time glued to the time',
      'taobao/sold-list-old--classes-renamed',
      [['<span>2018-04-21 20:12:18', '<span>2026-11-26 10:20:30</span><span>2018-04-21 20:12:18']],
      'order time',
    ],
    [
      'a line whose count is gone',
      'taobao/sold-list--line-without-link',
      [['<td>￥10.00</td><td>1</td>', '<td>￥10.00</td><td>?</td>']],
      'item quantity',
    ],
    [
      'a line missing in the data',
      'taobao/sold-list-old--normal',
      [[/,\{"id":126520551000123460,"idStr":"126520551000123457","quantity":1,.*?\}\]\}(?=\]\})/, '']],
      'order lines (page and data differ)',
    ],
  ])('%s', (_, name, change, what) => {
    expect(changed(name, change).rejects).toContain(what);
  });
});

test('a row that is an order of its own has no lines of the row beside it', () => {
  const row = (id: string, fen: number) =>
    `<tr><td>订单号 ${id} 创建时间 2026-11-20 10:12:33 w**</td><td><a href="//item.taobao.com/item.htm?id=6"><img></a>杯</td><td>￥${fen}.00</td><td>1</td><td></td><td>交易成功</td><td>￥${fen}.00</td></tr>`;
  const html = `<table>${row('4502330000000011029', 5)}${row('4502330000000021130', 7)}</table>`;
  const { url } = loadFixture('taobao/sold-list--normal');
  const { orders } = readPage(documentOf(html), new URL(url)).batch;
  expect(orders.filter(({ items }) => items.length > 1)).toEqual([]);
});

test('a second number in the box of the order id is not taken for it', () => {
  const { orders, rejects } = changed('jd/order-list--labels-above-values', [
    ['<dd>3400080000100015</dd>', '<dd>3400080000100015<div>3400046541758324</div></dd>'],
  ]);
  expect([...orders.keys()]).toEqual(['3400080000100022']);
  expect(rejects).toEqual(['order id (several differ)']);
});

describe('is read all the same', () => {
  test('an id in two pieces', () => {
    const { orders } = changed('taobao/sold-list--one-order-alone', [
      ['订单号 4502330000000131029', '<span>订单号 450233000000013102</span><span>9</span>'],
    ]);
    expect([...orders.keys()]).toEqual(['4502330000000131029']);
  });

  test('a count in two pieces', () => {
    const { orders } = changed('jd/order-list--classes-renamed', [
      ['<span>x2</span>', '<span>x1</span><span>2</span>'],
    ]);
    expect(orders.get('3400080000090013')?.items[0]?.quantity ?? 'rejected').not.toBe(1);
  });

  test('a text node in two', () => {
    const { url, html, expected } = loadFixture('jd/order-list--pin-masked-and-cut');
    const document = documentOf(html);
    for (const pin of document.querySelectorAll('.user-pin')) (pin.firstChild as Text).splitText(3);
    const read = readPage(document, new URL(url)).batch.orders;
    expect(read.map(({ buyer }) => buyer)).toEqual(expected.orders!.map(({ buyer }) => buyer));
  });

  test('a cut account whose title stands further out', () => {
    const { orders } = changed('jd/order-list--pin-masked-and-cut', [
      [
        '>jd_7c4d5e…</div></div>\n  <div prop="orderStatus" class="table-cared-order-status-column"><div class="order-status"><span>待出库</span></div></div>\n </div></div>\n <div class="card">\n <div class="card-header"><input type="checkbox">\n  <div class="shop-order-id"><button class="order-info-btn"><span>3400080000060047',
        '><span>jd_7c4d5e…</span></div></div>\n  <div prop="orderStatus"><div class="order-status"><span>待出库</span></div></div>\n </div></div>\n <div class="card">\n <div class="card-header"><input type="checkbox">\n  <div class="shop-order-id"><button class="order-info-btn"><span>3400080000060047',
      ],
    ]);
    expect(orders.get('3400080000060030')?.buyer.key).toBe('jd_7c4d5e6f7a8b9');
  });

  test('a nick that lost its box', () => {
    const { orders } = changed('taobao/sold-list--one-order-alone', [['<span>p**</span>', 'p**']]);
    expect(orders.get('4502330000000131029')?.buyer.display).toBe('p**');
  });

  test('a state with a word glued behind it', () => {
    const { orders } = changed('taobao/sold-list--columns-moved', [
      ['<td>请卖家处理</td>', '<td>请卖家处理<span>新客</span></td>'],
    ]);
    expect(orders.get('4502330000000061029')?.items[1]?.afterSale).toBe('requested');
  });

  test('a cancelled order known by its shape alone', () => {
    const { orders } = changed('jd/order-list--classes-renamed', [
      ['<span>待付款</span>', '<span>(删除)等待付款确认</span>'],
    ]);
    expect(orders.get('3400080000090020')?.status).toBe('cancelled');
  });
});

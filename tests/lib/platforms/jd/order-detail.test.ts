/** JD's page of one order with one thing changed: the truth, or a reject with a name. */
import { describe, expect, test } from 'vitest';
import { RowMemory } from '../../../../lib/platforms/reading/rows.ts';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { documentOf, loadFixture } from '../../../support/load-fixture.ts';

type Change = readonly [string | RegExp, string];

/** What the page says after `changes`: its one order, or its rejects. */
function changed(name: string, ...changes: readonly Change[]) {
  const { html, url } = loadFixture(`jd/order-detail--${name}`);
  const page = changes.reduce((text, [from, to]) => {
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`expected ${String(from)} in ${name}`);
    return next;
  }, html);
  const { orders, rejects } = readPage(documentOf(page), new URL(url)).batch;
  return orders[0] ?? rejects.map(({ what }) => what);
}

describe('is a named reject', () => {
  test.each<[string, string, Change, string]>([
    ['a number that is too long', 'normal', ['3400080000210014 <a>', '34000800002100145 <a>'], 'order id'],
    ['a number in another form', 'normal', ['3400080000210014 <a>', '3.4E15 <a>'], 'order id'],
    [
      'two numbers',
      'normal',
      ['<h3>商品信息', '<p>订单号：3400080000210090</p><h3>商品信息'],
      'order id (several differ)',
    ],
    ['no time of the order', 'normal', ['下单时间：', '时间：'], 'order time'],
    ['a time in other words', 'normal', ['2026-11-20 09:15:02', '昨天 09:15'], 'order time'],
    ['a payment before the order', 'normal', ['2026-11-20 09:15:40', '2026-11-19 09:15:40'], 'payment time'],
    ['a payment in other words', 'normal', ['2026-11-20 09:15:40', '一分钟后'], 'payment time'],
    [
      'a payment of an order that waits for it',
      'unpaid',
      ['<span class="custom-descriptions__content">--', '<span>2026-11-23 00:00:10'],
      'payment time',
    ],
    ['no state', 'normal', ['<h2>买家已付款，待商家发货</h2>', '<h2></h2>'], 'order status'],
    ['two states without a label', 'normal', ['<h2>', '<p>已取消</p><h2>'], 'order status (several differ)'],
    ['a word glued to the state', 'refunded-line', ['>已完成<', '><i>已完成</i><i>新客</i><'], 'order status'],
    ['an amount in words', 'normal', ['¥137.80', '面议'], 'amount'],
    ['an amount in ten thousands', 'normal', ['¥137.80', '¥1.37万'], 'amount'],
    ['a range', 'normal', ['¥137.80', '¥137.80-¥140.00'], 'amount'],
    ['two amounts behind one label', 'normal', ['¥137.80', '¥137.80 ¥120.00'], 'amount'],
    ['amounts of which none is the order’s', 'normal', ['应付金额：', '合计：'], 'amount'],
    ['an amount that is not the sum', 'normal', ['¥137.80', '¥147.80'], 'amount (not the sum)'],
    ['a discount that is not taken off', 'normal', ['-¥10.00', '-¥1.00'], 'amount (not the sum)'],
    ['two freights', 'normal', ['<h3>费用明细', '<p>运费：¥9.00</p><h3>费用明细'], 'freight (several differ)'],
    ['a freight in words', 'normal', ['¥8.00', '到付'], 'freight'],
    [
      'goods that the lines do not make',
      'normal',
      ['¥139.80</span>', '¥159.80</span>'],
      'order lines (not the goods total)',
    ],
    ['no line', 'no-buyer', [/<tr><td>.*<\/tr>/, ''], 'order lines'],
    ['a line without a count', 'normal', ['<td>2</td>', '<td>?</td>'], 'item quantity'],
    ['a line without a title', 'normal', ['山核桃仁 临安手剥 罐装', ''], 'item title'],
    ['a price that cannot be read', 'normal', ['<td>¥69.90</td>', '<td>¥--</td>'], 'unit price'],
    ['two prices', 'normal', ['<td>¥69.90</td>', '<td>¥69.90 ¥59.90</td>'], 'unit price (several differ)'],
    [
      'an article that is not the linked one',
      'normal',
      ['skuId：10000000200111', 'skuId：10000000200112'],
      'sku id (several differ)',
    ],
    [
      'two states of a line',
      'refunded-line',
      ['<span>退款成功</span>', '<p>退款成功</p><p>退款中</p>'],
      'item state (several differ)',
    ],
    ['an account box that is empty', 'normal', ['jd_6d1b2c3d4e5f0', ''], 'buyer'],
    ['an account in two pieces', 'refunded-line', ['wdkqzrtm', '<b>wdkq</b><b>zrtm</b>'], 'buyer'],
    ['a badge behind the account', 'normal', ['jd_6d1b2c3d4e5f0', '<b>jd_6d1b2c3d4e5f0</b><b>新客</b>'], 'buyer'],
    ['two accounts', 'normal', ['<h3>商品信息', '<p>用户名：wdkqzrtm</p><h3>商品信息'], 'buyer'],
    ['a name behind 客户, which may be the receiver’s', 'masked-buyer', ['jd_7c****1e', '林青山'], 'buyer'],
  ])('%s', (_, name, change, what) => {
    expect(changed(name, change)).toEqual([what]);
  });
});

describe('is read all the same', () => {
  test('an amount that several places say alike', () => {
    expect(changed('normal', ['<h3>商品信息', '<p>实付款 ¥137.80</p><h3>商品信息'])).toMatchObject({
      amountFen: 13780,
    });
  });

  test('discounts by their sum and by their parts', () => {
    const parts = '<p>优惠券：-¥6.00</p><p>京豆：-¥4.00</p><h3>费用明细';
    expect(changed('normal', ['<h3>费用明细', parts])).toMatchObject({ amountFen: 13780 });
  });

  test('a label in pieces', () => {
    expect(changed('normal', ['下单时间：', '<b>下单</b><i>时间：</i>'])).toMatchObject({
      orderId: '3400080000210014',
    });
  });

  test('an account whose cut text has it whole in its title', () => {
    const cut = '<b title="jd_6d1b2c3d4e5f0">jd_6d1b…</b>';
    expect(changed('normal', ['jd_6d1b2c3d4e5f0', cut])).toMatchObject({ buyer: { key: 'jd_6d1b2c3d4e5f0' } });
    expect(changed('normal', ['jd_6d1b2c3d4e5f0', 'jd_6d1b…'])).toMatchObject({
      buyer: { key: null, quality: 'masked' },
    });
  });

  test('an order of a page that shows no amount', () => {
    const order = changed('no-buyer', ['<span>应付金额（元）：</span><span>78.00</span>', '']);
    expect(order).toMatchObject({ amountFen: null, freightFen: null, items: [{ unitPriceFen: 3900 }] });
  });

  test('a state that no table knows, behind its label', () => {
    expect(changed('refunded-line', ['>已完成<', '>待成团<'])).toMatchObject({ status: 'unknown' });
  });

  test('an order that waits for its payment, with nothing behind the label of its time', () => {
    expect(changed('unpaid', ['>--<', '><'])).toMatchObject({ status: 'unpaid', paidAt: null });
    expect(changed('normal', ['2026-11-20 09:15:40', ''])).toEqual(['payment time']);
  });

  test('an address without a number', () => {
    const { html, expected } = loadFixture('jd/order-detail--normal');
    const { orders } = readPage(documentOf(html), new URL('https://shop.jd.com/jdm/trade/orders/order-details')).batch;
    expect(orders.map(({ orderId }) => orderId)).toEqual([expected.orders![0]!.orderId]);
  });
});

test('the page of the order before, still shown under the next address, is not remembered for it', () => {
  const { html, url } = loadFixture('jd/order-detail--normal');
  const document = documentOf(html);
  const memory = new RowMemory();
  expect(readPage(document, new URL(url), memory).batch.orders).toHaveLength(1);
  const next = new URL(url);
  next.searchParams.set('orderId', '3400080000210999');
  expect(readPage(document, next, memory).batch).toMatchObject({
    orders: [],
    rejects: [{ what: 'order id (page and address differ)' }],
  });
});

test('the chip stands at the account, or else at the number', () => {
  const elementOf = (name: string) => {
    const { html, url } = loadFixture(`jd/order-detail--${name}`);
    return readPage(documentOf(html), new URL(url)).buyers[0]!.element.textContent;
  };
  expect(elementOf('normal')).toBe('jd_6d1b2c3d4e5f0');
  expect(elementOf('no-buyer')).toContain('3400080000210076');
});

test('nothing of the receiver is in what is read', () => {
  const { html, url } = loadFixture('jd/order-detail--normal');
  const named = html.replaceAll('林**', '林青山').replaceAll('联系电话：', '联系手机：');
  expect(JSON.stringify(readPage(documentOf(named), new URL(url)).batch)).not.toMatch(/林|杭州|2046|揽收/);
});

test('a page with much else takes time in proportion to it', { timeout: 60_000 }, () => {
  const { html, url } = loadFixture('jd/order-detail--several-lines');
  const timeOf = (count: number) => {
    const box = '<div><span>说明</span><i>x7</i><b>单价</b><p>¥1.00 起</p></div>';
    const document = documentOf(html.replace('</body>', `<section>${box.repeat(50)}</section>`.repeat(count / 50)));
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      expect(readPage(document, new URL(url)).batch.health).toEqual({ rows: 1, read: 1 });
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  expect(timeOf(2000)).toBeLessThan(Math.max(timeOf(250), 5) * 24);
});

/** What a reader makes of a page it makes of the page's file too: as many rows, the same states, counts and rejects. */
import { describe, expect, test } from 'vitest';
import { headerOf } from '../../../lib/diagnostics/bundle.ts';
import { printedPage, type PrintedPage } from '../../../scripts/liuke/printed-page.ts';
import { bundleOf } from '../../support/bundle-of.ts';
import { documentOf, fixtures, loadFixture } from '../../support/load-fixture.ts';

/** What must not change: everything but names, numbers and times. */
function structureOf({ platform, page, health, rejects, orders = [], afterSales = [], chat, ...others }: PrintedPage) {
  const there = (value: unknown) => value !== null;
  return {
    platform,
    page,
    health,
    rejects,
    orders: orders.map(({ status, amountFen, freightFen, paidAt, buyer, items }) => ({
      status,
      fields: [amountFen, freightFen, paidAt, buyer.key, buyer.display].map(there),
      quality: buyer.quality,
      items: items.map(({ quantity, afterSale, unitPriceFen, skuId }) => [
        quantity,
        afterSale,
        there(unitPriceFen),
        there(skuId),
      ]),
    })),
    afterSales: afterSales.map(({ status, type, refundFen }) => [status, there(type), there(refundFen)]),
    chat: chat && { ...chat, customer: there(chat.customer), messages: chat.messages.map(({ from }) => from) },
    others: Object.entries(others).map(([kind, rows]) => [kind, (rows as unknown[]).length]),
  };
}

const read = (html: string, url: string) => printedPage(documentOf(html), url);

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, { html, url, expected }) => {
  test.each([1, 2, 3])('reads the same from its file, made with secret %i', (seed) => {
    const bundle = bundleOf(html, url, seed);
    expect(structureOf(read(bundle, headerOf(bundle)!.url))).toEqual(structureOf(expected));
  });
});

describe('sums and joins of a page hold in its file', () => {
  test('goods and freight are still what was paid, order by order', () => {
    const { html, url, expected } = loadFixture('jd/order-list--normal');
    const bundle = bundleOf(html, url);
    const rests = (orders: PrintedPage['orders'] = []) =>
      orders.map(({ items, freightFen, amountFen }) => {
        const goods = items.reduce((sum, { unitPriceFen, quantity }) => sum + unitPriceFen! * quantity, 0);
        return (goods + freightFen! - amountFen!) / amountFen!;
      });
    expect(rests(read(bundle, headerOf(bundle)!.url).orders)).toEqual(rests(expected.orders));
  });

  test('the number in the address is that of the page', () => {
    const { html, url } = loadFixture('jd/order-detail--normal');
    const bundle = bundleOf(html, url);
    const { searchParams } = new URL(headerOf(bundle)!.url);
    const [order] = read(bundle, headerOf(bundle)!.url).orders!;
    expect(searchParams.get('orderId')).toBe(order!.orderId);
    expect(url).not.toContain(order!.orderId);
  });
});

describe('a reader that fails on a page fails the same way on its file', () => {
  const broken = [
    ['jd/order-list--normal', 'prop="receivables"', 'prop="receivableAmount"'],
    ['jd/order-list--normal', 'class="order-status"', 'class="status-of-order"'],
    ['jd/order-detail--normal', '下单时间', '提交时间'],
    ['jd/order-detail--normal', '商品总额', '商品合计'],
    ['taobao/sold-list--normal', '创建时间', '提交时间'],
    ['taobao/sold-list--normal', '<th><div>实收款</div></th>', '<th><div>订单合计</div></th>'],
    ['taobao/sold-list-old--data-only', 'mainOrders', 'mainOrderList'],
    ['taobao/order-detail-old--normal', 'subOrders', 'subOrderList'],
  ] as const;

  test.each(broken)('%s with %s renamed', (name, before, after) => {
    const { html, url } = loadFixture(name);
    const changed = html.replaceAll(before, after);
    expect(changed).not.toBe(html);
    const bundle = bundleOf(changed, url);
    const { url: address, rejects, health } = headerOf(bundle)!;
    const page = read(changed, url);
    expect(structureOf(read(bundle, address))).toEqual(structureOf(page));
    expect({ rejects, health }).toEqual({ rejects: page.rejects, health: page.health });
    // Mended (here: the page in place of the reader), both read again.
    expect(bundle).toContain(after);
    expect(structureOf(read(bundle.replaceAll(after, before), address))).toEqual(structureOf(read(html, url)));
  });
});

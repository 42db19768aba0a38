/** The shared samples, where they are at hand: pages that others constructed from the same facts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../lib/platforms/registry.ts';
import { inlineOrders } from '../../../lib/platforms/taobao/inline-data.ts';
import { printedPage } from '../../../scripts/liuke/printed-page.ts';
import { decodePage } from '../../../scripts/liuke/read.ts';
import { documentOf } from '../../support/load-fixture.ts';

const samples = join(import.meta.dirname, '../../../../shared/samples');
const isHere = existsSync(samples);
if (!isHere) console.warn(`skipped: the shared samples are not at ${samples}`);

const sample = (name: string) => decodePage(readFileSync(join(samples, name)));
const pageOf = (name: string, url: string) => printedPage(documentOf(sample(name)), url);

describe.skipIf(!isHere)('the shared samples', () => {
  test('the JD order list', () => {
    const page = pageOf(
      'jd/order_list_card.synthetic.html',
      'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders',
    );
    expect(page).toMatchObject({
      platform: 'jd',
      page: 'order-list',
      orders: [
        {
          orderId: '3400070000031676',
          placedAt: '2026-05-12T15:21:45+08:00',
          paidAt: '2026-05-12T15:21:54+08:00',
          status: 'shipped',
          amountFen: 6180,
          freightFen: 0,
          buyer: { display: 'testbuyer004', key: 'testbuyer004', quality: 'stable' },
          items: [{ title: '示例商品D 规格款', quantity: 1, unitPriceFen: 6180, skuId: '10000000004036' }],
        },
      ],
      rejects: [],
    });
  });

  test('the JD chat', () => {
    const { chat } = pageOf('jd/dongdong_workbench.synthetic.html', 'https://dongdong.jd.com/');
    expect(chat).toMatchObject({ customer: { key: 'jd_5f00000000001' }, editor: true, settled: true });
    expect(chat!.messages.map(({ from }) => from)).toEqual(['system', 'buyer', 'buyer', 'seller', 'buyer']);
  });

  test('the Taobao console', () => {
    const page = pageOf(
      'taobao/constructed/tp_sold.new-console.CONSTRUCTED.html',
      'https://myseller.taobao.com/home.htm/trade-platform/tp/sold',
    );
    expect(page.rejects).toEqual([]);
    expect(page.orders).toMatchObject([
      {
        orderId: '4502220000000011129',
        status: 'paid',
        amountFen: 19900,
        freightFen: 0,
        buyer: { display: '牛**', key: null, quality: 'masked' },
      },
      {
        orderId: '4502220000000021130',
        status: 'shipped',
        amountFen: 8880,
        items: [
          { title: '示例商品B', unitPriceFen: 5000, afterSale: 'requested' },
          { title: '示例商品C', unitPriceFen: 3880 },
        ],
      },
    ]);
  });

  test('the old Taobao page', () => {
    const page = pageOf(
      'taobao/constructed/list_sold_items.old-page.CONSTRUCTED.html',
      'https://trade.taobao.com/trade/itemlist/list_sold_items.htm',
    );
    expect(page.rejects).toEqual([]);
    expect(page.orders).toMatchObject([
      {
        orderId: '126520551000123457',
        amountFen: 47000,
        freightFen: 1200,
        buyer: { display: 'demo_nick_01', key: '880125734', quality: 'stable' },
        items: [{ unitPriceFen: 45800 }],
      },
    ]);
  });

  test('the captured data of an old order page', () => {
    const json = JSON.stringify(sample('taobao/order-detail/taobao_orderDetail_data_2018-03.redacted.json'));
    const document = documentOf('<script></script>');
    document.querySelector('script')!.textContent = `var data = JSON.parse(${json});`;
    const page = readPage(
      document,
      new URL('https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=126520551000123457'),
    ).batch;
    expect(page.rejects).toEqual([]);
    expect(page.orders).toMatchObject([
      {
        orderId: '126520551000123457',
        status: 'paid',
        amountFen: 47000,
        freightFen: 1200,
        buyer: { display: 'demo_nick_01', key: '880125734', quality: 'stable' },
        items: [{ quantity: 1, unitPriceFen: 45800, skuId: null, afterSale: 'none' }],
      },
    ]);
  });

  test.each([
    'asyncSold.old-page.CONSTRUCTED.json',
    'asyncSold.new-console.CONSTRUCTED.json',
    'asyncSold.new-console.CONSTRUCTED.gb18030.json',
  ])('the records of %s have the shape the inline data is read by', (name) => {
    const document = documentOf('<script></script>');
    const json = sample(`taobao/constructed/${name}`);
    document.querySelector('script')!.textContent = `var data = JSON.parse(${JSON.stringify(json)});`;
    const { mainOrders } = JSON.parse(json) as { mainOrders: { id: string }[] };
    expect(inlineOrders(document).map((order) => ('lost' in order ? order.lost : order.id))).toEqual(
      mainOrders.map(({ id }) => id),
    );
  });
});

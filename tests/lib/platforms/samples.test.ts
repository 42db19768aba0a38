/** The shared samples, where they are at hand: pages that others constructed from the same facts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../lib/platforms/registry.ts';
import { inlineOrders } from '../../../lib/platforms/taobao/inline-data.ts';
import { printedPage } from '../../../scripts/liuke/printed-page.ts';
import { decodePage } from '../../../scripts/liuke/read.ts';
import { readSavedText } from '../../../scripts/liuke/saved-answer.ts';
import { documentOf } from '../../support/load-fixture.ts';

const samples = join(import.meta.dirname, '../../../../shared/samples');
const isHere = existsSync(samples);
if (!isHere) console.warn(`skipped: the shared samples are not at ${samples}`);

const SOLD = 'https://trade.taobao.com/trade/itemlist/asyncSold.htm';
const MTOP = 'https://h5api.m.taobao.com/h5/';

const sample = (name: string) => decodePage(readFileSync(join(samples, name)));
const readSaved = async (name: string, url: string) =>
  await readSavedText(sample(name), url, (html) => printedPage(documentOf(html), url));
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

  test('the JD tool for past chats', () => {
    const page = pageOf(
      'jd/kf_manage_lite_chatlog.synthetic.html',
      'https://shop.jd.com/jdm/kefu/kf-manage-lite/#/UtilsSetting/ReceptionTools',
    );
    expect(page).toMatchObject({
      page: 'chat-history',
      chat: {
        customer: { display: 'jd_5f00000000001', key: 'jd_5f00000000001' },
        messages: [{ from: 'buyer', text: '什么时候发货呀' }],
        editor: false,
        settled: true,
      },
      rejects: [],
      health: { rows: 1, read: 1 },
    });
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
    ['jd/jd_queryOrderPage.sanitized.json', 'https://sff.jd.com/api?api=x.queryOrderPage', 'order-list', 18],
    ['jd/jd_queryOrderPage.sanitized.json', 'https://shop.jd.com/jdm/trade/orders/order-list', 'order-list', 18],
    [
      'jd/jd_aftersale_page.synthetic.json',
      'https://sff.jd.com/api?api=x.serviceOrderQueryDsmService.page',
      'after-sale-list',
      1,
    ],
    ['jd/jd_shell_small_responses.synthetic.json', 'https://sff.jd.com/api?api=x.findHomeDisplay', 'home', 14],
    ['jd/jd_shell_small_responses.synthetic.json', 'https://sff.jd.com/api?api=x.findAccountInfo', 'unknown', 0],
    ['taobao/constructed/asyncSold.old-page.CONSTRUCTED.json', SOLD, 'order-list', 1],
    ['taobao/constructed/asyncSold.new-console.CONSTRUCTED.json', SOLD, 'order-list', 4],
    ['taobao/constructed/asyncSold.new-console.CONSTRUCTED.gb18030.json', SOLD, 'order-list', 4],
    ['taobao/constructed/riskcontrol_reply.CONSTRUCTED.json', SOLD, 'blocked', 0],
    [
      'taobao/constructed/mtop_token_expired.CONSTRUCTED.json',
      `${MTOP}mtop.alibaba.refundface2.disputeservice.qianniu.pc.disputelistv2/1.0/`,
      'blocked',
      0,
    ],
    ['taobao/review/rateWait4PC_items_2026-04.json', `${MTOP}mtop.rm.sellercenter.list.data.pc/1.0/`, 'review-list', 1],
    [
      'taobao/coupon/qn_itemCoupon_list_2026-07.json',
      'https://shell.mkt.taobao.com/coupon/getActivities',
      'coupon-list',
      1,
    ],
    [
      'taobao/coupon/shell_mkt_shopCoupon_getActivities_item_2024-12.json',
      'https://shell.mkt.taobao.com/coupon/getList',
      'coupon-list',
      1,
    ],
    [
      'taobao/order-detail/taobao_orderDetail_data_2018-03.redacted.json',
      'https://trade.taobao.com/trade/detail/trade_order_detail.htm',
      'order-detail',
      1,
    ],
    ['jd/kf_waiterSession.synthetic.json', 'https://kf.jd.com/waiterSession/queryChatLog?cid=1', 'chat-history', 0],
    ['jd/order_list_card.synthetic.html', 'https://shop.jd.com/jdm/trade/orders/order-list', 'order-list', 1],
  ])('%s is read whole', async (name, url, page, read) => {
    const printed = await readSaved(name, url);
    expect(printed).toMatchObject({ page, rejects: [], health: { rows: read, read } });
  });

  test('what is no answer of a seller’s page gives no order', async () => {
    const bought = 'taobao/sold-list/asyncBought_buyer_side_2019-07.json';
    expect(await readSaved(bought, SOLD)).toMatchObject({ rejects: [{ what: 'buyer', row: 1 }] });
    expect(await readSaved(bought, 'https://buyertrade.taobao.com/trade/itemlist/asyncBought.htm')).toMatchObject({
      page: 'unknown',
    });
    const flattened = 'taobao/order-detail/taobao_listRows_flattened_2018-03.redacted.json';
    expect(await readSaved(flattened, SOLD)).toMatchObject({ rejects: [{ what: 'order list' }] });
  });

  test('the captured answer of JD’s order list', async () => {
    const printed = await readSaved(
      'jd/jd_queryOrderPage.sanitized.json',
      'https://sff.jd.com/api?api=x.queryOrderPage',
    );
    const count = Map.groupBy(printed.orders!, ({ status }) => status);
    expect(Object.fromEntries([...count].map(([status, orders]) => [status, orders.length]))).toEqual({
      paid: 2,
      cancelled: 5,
      shipped: 4,
      onHold: 5,
      unpaid: 2,
    });
    expect(printed.orders!.find(({ orderId }) => orderId === '3400070000110866')).toMatchObject({
      amountFen: 7330,
      status: 'cancelled',
      items: [{ unitPriceFen: 7480 }],
    });
    expect(JSON.stringify(printed)).not.toMatch(/\*{4}|示例省|示例市/);
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

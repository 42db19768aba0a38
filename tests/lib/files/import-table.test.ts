import { describe, expect, test } from 'vitest';
import {
  archiveOf,
  csvOf,
  fileOf,
  importAll,
  importJd,
  jdNames,
  jdRow,
  workbookOf,
} from '../../support/export-files.ts';

describe('orders of JD', () => {
  test('have their lines from several rows, and their amount once', async () => {
    const { orders, rejects, summary } = await importJd(
      jdRow(),
      jdRow({ 商品ID: '10000000003027', 商品名称: '赠品 手帕', 订购数量: '1', 京东价: '0.00' }),
    );
    expect(rejects).toEqual([]);
    expect(orders).toEqual([
      {
        order: {
          orderId: '3400070000015838',
          placedAt: Date.parse('2026-05-01T11:00:00+08:00'),
          paidAt: Date.parse('2026-05-01T11:00:20+08:00'),
          status: 'completed',
          amountFen: 4500,
          freightFen: 500,
          buyer: { display: 'jd_made_up_01', key: 'jd_made_up_01', quality: 'stable' },
          items: [
            { title: '棉袜 五双', quantity: 2, unitPriceFen: 2000, skuId: '10000000002018', afterSale: 'none' },
            { title: '赠品 手帕', quantity: 1, unitPriceFen: 0, skuId: '10000000003027', afterSale: 'none' },
          ],
        },
        refundedFen: null,
        tellsAfterSales: false,
        line: 2,
      },
    ]);
    expect(summary).toMatchObject({ kind: 'jd-orders', rows: 2, orders: 1, lines: 2, buyers: 1, unknownColumns: [] });
  });

  test.each([
    ['完成', 'completed'],
    ['等待确认收货', 'shipped'],
    ['等待出库', 'paid'],
    ['(暂停)等待出库', 'onHold'],
    ['（锁定）等待出库', 'onHold'],
    ['(删除)等待出库', 'cancelled'],
    ['(删除)等待付款确认', 'cancelled'],
    ['等待神秘步骤', 'unknown'],
  ])('%s are %s', async (label, status) => {
    expect((await importJd(jdRow({ 订单状态: label }))).orders).toMatchObject([{ order: { status } }]);
  });

  test('whose rows differ in what is the order’s are refused', async () => {
    const { orders, rejects } = await importJd(jdRow(), jdRow({ 应付金额: '46.00' }));
    expect(orders).toEqual([]);
    expect(rejects).toEqual([{ what: 'amount (rows of one order differ)', row: 2 }]);
  });

  test('of which a row cannot be read are refused whole, whichever row it is', async () => {
    const broken = jdRow({ 京东价: '约 20' });
    expect((await importJd(jdRow(), broken, jdRow())).orders).toEqual([]);
    expect((await importJd(broken, jdRow())).orders).toEqual([]);
  });

  test('whose rows stand far apart are given once, and the late row is a reject', async () => {
    const others = Array.from({ length: 80 }, (_, index) => jdRow({ 订单号: String(3400070000020001 + index) }));
    const { orders, rejects } = await importJd(jdRow(), ...others, jdRow());
    expect(orders).toHaveLength(81);
    expect(rejects).toEqual([{ what: 'order (its rows do not stand together)', row: 83 }]);
  });

  test('without the column of the amount have the receivable one, without its remark', async () => {
    const names = jdNames.map((name) => (name === '应付金额' ? '没有这列' : name));
    const file = fileOf('a.csv', csvOf([names, jdRow({ 商家应收: '499.00（系统计算中，该值仅供参考）' })]));
    const { portions, summaries } = await importAll(file);
    expect(portions.flatMap(({ orders }) => orders)).toMatchObject([{ order: { amountFen: 49_900 } }]);
    expect(summaries[0]!.unknownColumns).toEqual(['没有这列']);
  });

  test('are the same in any order of columns, in a workbook and in an archive', async () => {
    const rows = [[...jdNames], jdRow()];
    const turned = rows.map((row) => row.toReversed());
    const text = await importAll(fileOf('a.csv', csvOf(rows)));
    const { portions } = text;
    for (const file of [
      fileOf('b.csv', csvOf(turned)),
      fileOf('c.xlsx', await workbookOf(rows)),
      fileOf('d.zip', archiveOf({ 'x/a.csv': csvOf(rows) })),
    ])
      expect((await importAll(file)).portions.flatMap(({ orders }) => orders)).toEqual(
        portions.flatMap(({ orders }) => orders),
      );
  });

  test('with ids that a spreadsheet has shortened are rejects with the reason', async () => {
    const { orders, summary } = await importJd(jdRow({ 订单号: '3.40007E+15' }), jdRow());
    expect(orders).toHaveLength(1);
    expect(summary.rejects).toEqual({ 'order id (digits lost in a spreadsheet)': 1 });
  });

  test('never bring the receiver', async () => {
    const { orders } = await importJd(jdRow({ 客户姓名: '李雷雷', 联系电话: '13800138000' }));
    expect(JSON.stringify(orders)).not.toMatch(/李雷雷|13800138000/);
  });
});

const taobaoNames =
  '订单编号,买家会员名,买家应付邮费,总金额,买家实际支付金额,订单状态,收货地址 ,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝总数量,退款金额'.split(
    ',',
  );
const taobaoRow = (changes: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    订单编号: '126520551000123457',
    买家会员名: '晴天_2020',
    买家应付邮费: '12.00',
    总金额: '470.00',
    买家实际支付金额: '370.00',
    订单状态: '买家已付款，等待卖家发货',
    订单创建时间: '2026-05-01 11:00:00',
    '订单付款时间 ': '2026-05-01 11:00:20',
    '宝贝标题 ': '雪平锅 20 厘米',
    宝贝总数量: '1',
    退款金额: '100.00',
    ...changes,
  };
  return taobaoNames.map((name) => row[name] ?? '');
};
const importTaobao = async (names: readonly string[], ...rows: readonly string[][]) =>
  await importAll(fileOf('a.csv', csvOf([[...names], ...rows])));

describe('orders of Taobao', () => {
  test('have the whole amount, what was paid back beside it, and their nick', async () => {
    const { portions } = await importTaobao(taobaoNames, taobaoRow());
    expect(portions.flatMap(({ orders }) => orders)).toMatchObject([
      {
        order: {
          amountFen: 47_000,
          freightFen: 1200,
          status: 'paid',
          buyer: { display: '晴天_2020', key: null, quality: 'probable' },
          items: [{ title: '雪平锅 20 厘米', quantity: 1, unitPriceFen: null }],
        },
        refundedFen: 10_000,
      },
    ]);
  });

  test('with only the paid amount, which is net of refunds, get the refund back', async () => {
    const names = taobaoNames.map((name) => (name === '总金额' ? '备注' : name));
    const { portions } = await importTaobao(names, taobaoRow({ 总金额: '' }));
    expect(portions.flatMap(({ orders }) => orders)).toMatchObject([
      { order: { amountFen: 47_000 }, refundedFen: 10_000 },
    ]);
  });

  test('of several pieces do not say which lines they have', async () => {
    const { portions } = await importTaobao(taobaoNames, taobaoRow({ 宝贝总数量: '3' }));
    expect(portions.flatMap(({ orders }) => orders)).toMatchObject([{ order: { items: [] } }]);
  });

  test('name who carries them, and not the parcel', async () => {
    const names = [...taobaoNames, '物流单号', '物流公司'];
    const { portions } = await importTaobao(names, [...taobaoRow(), 'No:773300112233445', '中通快递']);
    expect(portions.flatMap(({ orders }) => orders)).toMatchObject([{ order: { carrier: '中通快递' } }]);
    expect(JSON.stringify(portions)).not.toContain('773300112233445');
  });

  test('with masked nicks count as masked', async () => {
    const { summaries } = await importTaobao(taobaoNames, taobaoRow({ 买家会员名: '晴**' }));
    expect(summaries).toMatchObject([{ orders: 1, buyers: 0, maskedOrders: 1 }]);
  });

  test('as lines of their own have each line’s state, and no amount', async () => {
    const names =
      '子订单编号,主订单编号,商品标题,商品价格,购买数量,订单状态,退款状态,退款金额,订单创建时间,订单付款时间,商品ID'.split(
        ',',
      );
    const line = (id: string, state: string, refund: string) => [
      id,
      '126520551000123457',
      `商品${id}`,
      '50.00',
      '1',
      '卖家已发货，等待买家确认',
      state,
      refund,
      '2026-05-01 11:00:00',
      '',
      '77',
    ];
    const { portions, summaries } = await importTaobao(
      names,
      line('1', '退款成功', '50.00'),
      line('2', '没有申请退款', ''),
      line('3', '退款中', '50.00'),
    );
    expect(portions.flatMap(({ orders }) => orders)).toMatchObject([
      {
        order: {
          amountFen: null,
          status: 'shipped',
          items: [{ afterSale: 'refunded' }, { afterSale: 'none', skuId: '77' }, { afterSale: 'requested' }],
        },
        refundedFen: 5000,
      },
    ]);
    expect(summaries).toMatchObject([{ kind: 'taobao-item-sales', rows: 3, orders: 1 }]);
  });

  test.each([
    ['one company', '中通快递', '中通快递', '中通快递'],
    ['one, where a line is not sent yet', '中通快递', '', '中通快递'],
    ['several', '中通快递', '韵达快递', undefined],
    ['a number', '773300112233445', '773300112233445', undefined],
  ])('carried line by line by %s', async (_, first, second, carrier) => {
    const names = '子订单编号,主订单编号,商品标题,购买数量,订单状态,订单创建时间,物流公司'.split(',');
    const line = (id: string, company: string) => [
      id,
      '126520551000123457',
      `商品${id}`,
      '1',
      '卖家已发货，等待买家确认',
      '2026-05-01 11:00:00',
      company,
    ];
    const { portions } = await importTaobao(names, line('1', first), line('2', second));
    expect(portions.flatMap(({ orders }) => orders.map(({ order }) => order.carrier))).toEqual([carrier]);
  });

  test('are named by lines of an older file that has no time', async () => {
    const names = '订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码'.split(',');
    const text = `${csvOf([names]).trim()}\r\n="35153130000293579","雪平锅","239.00","1","A","","","","买家已付款","A",\r\n`;
    const { portions, summaries } = await importAll(fileOf('a.csv', text));
    expect(portions.flatMap(({ lines }) => lines)).toEqual([
      {
        orderId: '35153130000293579',
        items: [{ title: '雪平锅', quantity: 1, unitPriceFen: 23_900, skuId: null, afterSale: 'none' }],
        line: 2,
      },
    ]);
    expect(summaries).toMatchObject([{ kind: 'taobao-lines', orders: 0, lines: 1, dates: null }]);
  });
});

describe('cases of JD', () => {
  test('have number, order, amount and state, and not what the buyer wrote', async () => {
    const names = '服务单号,订单号,商品名称,服务单状态,售后服务单申请时间,客户预期处理方式,客户问题描述,退款金额'.split(
      ',',
    );
    const row = [
      '1234567890',
      '3400070000015838',
      '棉袜',
      '待审核',
      '2026-05-03 09:00:00',
      '退货',
      '找张三 13800138000',
      '40.00',
    ];
    const { portions } = await importAll(fileOf('a.csv', csvOf([names, row])));
    expect(portions.flatMap(({ afterSales }) => afterSales.map(({ afterSale }) => afterSale))).toEqual([
      {
        caseId: '1234567890',
        orderId: '3400070000015838',
        appliedAt: Date.parse('2026-05-03T09:00:00+08:00'),
        refundFen: 4000,
        type: '退货',
        status: 'open',
        reason: null,
        buyer: { display: null, key: null, quality: 'masked' },
      },
    ]);
  });
});

describe('a table', () => {
  test('may have a title above the names', async () => {
    const file = fileOf('a.csv', csvOf([['订单导出 2026-05'], [...jdNames], jdRow()]));
    expect((await importAll(file)).summaries).toMatchObject([{ rows: 1, orders: 1 }]);
  });

  test('that is no export says which columns it has', async () => {
    await expect(importAll(fileOf('stock.csv', '货号,库存\n1,2'))).rejects.toThrow(
      "stock.csv: expected an export of orders (with 订单号 or 订单编号 and the order's time), found the columns 货号、库存",
    );
  });
});

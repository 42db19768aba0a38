/** What Taobao's and Tmall's exports write in their own way. */
import { describe, expect, test } from 'vitest';
import { fileOf, importAll } from '../../../support/export-files.ts';
import { columnLists, expected, kindOf, readRows, rowUnder } from '../../../support/export-rows.ts';

describe('Taobao', () => {
  const orders = kindOf('taobao-orders');
  const names = columnLists.find(({ file }) => file.startsWith('taobao-orders-2017'))!.names;
  const rowOf = (changes: Record<string, string> = {}) => {
    const row = rowUnder(names, orders);
    return names.map((name, at) => changes[name.trim()] ?? row[at]!);
  };

  test('divides the columns of its CPS file by tabs', async () => {
    const text = [names, rowOf()].map((row) => row.join('\t')).join('\r\n');
    const { portions } = await importAll(fileOf('cps.csv', text));
    expect(portions.flatMap((portion) => portion.orders)).toEqual([expected['taobao-orders']]);
  });

  test('puts tabs before and behind values, which are none of theirs', async () => {
    const row = rowOf({
      订单编号: '\t126520551000123457\t',
      订单创建时间: '2026-05-01 11:00:00\t',
      总金额: '\t470.00',
    });
    expect((await readRows(names, row)).entries).toEqual([expected['taobao-orders']]);
  });

  test('has amounts without their .0 once a spreadsheet has saved them', async () => {
    const row = rowOf({ 总金额: '470', 买家实际支付金额: '370', 退款金额: '100', 买家应付邮费: '12' });
    expect((await readRows(names, row)).entries).toEqual([expected['taobao-orders']]);
  });

  test.each([
    ['修改后的收货地址', '否'],
    ['是否手机订单', '手机订单'],
    ['是否手机订单', ''],
    ['订单关闭原因', '订单未关闭'],
    ['买家服务费', '0元'],
    ['卖家服务费', '0'],
    ['联系手机', "'13900000001"],
    ['联系电话', "'null"],
    ['特权订金订单id', '='],
  ])('writes %s as “%s”, which changes no order', async (name, value) => {
    expect(names.map((each) => each.trim())).toContain(name);
    expect(await readRows(names, rowOf({ [name]: value }))).toMatchObject({
      entries: [expected['taobao-orders']],
      rejects: [],
    });
  });

  test.each(['null', "'null", '-', ''])('writes “%s” for a time that is not reached', async (nothing) => {
    const row = rowOf({ 订单付款时间: nothing, 订单状态: '等待买家付款' });
    expect((await readRows(names, row)).entries).toMatchObject([{ order: { paidAt: null, status: 'unpaid' } }]);
  });

  test('calls the buyer 买家昵称 and the amount 买家实付金额 in 2026', async () => {
    const now = columnLists.find(({ file }) => file.startsWith('taobao-orders-2026'))!.names;
    expect(now).toEqual(expect.arrayContaining(['买家昵称', '买家实付金额']));
    const short = now.filter((name) => name !== '总金额');
    expect((await readRows(short, rowUnder(short, orders))).entries).toMatchObject([
      { order: { amountFen: 47_000, buyer: { display: '晴天_2020' } }, refundedFen: 10_000 },
    ]);
  });

  test('has paid and paid back make the total, however much of it was', async () => {
    const short = names.filter((name) => name !== '总金额');
    for (const [paid, refund] of [
      ['470.00', '0.00'],
      ['370.00', '100.00'],
      ['0.00', '470.00'],
    ]) {
      const amounts = { 买家实际支付金额: paid!, 退款金额: refund! };
      const whole = await readRows(names, rowOf(amounts));
      const row = rowOf(amounts).filter((_, at) => names[at] !== '总金额');
      expect((await readRows(short, row)).entries).toEqual(whole.entries);
    }
  });
});

/** What JD's exports write in their own way. */
import { describe, expect, test } from 'vitest';
import { importJd, jdRow } from '../../../support/export-files.ts';
import { columnLists, kindOf, readRows, rowUnder } from '../../../support/export-rows.ts';

describe('JD', () => {
  const jd = kindOf('jd-orders').columns;

  test('wrote the amount as 结算金额 in 2016, with no column of what is due', async () => {
    const { names } = columnLists.find(({ file }) => file.startsWith('jd-orders-2016'))!;
    expect(names).toContain('结算金额');
    const without = names.filter((name) => name !== jd.amount![0]);
    const { entries } = await readRows(without, rowUnder(without, kindOf('jd-orders')));
    expect(entries).toMatchObject([{ order: { amountFen: 4400 } }]);
  });

  test('leaves a time blank that is not reached', async () => {
    const { orders, rejects } = await importJd(jdRow({ 订单状态: '等待付款确认', 付款确认时间: '' }));
    expect(rejects).toEqual([]);
    expect(orders).toMatchObject([{ order: { status: 'unpaid', paidAt: null } }]);
  });

  test.each(['等待出库', '等待确认收货', '等待付款确认', '延迟付款确认', '暂停', '新订单'])(
    'writes (删除)%s of an order that is off, paid only where its payment has a time',
    async (state) => {
      for (const label of [`(删除)${state}`, `（删除）${state}`]) {
        const paid = await importJd(jdRow({ 订单状态: label }));
        const unpaid = await importJd(jdRow({ 订单状态: label, 付款确认时间: '' }));
        expect(paid.orders).toMatchObject([
          { order: { status: 'cancelled', paidAt: Date.parse('2026-05-01T11:00:20+08:00') } },
        ]);
        expect(unpaid.orders).toMatchObject([{ order: { status: 'cancelled', paidAt: null } }]);
      }
    },
  );

  test('writes 暂停 of an order that waits', async () => {
    expect((await importJd(jdRow({ 订单状态: '暂停' }))).orders).toMatchObject([{ order: { status: 'onHold' } }]);
  });

  test('repeats an order’s amount on each of its rows, and a gift costs nothing', async () => {
    const gift = jdRow({ 商品ID: '10000000003027', 商品名称: '赠品', 订购数量: '1', 京东价: '0' });
    const { orders } = await importJd(jdRow(), gift);
    expect(orders).toMatchObject([{ order: { amountFen: 4500, items: [{}, { unitPriceFen: 0 }] } }]);
  });

  test('has a bill of the wallet, which is no export of orders', async () => {
    const bill =
      '订单编号 单据编号 单据类型 商品编号 商户订单号 商品名称 结算状态 费用发生时间 费用计费时间 费用结算时间 费用项 金额 币种 商家应收/应付 钱包结算备注 店铺号';
    const row = bill.split(' ').map((name) => (name.endsWith('时间') ? '2026-05-01 11:00:00' : '="123"'));
    await expect(readRows(bill.split(' '), row)).rejects.toMatchObject({ problem: { kind: 'unknownColumns' } });
  });
});

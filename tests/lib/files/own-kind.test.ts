import { describe, expect, test } from 'vitest';
import { openTable } from '../../../lib/files/import-table.ts';
import { mappingFor, ownKind } from '../../../lib/files/own-kind.ts';
import { readTables } from '../../../lib/files/read-table.ts';
import { csvOf, fileOf, jdNames, jdRow } from '../../support/export-files.ts';

const mapping = {
  platform: 'taobao' as const,
  holds: 'orders' as const,
  columns: { orderId: '单号', placedAt: '时间', amount: '钱', status: '状态' },
};
const opened = async (text: string) => {
  for await (const table of readTables(fileOf('own.csv', text))) return await openTable(table, [ownKind(mapping)!]);
  throw new Error('no table');
};

describe('columns that a person named', () => {
  test('are read like those of a known export', async () => {
    const { plan, portions } = await opened(
      csvOf([
        ['状态', '单号', '别的', '时间', '钱'],
        ['交易成功', '100001', 'x', '2026/5/1 11:00', '12.5'],
      ]),
    );
    expect(plan).toMatchObject({ kind: { id: 'own', holds: 'orders' }, unknown: ['别的'] });
    const orders = [];
    for await (const portion of portions(plan!)) orders.push(...portion.orders);
    expect(orders).toMatchObject([{ order: { orderId: '100001', status: 'completed', amountFen: 1250 } }]);
  });

  test('are no others: a file without one of them is another file', async () => {
    expect(
      (
        await opened(
          csvOf([
            ['单号', '时间', '钱'],
            ['1', '2026-05-01', '2'],
          ]),
        )
      ).plan,
    ).toBeNull();
    expect((await opened(csvOf([[...jdNames], jdRow()]))).plan).toMatchObject({ kind: { id: 'jd-orders' } });
  });

  test('without the needed ones make nothing', () => {
    expect(ownKind({ ...mapping, columns: { orderId: '单号' } })).toBeNull();
  });
});

describe('columns of a known export that a person put right', () => {
  const over = {
    platform: 'taobao' as const,
    holds: 'orders' as const,
    columns: { orderId: '订单编号', placedAt: '订单创建时间', buyer: '会员' },
    over: 'taobao-orders',
  };

  test('leave all else as that export has it', () => {
    expect(ownKind(over)).toMatchObject({
      id: 'taobao-orders',
      columns: { buyer: ['会员'], paidAmount: ['买家实际支付金额', '买家实付金额'], pieces: ['宝贝总数量'] },
    });
    const lines = { ...over, columns: { ...over.columns, title: '品名' }, over: 'taobao-item-sales' };
    expect(ownKind(lines)).toMatchObject({
      amountsAre: 'ofLine',
      needs: ['lineId', 'orderId', 'placedAt', 'buyer', 'title'],
    });
  });

  test('take none of those that it reads in its own way: what was paid is net of refunds', () => {
    const kind = ownKind({
      ...over,
      columns: { ...over.columns, amount: '买家实际支付金额', quantity: '宝贝总数量' },
    })!;
    expect(kind.columns).not.toHaveProperty('amount');
    expect(kind.columns).not.toHaveProperty('quantity');
  });

  test('are none of another platform, and of no export that is not known', () => {
    expect(ownKind({ ...over, platform: 'jd' })).toBeNull();
    expect(ownKind({ ...over, over: 'taobao-2040' })).toBeNull();
  });
});

test('of several mappings the first that a table has the columns of is taken', () => {
  const other = { ...mapping, columns: { ...mapping.columns, amount: '实收' } };
  const columns = ['单号', '时间', '钱', '状态'];
  expect(mappingFor(columns, [other, mapping])).toEqual(mapping);
  expect(mappingFor([...columns, '实收'], [other, mapping])).toEqual(other);
  expect(mappingFor([...jdNames], [other, mapping])).toBeNull();
});

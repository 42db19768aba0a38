import { describe, expect, test } from 'vitest';
import { openTable } from '../../../lib/files/import-table.ts';
import { ownKind } from '../../../lib/files/own-kind.ts';
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

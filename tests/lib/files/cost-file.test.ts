import { describe, expect, test } from 'vitest';
import { costColumns } from '../../../lib/files/cost-columns.ts';
import { readCostFile } from '../../../lib/files/cost-file.ts';
import { csvOf, fileOf, workbookOf } from '../../support/export-files.ts';

const read = async (rows: readonly (readonly string[])[]) => await readCostFile(fileOf('成本.csv', csvOf(rows)));

describe('a list of costs', () => {
  test('is read by the names of its columns, in any order, whatever else is in it', async () => {
    const { costs, columns, rows, refusals } = await read([
      ['供应商', '成本价（元）', '商品名称', 'SKU编号'],
      ['甲', '12.50', '纯棉四件套', '100012345678'],
      ['乙', '¥1,200', '', '100012345679'],
      ['丙', '0', '棉袜', ''],
    ]);
    expect(costs).toEqual([
      { skuId: '100012345678', title: '纯棉四件套', costFen: 1_250 },
      { skuId: '100012345679', title: null, costFen: 120_000 },
      { skuId: null, title: '棉袜', costFen: 0 },
    ]);
    expect(columns).toEqual({ skuId: 'SKU编号', title: '商品名称', cost: '成本价（元）' });
    expect({ rows, refusals }).toEqual({ rows: 3, refusals: {} });
  });

  test('may have a title above the names, and be a workbook', async () => {
    const bytes = await workbookOf([['2026 年成本'], ['SKU', '成本'], ['1001', 12.5]]);
    const { costs } = await readCostFile(fileOf('成本.xlsx', bytes));
    expect(costs).toEqual([{ skuId: '1001', title: null, costFen: 1_250 }]);
  });

  test('refuses what is not certain, by row and reason', async () => {
    const { costs, refusals } = await read([
      ['SKU', '名称', '成本'],
      ['', '', '5'],
      ['1', '', ''],
      ['2', '', '约5元'],
      ['1.00012E+11', '', '5'],
      ['3', '', '5'],
      ['3', '', '6'],
      ['4', '', '5'],
      ['4', '', '5.00'],
      ['5', '长'.repeat(501), '5'],
    ]);
    expect(costs).toEqual([{ skuId: '4', title: null, costFen: 500 }]);
    expect(Object.fromEntries(Object.entries(refusals).map(([what, { rows }]) => [what, rows]))).toEqual({
      'article id or title': [2],
      cost: [3, 4],
      'article id (digits lost in a spreadsheet)': [5],
      'cost (said twice and differently)': [6, 7],
      'item title': [10],
    });
  });

  test.each([
    [
      'has no column of costs',
      [
        ['SKU', '售价'],
        ['1', '2'],
      ],
      'noCostColumns',
    ],
    ['has costs of nothing', [['成本'], ['2']], 'noCostColumns'],
  ])('that %s is refused as a whole', async (_, rows, kind) => {
    await expect(read(rows)).rejects.toMatchObject({ problem: { kind } });
  });

  test('larger than is kept is refused as a whole', async () => {
    const rows = Array.from({ length: 20_011 }, (_, number) => [String(number), '1']);
    await expect(read([['SKU', '成本'], ...rows])).rejects.toMatchObject({ problem: { kind: 'tooManyCosts' } });
  });

  test('knows every name of a column in one field alone', () => {
    const names = Object.values(costColumns).flatMap((aliases) => aliases.map((name) => name.toLowerCase()));
    expect(new Set(names).size).toBe(names.length);
  });
});

import { expect, test } from 'vitest';
import { csvOf, fileOf, importAll, jdNames, jdRow, workbookOf } from '../../support/export-files.ts';

const LOST = 'order id (digits lost in a spreadsheet)';

/** Orders of these ids, in a workbook as numbers. */
async function importIds(format: 'csv' | 'xlsx', ids: readonly string[]) {
  const rows = ids.map((id) => jdRow({ 订单号: id }));
  const numbers = rows.map(([id, ...others]) => [Number(id), ...others]);
  const content = format === 'csv' ? csvOf([[...jdNames], ...rows]) : await workbookOf([[...jdNames], ...numbers]);
  const { portions, summaries } = await importAll(fileOf(`a.${format}`, content));
  return {
    ids: portions.flatMap(({ orders }) => orders.map(({ order }) => order.orderId)),
    rejects: summaries[0]!.rejects,
  };
}

test.each(['csv', 'xlsx'] as const)('ids of 16 digits in %s are taken where the file has kept them', async (format) => {
  const whole = ['3400070000015830', '3400070000015841', '3400070000015842'];
  const rounded = ['3400070000015830', '3400070000015840', '3400070000025840'];
  expect(await importIds(format, whole)).toEqual({ ids: whole, rejects: {} });
  expect(await importIds(format, rounded)).toEqual({ ids: [], rejects: { [LOST]: 3 } });
});

test.each(['csv', 'xlsx'] as const)(
  'one id in %s that ends in a nought tells nothing of its column',
  async (format) => {
    expect(await importIds(format, ['3400070000015830'])).toEqual({ ids: [], rejects: { [LOST]: 1 } });
    expect(await importIds(format, ['3400070000015838'])).toEqual({ ids: ['3400070000015838'], rejects: {} });
  },
);

test('ids of 17 digits that a workbook holds as numbers are refused, whatever they end in', async () => {
  const ids = ['35153130000293579', '35153130000293581', '3400070000015841'];
  expect(await importIds('xlsx', ids)).toEqual({ ids: ['3400070000015841'], rejects: { [LOST]: 2 } });
  expect(await importIds('csv', ids)).toEqual({ ids, rejects: {} });
});

test('rows that come long after the first are read by what these prove', async () => {
  const ids = Array.from({ length: 1200 }, (_, index) => String(3_400_070_000_015_801 + index));
  expect(await importIds('xlsx', ids)).toEqual({ ids, rejects: {} });
});

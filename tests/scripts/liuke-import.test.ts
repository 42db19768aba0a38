import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { summariseExport } from '../../scripts/liuke/import.ts';
import { archiveOf, csvOf, jdNames, jdRow, workbookWith } from '../support/export-files.ts';
import { runLiuke } from '../support/run-liuke.ts';

const folder = mkdtempSync(join(tmpdir(), 'liuke-import-'));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('an export is printed as one object: counts, days, and rejects by their reason', () => {
  const rows = [
    jdRow(),
    jdRow({ 订单号: '3400070000015839', 下单时间: '2026-05-03 09:00:00' }),
    jdRow({ 订单号: '3.40007E+15' }),
  ];
  const path = fileOf('orders.csv', csvOf([[...jdNames], ...rows]));
  const { status, stdout } = runLiuke('import', path);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    file: 'orders.csv',
    kind: 'jd-orders',
    rows: 3,
    orders: 2,
    buyers: 1,
    dates: { from: '2026-05-01', to: '2026-05-03' },
    rejects: { 'order id (digits lost in a spreadsheet)': 1 },
    unknownColumns: [],
  });
});

test('a workbook comes to a summary of each sheet with orders; one of other contents alone is none', async () => {
  const orders = [[...jdNames], jdRow()];
  const book = await workbookWith({ 说明: [['仅供参考']], 四月: orders, 五月: orders });
  const file = 'book.xlsx';
  expect(await summariseExport(fileOf(file, book))).toMatchObject([
    { file, sheet: '四月', orders: 1 },
    { file, sheet: '五月', orders: 1 },
  ]);
  const other = await workbookWith({ 说明: [['仅供参考']] });
  await expect(summariseExport(fileOf('other.xlsx', other))).rejects.toThrow(/found the columns 仅供参考/);
});

test('an archive comes to a summary of each table in it', async () => {
  const one = csvOf([[...jdNames], jdRow()]);
  const summaries = await summariseExport(fileOf('both.zip', archiveOf({ 'a.csv': one, 'b.csv': one })));
  expect(summaries.map((each) => [each.file, 'orders' in each && each.orders])).toEqual([
    ['a.csv', 1],
    ['b.csv', 1],
  ]);
});

test('what else is in an archive is named beside the exports, and stops none of them', async () => {
  const one = csvOf([[...jdNames], jdRow()]);
  const other = csvOf([['颜色'], ['蓝']]);
  const path = fileOf('mixed.zip', archiveOf({ 'a.csv': one, 'b.csv': other, 'c.xlsx': 'no workbook', 'd.csv': one }));
  expect(await summariseExport(path)).toMatchObject([
    { file: 'a.csv', orders: 1 },
    { file: 'b.csv', problem: expect.stringMatching(/^b\.csv: expected an export of orders/) as string },
    { file: 'c.xlsx', problem: expect.stringMatching(/^expected a workbook/) as string },
    { file: 'd.csv', orders: 1 },
  ]);
  const none = fileOf('none.zip', archiveOf({ 'b.csv': other }));
  await expect(summariseExport(none)).rejects.toThrow(/^b\.csv: expected an export of orders/);
});

test('a file that is none of ours is refused by its columns, one that is not there by its name', async () => {
  const other = summariseExport(
    fileOf(
      'other.csv',
      csvOf([
        ['颜色', '尺码'],
        ['蓝', 'L'],
      ]),
    ),
  );
  await expect(other).rejects.toThrow(/^other\.csv: expected an export of orders .+ found the columns 颜色、尺码/);
  await expect(summariseExport(join(folder, 'none.csv'))).rejects.toThrow(/cannot read .+none\.csv/);
});

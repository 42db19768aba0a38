/** Exports that the platforms wrote, or that were made after their headers: an extra, where they are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csvOf, fileOf, importAll } from '../../support/export-files.ts';

const folder = '../shared/samples';

/** Of exports, by their names; none where the samples are not at hand. */
function filesIn(name: RegExp): string[] {
  const within = ['jd', 'taobao/exports'].filter((each) => existsSync(`${folder}/${each}`));
  return within
    .flatMap((each) => readdirSync(`${folder}/${each}`).map((file) => `${each}/${file}`))
    .filter((path) => name.test(path));
}

describe.skipIf(!existsSync(folder))('of the samples, skipped where they are not at hand,', () => {
  test.each([
    ['jd/jd_order_export.synthetic_80col.utf8.csv', { kind: 'jd-orders', orders: 4, lines: 5, buyers: 4 }],
    [
      'jd/jd_order_export.synthetic_76col.gb18030.csv',
      { kind: 'jd-orders', encoding: 'gb18030', dates: { from: '2026-05-01', to: '2026-05-02' } },
    ],
    [
      'taobao/exports/ExportOrderList_2017-07.redacted.gbk.csv',
      {
        kind: 'taobao-orders',
        encoding: 'gb18030',
        orders: 5,
        buyers: 5,
        dates: { from: '2017-07-07', to: '2017-07-08' },
      },
    ],
    ['taobao/exports/ExportOrderDetailList_2017-07.redacted.utf8.csv', { kind: 'taobao-lines', orders: 0, lines: 5 }],
    [
      'taobao/exports/tmall_order_report.csv',
      { kind: 'taobao-orders', rows: 28_010, orders: 28_010, dates: { from: '2020-02-01', to: '2020-02-29' } },
    ],
    ['taobao/exports/tmall_order_report.excel-resaved.csv', { orders: 28_010, maskedOrders: 28_010 }],
  ])('%s is read whole', async (path, expected) => {
    const { summaries } = await importAll(fileOf(basename(path), readFileSync(`${folder}/${path}`)));
    expect(summaries).toMatchObject([{ rejects: {}, unknownColumns: [], ...expected }]);
  });

  test.each(filesIn(/\.csv$/))('%s is read to its last row, by known columns alone', async (path) => {
    const { summaries } = await importAll(fileOf(basename(path), readFileSync(`${folder}/${path}`)));
    expect(summaries).toMatchObject([{ rejects: {}, unknownColumns: [] }]);
    expect(summaries[0]!.orders + summaries[0]!.lines).toBeGreaterThan(0);
  });

  test.each(filesIn(/headers.*\.txt$/))('the columns of %s are all known, in whatever order', async (path) => {
    const names = readFileSync(`${folder}/${path}`, 'utf8').split('\n').filter(Boolean);
    for (const head of [names, names.toReversed()])
      expect((await importAll(fileOf('a.csv', csvOf([head])))).summaries).toMatchObject([{ unknownColumns: [] }]);
  });

  test('in the Tmall report paid and paid back make the total of every order that was paid', async () => {
    const text = readFileSync(`${folder}/taobao/exports/tmall_order_report.csv`, 'utf8');
    const ordersIn = async (content: string) =>
      (await importAll(fileOf('a.csv', content))).portions.flatMap((portion) => portion.orders);
    const orders = await ordersIn(text);
    expect(orders.filter(({ order }) => order.paidAt !== null)).toHaveLength(24_087);
    expect(orders.filter(({ refundedFen }) => (refundedFen ?? 0) > 0)).toHaveLength(5646);
    // Without the total's column the amount is what was paid and paid back.
    const summed = await ordersIn(text.replace('总金额', '另一列'));
    const amounts = (of: typeof orders) =>
      of.flatMap(({ order }) => (order.paidAt === null ? [] : [[order.orderId, order.amountFen]]));
    expect(amounts(summed)).toEqual(amounts(orders));
  });
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { jdNames, jdRow, workbookWith, type Cell } from '../support/export-files.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { startReaderThread } from './support/reader-thread.ts';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  startReaderThread(seller.db);
});

const slow = { timeout: 10_000 };
const ordersOf = (...ids: string[]): Cell[][] => [[...jdNames], ...ids.map((id) => jdRow({ 订单号: id }))];

async function openAndChoose(name: string, sheets: Record<string, Cell[][]>) {
  const file = new File([(await workbookWith(sheets)) as BlobPart], name);
  openDashboard('data');
  fireEvent.change(await screen.findByLabelText(/^选择文件/), { target: { files: [file] } });
  const found = within(await screen.findByRole('article', { name }));
  await found.findAllByRole('region', {}, slow);
  return found;
}

async function importInto(shopName: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText('店铺名', {}, slow), { target: { value: shopName } });
  fireEvent.click(screen.getByRole('button', { name: '开始导入' }));
  await waitFor(() => expect(screen.getAllByText(/^已导入/).length).toBeGreaterThan(0), slow);
}

test('every sheet of orders in a workbook is found, named, and imported', async () => {
  const found = await openAndChoose('2026.xlsx', {
    四月: ordersOf('3400070000015831', '3400070000015832'),
    五月: ordersOf('3400070000015833'),
    空: [],
  });
  const tables = found.getAllByRole('region').map((region) => region.getAttribute('aria-label'));
  expect(tables).toEqual(['2026.xlsx · 四月', '2026.xlsx · 五月']);
  expect(found.getByText('2026.xlsx · 五月')).toBeTruthy();
  await importInto('木木家');
  await waitFor(async () => expect(await seller.db.orders.count()).toBe(3), slow);
  await waitFor(() => expect(screen.getAllByText(/^已导入/)).toHaveLength(2), slow);
}, 30_000);

test('a sheet of other contents beside one of orders is listed, stands in no way, and can still be named', async () => {
  const found = await openAndChoose('orders.xlsx', {
    说明: [['本表由系统生成'], ['仅供参考']],
    订单: ordersOf('3400070000015831'),
  });
  expect(found.getByText('另有 1 个工作表不是订单或售后，没有读取：说明')).toBeTruthy();
  expect(found.getByText('orders.xlsx · 订单')).toBeTruthy();
  expect(found.getAllByRole('button', { name: '指定列', hidden: true })).toHaveLength(2);
  await importInto('木木家');
  expect(await seller.db.orders.count()).toBe(1);
}, 30_000);

test('a workbook with one sheet that has anything in it goes by its own name alone', async () => {
  const found = await openAndChoose('one.xlsx', { Sheet1: ordersOf('3400070000015831'), Sheet2: [], Sheet3: [] });
  expect(found.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual(['one.xlsx']);
});

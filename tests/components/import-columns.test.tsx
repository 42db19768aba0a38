import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordColumnMapping } from '../../lib/pipeline/record-event.ts';
import { csvOf, jdNames, jdRow } from '../support/export-files.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { startReaderThread } from './support/reader-thread.ts';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  startReaderThread(seller.db);
});

const slow = { timeout: 10_000 };
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const article = async (name: string) => within(await screen.findByRole('article', { name }));
const assign = (field: RegExp, column: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: field }), { target: { value: column } });
const choose = (...files: File[]) => fireEvent.change(screen.getByLabelText(/^选择文件/), { target: { files } });

async function openAndChoose(...files: File[]): Promise<void> {
  openDashboard('data');
  await screen.findByLabelText(/^选择文件/);
  choose(...files);
}

async function importInto(shopName: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText('店铺名', {}, slow), { target: { value: shopName } });
  await importNow();
}

async function importNow(): Promise<void> {
  press('开始导入');
  await screen.findByText(/^已导入/, {}, slow);
  press('知道了');
  await waitFor(() => expect(screen.queryByText(/^已导入/)).toBeNull(), slow);
}

const amounts = async () => (await seller.db.orders.toArray()).map(({ amountFen }) => amountFen);

describe('a known export', () => {
  /** The amount and the buyer stand under names that nobody knows. */
  const renamed = jdNames.map(
    (name) => ({ 应付金额: '实收', 商家应收: '到账', 下单帐号: '会员' })[name as string] ?? name,
  );
  const fileOf = (...rows: string[][]) => new File([csvOf([renamed, ...rows])], 'renamed.csv');

  test('without a column for the amount or the buyer says so, has it named by hand, and knows it the next time', async () => {
    await openAndChoose(fileOf(jdRow()));
    const found = await article('renamed.csv');
    expect(await found.findByText(/^没有找到这些列：金额，买家/, {}, slow)).toBeTruthy();
    press('指定列');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /^下单时间/ }).value).toBe('下单时间');
    assign(/^金额/, '实收');
    assign(/^买家/, '会员');
    press('按这些列读取');
    await screen.findByText('京东 · 订单', {}, slow);
    expect(screen.queryByText(/^没有找到这些列/)).toBeNull();
    await importInto('木木家');
    // Two rows of one order: its amount still counts once.
    expect(await seller.db.orders.toArray()).toMatchObject([
      { amountFen: 4500, buyer: { key: 'jd_made_up_01' }, items: [{ skuId: '10000000002018' }] },
    ]);
    choose(fileOf(jdRow({ 订单号: '3400070000015839', 应付金额: '46.00' })));
    await (await article('renamed.csv')).findByText('京东 · 订单', {}, slow);
    expect(screen.queryByText(/^没有找到这些列/)).toBeNull();
    await importNow();
    expect(await amounts()).toEqual([4500, 4600]);
  }, 30_000);

  test('with all its columns says nothing of the kind', async () => {
    await openAndChoose(new File([csvOf([[...jdNames], jdRow()])], 'whole.csv'));
    await (await article('whole.csv')).findByText('京东 · 订单', {}, slow);
    expect(screen.queryByText(/^没有找到这些列/)).toBeNull();
  });
});

const own = (amount: string, listPrice: string) =>
  csvOf([
    ['单号', '时间', '标价', '实收'],
    ['3400070000015838', '2026-05-01 11:00:00', listPrice, amount],
  ]);
const columns = { orderId: '单号', placedAt: '时间' };
const mapped = (amount: string) => ({ platform: 'jd', holds: 'orders', columns: { ...columns, amount } }) as const;

test('columns that were named wrong are put right, and the last word counts', async () => {
  await openAndChoose(new File([own('12.50', '20.00')], 'own.csv', { lastModified: 1_000 }));
  fireEvent.click(await screen.findByRole('button', { name: '指定列' }, slow));
  assign(/^订单号/, '单号');
  assign(/^下单时间/, '时间');
  assign(/^金额/, '标价');
  press('按这些列读取');
  await importInto('木木家');
  expect(await amounts()).toEqual([2000]);

  choose(new File([own('12.50', '20.00')], 'next.csv', { lastModified: 2_000 }));
  fireEvent.click(await screen.findByRole('button', { name: '指定列' }, slow));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /^金额/ }).value).toBe('标价');
  assign(/^金额/, '实收');
  press('按这些列读取');
  await screen.findByRole('button', { name: '指定列' }, slow);
  await importNow();
  expect(await amounts()).toEqual([1250]);

  choose(new File([own('13.50', '21.00')], 'third.csv', { lastModified: 3_000 }));
  await screen.findByRole('button', { name: '指定列' }, slow);
  await importNow();
  expect(await amounts()).toEqual([1350]);
}, 30_000);

test('two shops whose columns have the same names are each read as their own, also when the shop is changed', async () => {
  await seller.db.shops.bulkAdd(
    ['甲', '乙'].map((name, index) => ({ shopId: `jd-${index}`, platform: 'jd' as const, hints: [], name })),
  );
  await recordColumnMapping(seller.db, { shopId: 'jd-0', mapping: mapped('标价') }, 1);
  await recordColumnMapping(seller.db, { shopId: 'jd-1', mapping: mapped('实收') }, 2);
  await openAndChoose(new File([own('12.50', '20.00')], 'own.csv'));
  const shop = await screen.findByRole<HTMLSelectElement>('combobox', { name: '京东订单属于' }, slow);
  expect(shop.selectedOptions[0]!.text).toBe('乙');
  fireEvent.change(shop, { target: { value: 'jd-0' } });
  fireEvent.click(await screen.findByRole('button', { name: '指定列' }, slow));
  await waitFor(
    () => expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /^金额/ }).value).toBe('标价'),
    slow,
  );
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '京东订单属于' }).selectedOptions[0]!.text).toBe('甲');
  await importNow();
  expect(await amounts()).toEqual([2000]);
}, 30_000);

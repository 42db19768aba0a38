import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dayOf, formatDay } from '../../lib/model/shanghai-time.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { cellsOf, openDashboard, sawDays, tableOf } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

/** Sixty customers: the n-th came last n days ago, every second of them also 30 days before that. */
async function visitShop(customers = 60): Promise<void> {
  const orders = Array.from({ length: customers }, (_, at) => {
    const buyer = stable(`buyer_${at}`);
    return at % 2 === 0 ? [orderOf(buyer, at), orderOf(buyer, at + 30)] : [orderOf(buyer, at)];
  });
  await seller.visit(makeReport(orders.flat()));
  await sawDays(seller.db, 500);
  await maintain(seller.db, Date.now());
}

describe('the RFM grid', () => {
  test('has every buyer in a cell, with the borders of its row and column', async () => {
    await visitShop();
    openDashboard('rfm');
    const grid = await tableOf('RFM 分布');
    const counts = within(grid)
      .getAllByRole('link')
      .map((link) => Number(link.querySelector('strong')!.textContent));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(within(grid).getByRole('rowheader', { name: /^R5 ?0–\d+ 天前$/ })).toBeTruthy();
    expect(within(grid).getAllByText(/销售$/).length).toBe(counts.length);
  });

  test('leads from a cell to its people as a segment of as many', async () => {
    await visitShop();
    openDashboard('rfm');
    const [cell] = within(await tableOf('RFM 分布')).getAllByRole('link');
    const customers = cell!.querySelector('strong')!.textContent;
    location.hash = cell!.getAttribute('href')!;
    fireEvent(window, new HashChangeEvent('hashchange'));
    const line = await screen.findByRole<HTMLInputElement>('combobox', { name: '人群条件' });
    expect(line.value).toMatch(/^上次.+ 且 次数.+ 且 .+$/);
    await waitFor(() => expect(screen.getByText(customers, { selector: 'strong' })).toBeTruthy());
  });

  test('of a shop with few buyers says that fifths mean nothing, and of one without a fit why there are no chances', async () => {
    await visitShop(6);
    openDashboard('rfm');
    expect(await screen.findByText(/还不到 25 位/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: '预计回购' })).toBeTruthy();
    expect(screen.queryByRole('slider')).toBeNull();
  });
});

describe('retention', () => {
  test('has a row for each month of first purchases and says which month is not over', async () => {
    await visitShop();
    openDashboard('retention');
    const rows = within(await tableOf('行：首购月份；列：之后第几个月。底色越深，再买的人越多。')).getAllByRole('row');
    expect(rows.length).toBeGreaterThan(2);
    const newest = within(rows.at(-1)!).getAllByRole('cell');
    expect(newest).toHaveLength(1);
    expect(within(rows[1]!).getAllByRole('cell').at(-1)!.textContent).toMatch(/…$/);
  });

  test('of a shop seen for a few days says that there is none yet', async () => {
    await seller.visit(makeReport([orderOf(stable('one'), 0)]));
    await sawDays(seller.db, 3);
    openDashboard('retention');
    expect(await screen.findByText(/还不到两个月/)).toBeTruthy();
  });
});

describe('the waits between purchases', () => {
  test('are a picture with its numbers behind it', async () => {
    await visitShop();
    openDashboard('cycles');
    expect(await screen.findByRole('img', { name: '两次购买之间' })).toBeTruthy();
    expect(cellsOf(await tableOf('两次购买之间'), '30')).toEqual(['30']);
  });
});

test('the figures of a part can be saved as a table, as they stand there', async () => {
  await visitShop();
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:saved';
  });
  openDashboard('cycles');
  const [part] = await screen.findAllByRole('region', { name: '两次购买之间' });
  fireEvent.click(within(part!).getByRole('button', { name: '存为表格' }));
  const lines = (await saved[0]!.text()).split('\r\n');
  expect(lines[0]).toBe('\uFEFF相隔,次数');
  expect(lines.some((line) => /^30.*,30$/.test(line))).toBe(true);
  await waitFor(async () =>
    expect(await seller.db.audit.toArray()).toMatchObject([
      { kind: 'exported', what: 'shownTable', counts: { rows: lines.filter(Boolean).length } },
    ]),
  );
});

describe('the month report', () => {
  test('is of the last month that is over, with the months before it beside it, and can be printed', async () => {
    await visitShop();
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    openDashboard('report');
    const months = await tableOf('逐月');
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: '月份' });
    const chosen = choice.selectedOptions[0]!.textContent;
    expect(chosen < formatDay(dayOf(Date.now())).slice(0, 7)).toBe(true);
    expect(within(months).getAllByRole('rowheader').at(-1)!.textContent).toBe(chosen);
    expect(within(months).queryByText('¥0.00')).toBeNull();
    expect(await screen.findByText('期间没有记录联系。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '打印或存为 PDF' }));
    expect(print).toHaveBeenCalledOnce();
  });

  test('of the month under way says that it is not over', async () => {
    await visitShop();
    openDashboard('report');
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: '月份' });
    fireEvent.change(choice, { target: { value: choice.options[0]!.value } });
    expect(screen.getByText(/这个月还没结束/)).toBeTruthy();
  });
});

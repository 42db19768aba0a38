import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { csvOf } from '../support/export-files.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { kindsIn, openDashboard, sawDays, tableOf } from './support/dashboard-screen.tsx';
import { startReaderThread } from './support/reader-thread.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  startReaderThread(seller.db);
  await seller.visit(makeReport([orderOf(stable('one'), 2)]));
  await sawDays(seller.db, 100);
  openDashboard('offers');
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = async (rows: readonly string[][]) =>
  fireEvent.change(await screen.findByLabelText('选成本表'), {
    target: { files: [new File([csvOf(rows)], '成本.csv')] },
  });

describe('a list of costs', () => {
  test('is shown first, with what was refused and why, and nothing is written', async () => {
    await choose([
      ['商品名称', '成本价'],
      ['纯棉四件套', '60'],
      ['棉袜', '不详'],
    ]);
    expect(await screen.findByText('成本.csv：读出 1 个商品的成本，1 行未采用')).toBeTruthy();
    expect(screen.getByText('按这些列读：商品名称，成本价')).toBeTruthy();
    expect((await tableOf('商品成本')).textContent).toContain('纯棉四件套¥60.00');
    expect(screen.getByText('成本', { selector: 'strong' })).toBeTruthy();
    expect(await kindsIn(seller.db)).toEqual([]);
  });

  test('is kept on a click, and taken back by another', async () => {
    await choose([
      ['SKU', '成本'],
      ['1001', '60'],
    ]);
    await screen.findByText(/^成本.csv：读出 1/);
    press('保存这 1 个商品的成本');
    expect(await screen.findByText(/导入 1 个商品$/)).toBeTruthy();
    expect(await kindsIn(seller.db)).toEqual(['costsTaken']);
    press('撤销这张表');
    expect(await screen.findByText(/^还没有成本/)).toBeTruthy();
  });

  test('without a column of costs says what is missing', async () => {
    await choose([
      ['SKU', '售价'],
      ['1', '2'],
    ]);
    expect(await screen.findByText(/^没找到成本列.*SKU、售价$/)).toBeTruthy();
  });
});

test('the margin floor is the usual one until the shop sets its own', async () => {
  const box = await screen.findByLabelText<HTMLInputElement>('毛利底线（%）');
  expect(box.value).toBe('0');
  fireEvent.change(box, { target: { value: '15' } });
  press('保存');
  await waitFor(async () =>
    expect(await seller.db.events.toArray()).toMatchObject([
      { kind: 'actionSettings', settings: { marginFloorShare: 0.15 } },
    ]),
  );
});

test('what new customers get is named', async () => {
  expect(await screen.findByText('满80减15，3天有效 / 满100减20')).toBeTruthy();
});

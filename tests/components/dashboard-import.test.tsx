import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { ImportRun } from '../../components/dashboard/import/ImportRun.tsx';
import { csvOf, jdNames, jdRow } from '../support/export-files.ts';
import { everything } from '../support/make-import.ts';
import { makeOrder, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { startReaderThread } from './support/reader-thread.ts';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  startReaderThread(seller.db);
});

const slow = { timeout: 10_000 };
const orderIdOf = (number: number) => String(3_400_070_000_000_000 + number);
const rowOf = (number: number, changes: Parameters<typeof jdRow>[0] = {}) =>
  jdRow({ 订单号: orderIdOf(number), 下单帐号: `buyer_${number % 5}`, ...changes });
const jdFile = (rows: readonly string[][], name = 'orders.csv') => new File([csvOf([[...jdNames], ...rows])], name);
const choose = (...files: File[]) => fireEvent.change(screen.getByLabelText(/^选择文件/), { target: { files } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const article = async (name: string) => within(await screen.findByRole('article', { name }));

function goTo(section: string): void {
  location.hash = `#${section}`;
  fireEvent(window, new Event('hashchange'));
}

/** A figure by its name, within a part of the screen. */
async function figure(part: ReturnType<typeof within>, name: string): Promise<string> {
  return (await part.findByText(name, {}, slow)).nextElementSibling!.textContent;
}

async function openAndChoose(...files: File[]): Promise<void> {
  openDashboard('data');
  await screen.findByLabelText(/^选择文件/);
  choose(...files);
}

async function importInto(shopName: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText('店铺名', {}, slow), { target: { value: shopName } });
  press('开始导入');
  await screen.findByText(/^已导入/, {}, slow);
}

describe('a chosen file', () => {
  test('is looked through, and nothing is written before it is asked for', async () => {
    const rows = [...Array.from({ length: 30 }, (_, number) => rowOf(number)), rowOf(99, { 订单号: '3.40007E+15' })];
    await openAndChoose(jdFile(rows));
    const found = await article('orders.csv');
    expect(await figure(found, '新增')).toBe('30');
    expect(await figure(found, '拒绝')).toBe('1');
    expect(await figure(found, '下单日期')).toBe('2026-05-01');
    expect(await figure(found, '可识别买家')).toBe('5');
    expect(found.getByText('京东 · 订单')).toBeTruthy();
    expect(found.getByText(/^订单号（末尾数字被表格软件丢失/)).toBeTruthy();
    expect(found.getByText('第 32 行')).toBeTruthy();
    expect(found.queryByText(/超过保留期限/)).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '开始导入' }).disabled).toBe(true);
    expect(await seller.db.orders.count()).toBe(0);
    expect(await seller.db.shops.count()).toBe(0);
  });

  test('says which of its orders pages showed already, and goes into their shop', async () => {
    const shown = makeOrder({ orderId: orderIdOf(1), buyer: stable('buyer_1') });
    await seller.visit(makeReport([shown]));
    await openAndChoose(jdFile([rowOf(1), rowOf(2)]));
    const found = await article('orders.csv');
    expect(await figure(found, '有更新')).toBe('1');
    expect(found.getByText(/^其中 1 单已从页面/)).toBeTruthy();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '京东订单属于' }).selectedOptions[0]!.text).toBe(
      'shop_a',
    );
    press('开始导入');
    await screen.findByText(/^已导入/, {}, slow);
    expect(await seller.db.orders.count()).toBe(2);
    expect(await seller.db.shops.count()).toBe(1);
  });

  test('with orders that are older than orders are kept says so', async () => {
    await openAndChoose(jdFile([rowOf(1), rowOf(2, { 下单时间: '2021-05-01 10:00:00' })]));
    expect(await (await article('orders.csv')).findByText(/以前的订单超过保留期限/, {}, slow)).toBeTruthy();
  });

  test('that is no export says why in Chinese, and can be removed', async () => {
    await openAndChoose(new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])], '旧表.xls'));
    const found = await article('旧表.xls');
    expect(await found.findByText(/^这是旧版 Excel 文件/, {}, slow)).toBeTruthy();
    press('移除 旧表.xls');
    expect(screen.queryByRole('article')).toBeNull();
  });

  test('beside another one with the same orders says so', async () => {
    await openAndChoose(jdFile([rowOf(1), rowOf(2)], 'one.csv'), jdFile([rowOf(2), rowOf(3)], 'two.csv'));
    expect(await (await article('two.csv')).findByText(/^1 单在您选的另一个文件里也有/, {}, slow)).toBeTruthy();
    await importInto('木木家');
    await waitFor(async () => expect(await seller.db.orders.count()).toBe(3), slow);
  });
});

describe('an import', () => {
  test('can be taken back whole', async () => {
    const before = await everything(seller.db);
    await openAndChoose(jdFile([rowOf(1), rowOf(2)]));
    await importInto('木木家');
    expect(await seller.db.orders.count()).toBe(2);
    press('撤销，回到导入之前');
    await waitFor(async () => expect(await everything(seller.db)).toEqual(before), slow);
    await waitFor(() => expect(screen.queryByText(/^已导入/)).toBeNull());
  });

  test('that is finished with is no longer spoken of', async () => {
    await openAndChoose(jdFile([rowOf(1)]));
    await importInto('木木家');
    press('知道了');
    await waitFor(() => expect(screen.queryByText(/^已导入/)).toBeNull(), slow);
    expect(await seller.db.orders.count()).toBe(1);
    expect(await seller.db.undoSteps.count()).toBe(0);
  });

  test('goes on while one looks at another part of the page', async () => {
    await openAndChoose(jdFile(Array.from({ length: 4000 }, (_, number) => rowOf(number))));
    fireEvent.change(await screen.findByLabelText('店铺名', {}, slow), { target: { value: '木木家' } });
    press('开始导入');
    await screen.findByRole('button', { name: '停止' }, slow);
    goTo('replies');
    await screen.findByRole('heading', { name: '话术库' });
    await waitFor(async () => expect(await seller.db.orders.count()).toBe(4000), { timeout: 30_000 });
    goTo('data');
    await screen.findByText(/^已导入/, {}, { timeout: 20_000 });
  }, 60_000);

  test('under way says how far, how fast, and how long still; in a pause nothing of the kind', () => {
    const none = () => {};
    const actions = { onPause: none, onGoOn: none, onStop: none, onRestart: none };
    const run = { rowsBefore: 3_000, rowsInAll: 63_000, file: 'a', progress: null, isFull: false, rate: 500, why: '' };
    const { rerender } = render(<ImportRun run={{ ...run, kind: 'running' }} {...actions} />);
    expect(screen.getByText(/63,000 行/).textContent).toBe('3,000 / 63,000 行 每秒 500 行，还要约 2 分钟');
    rerender(<ImportRun run={{ ...run, kind: 'paused' }} {...actions} />);
    expect(screen.queryByText(/每秒/)).toBeNull();
  });

  test('that is paused stands still until it goes on, and is whole in the end', async () => {
    await openAndChoose(jdFile(Array.from({ length: 8000 }, (_, number) => rowOf(number))));
    fireEvent.change(await screen.findByLabelText('店铺名', {}, slow), { target: { value: '木木家' } });
    press('开始导入');
    fireEvent.click(await screen.findByRole('button', { name: '暂停' }, slow));
    await screen.findByText('已暂停。');
    // What was on the way still comes in.
    let reached = -1;
    await waitFor(
      async () => {
        const before = reached;
        reached = await seller.db.orders.count();
        expect(reached).toBe(before);
      },
      { timeout: 20_000, interval: 500 },
    );
    expect(reached).toBeLessThan(8000);
    press('继续');
    await screen.findByText(/^已导入/, {}, { timeout: 20_000 });
    expect(await seller.db.orders.count()).toBe(8000);
  }, 60_000);

  test('that was stopped is kept or gone on with where it stopped', async () => {
    const file = jdFile(Array.from({ length: 8000 }, (_, number) => rowOf(number)));
    await openAndChoose(file);
    fireEvent.change(await screen.findByLabelText('店铺名', {}, slow), { target: { value: '木木家' } });
    press('开始导入');
    fireEvent.click(await screen.findByRole('button', { name: '停止' }, slow));
    await screen.findByText(/^已停止/, {}, { timeout: 20_000 });
    const reached = await seller.db.orders.count();
    expect(reached).toBeLessThan(8000);
    expect(await screen.findByText(/再选一次同一个文件，就从这里继续/)).toBeTruthy();
    press('继续');
    await screen.findByText(/^已导入/, {}, { timeout: 20_000 });
    expect(await seller.db.orders.count()).toBe(8000);
    const jobs = await seller.db.jobs.where('id').startsWith('import|').toArray();
    expect(jobs).toMatchObject([{ counts: { fresh: 8000, newer: 0, same: 0 } }]);
  }, 60_000);
});

describe('columns that nobody knows', () => {
  const ROWS = 25;
  const own = csvOf([
    ['单号', '时间', '买家', '钱'],
    ...Array.from({ length: ROWS }, (_, number) => [orderIdOf(number), '2026-05-01 11:00:00', `b${number}`, '12.50']),
  ]);
  const assign = (field: RegExp, column: string) =>
    fireEvent.change(screen.getByRole('combobox', { name: field }), { target: { value: column } });

  test('are named by hand, seen in the preview, read so, and known the next time', async () => {
    await openAndChoose(new File([own], 'own.csv'));
    fireEvent.click(await screen.findByRole('button', { name: '指定列' }, slow));
    expect(screen.getByText(/^还缺：订单号.+下单时间/)).toBeTruthy();
    assign(/^订单号/, '单号');
    assign(/^下单时间/, '时间');
    assign(/^金额/, '钱');
    const preview = within(screen.getByRole('table', { name: '文件的前 20 行' }));
    expect(preview.getByRole('columnheader', { name: '金额 钱' })).toBeTruthy();
    expect(preview.getAllByRole('row')).toHaveLength(1 + 20);
    press('按这些列读取');
    expect(await figure(await article('own.csv'), '新增')).toBe(String(ROWS));
    await importInto('木木家');
    expect(await seller.db.orders.toArray()).toMatchObject(Array.from({ length: ROWS }, () => ({ amountFen: 1250 })));
    press('知道了');

    const [shop] = await seller.db.shops.toArray();
    const said = { kind: 'columnsMapped', shopId: shop!.shopId };
    await waitFor(async () => expect(await seller.db.events.toArray()).toMatchObject([said]));
    choose(new File([own.replaceAll('12.50', '13.50')], 'next.csv'));
    expect(await figure(await article('next.csv'), '有更新')).toBe(String(ROWS));
  }, 30_000);

  test('are dragged onto their fields', async () => {
    await openAndChoose(new File([own], 'own.csv'));
    fireEvent.click(await screen.findByRole('button', { name: '指定列' }, slow));
    const moved = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, text: string) => moved.set(type, text),
      getData: (type: string) => moved.get(type) ?? '',
    };
    const slot = screen.getByRole<HTMLSelectElement>('combobox', { name: /^订单号/ });
    const chips = within(screen.getByRole('list', { name: '文件里的列' }));
    fireEvent.dragStart(chips.getByText('单号'), { dataTransfer });
    fireEvent.dragOver(slot.parentElement!, { dataTransfer });
    fireEvent.drop(slot.parentElement!, { dataTransfer });
    expect(slot.value).toBe('单号');
  });
});

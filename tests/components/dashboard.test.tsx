import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { sectionIds } from '../../components/dashboard/sections.ts';
import { lastWeeks } from '../../lib/insight/retention/weeks.ts';
import { dayOf, DAY_MS, startOfDay } from '../../lib/model/shanghai-time.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import { makeNewWorkOrder } from '../support/make-work-order.ts';
import { makeOrders, masked, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { cellsOf, drag, kindsIn, openDashboard, sawDays, tableOf } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

/** Two new customers, one who stayed away for 100 days and one for 400; one order of a mask. */
async function visitSmallShop(): Promise<void> {
  const buyers = [2, 3, 100, 400].map((daysAgo, at) => orderOf(stable(`buyer_${at}`), daysAgo));
  await seller.visit(makeReport([...buyers, orderOf(masked, 1)]));
}

/** Fifty customers, the n-th of whom came last 10·n days ago. */
async function visitShopOfFifty(): Promise<void> {
  await seller.visit(makeReport(Array.from({ length: 50 }, (_, at) => orderOf(stable(`buyer_${at}`), 10 * at))));
}

describe('the insight page', () => {
  test('of an empty store says how to begin', async () => {
    openDashboard();
    expect(await screen.findByText('打开京东或淘宝商家后台的订单页，就能开始')).toBeTruthy();
  });

  test('of a shop with masked buyers only says that nobody can be told apart', async () => {
    await seller.visit(makeReport([orderOf(masked, 1)]));
    openDashboard();
    expect(await screen.findByText('还没有可以分析的客户')).toBeTruthy();
  });

  test('of a shop with one customer counts, and shows no shares', async () => {
    await seller.visit(makeReport([orderOf(stable('one'), 2)]));
    await sawDays(seller.db, 30);
    openDashboard();
    expect(cellsOf(await tableOf('分层'), '新客')).toEqual(['', '1', '–']);
    expect(screen.getByText(/^只有 1 位客户/)).toBeTruthy();
  });

  test('counts states, tiers and bands, each over its n', async () => {
    await visitSmallShop();
    await sawDays(seller.db, 500);
    openDashboard();
    const tiers = await tableOf('分层');
    expect(cellsOf(tiers, '新客')[1]).toBe('2');
    expect(cellsOf(tiers, '已流失')[1]).toBe('1');
    expect(cellsOf(await tableOf('生命周期'), '沉睡客户')[1]).toBe('1');
    expect(cellsOf(await tableOf('近半年频次'), '近半年没买')[1]).toBe('1');
    expect(screen.getAllByText(/^n = 4 · 覆盖 100.0% · 算到 \d{4}-\d\d-\d\d/).length).toBeGreaterThan(3);
    expect(screen.getByText('另有 1 单买家仅掩码，计数但不分层')).toBeTruthy();
  });

  test('sums up the last week that is over, beside the week before, with what went wrong and what was done', async () => {
    await seller.visit(makeReport(Array.from({ length: 25 }, (_, at) => orderOf(stable(`buyer_${at}`), at))));
    const shopId = await sawDays(seller.db, 60);
    const [, [monday]] = lastWeeks(dayOf(Date.now()));
    const inWeek = startOfDay(monday) + DAY_MS;
    const order = makeNewWorkOrder({ shopId, customerId: null, from: 'hand', labelId: 'late', startedAt: inWeek });
    await openWorkOrder(seller.db, order, Date.now());
    openDashboard();
    const week = within(await screen.findByRole('region', { name: /^上周小结 · \d+-\d+ 至 \d+-\d+$/ }));
    const buyers = week.getByText('买家').closest('div')!;
    expect(buyers.textContent).toBe('买家7期间买过 · 前一周 7 ');
    expect(await week.findByText(/^客户遇到问题 1 件，最多的是 物流延迟 1 件。/)).toBeTruthy();
    expect(await week.findByText('期间没有记录联系。')).toBeTruthy();
  });

  test('of a week of which too little was seen tells no figures', async () => {
    await visitSmallShop();
    await sawDays(seller.db, 500, false);
    openDashboard();
    expect(await screen.findByText('这一周看到的日子太少，不报数。')).toBeTruthy();
  });

  test('counts who never bought in a band, and in its n', async () => {
    await visitSmallShop();
    await seller.visit(makeReport([{ ...orderOf(stable('only_looked'), 1), status: 'cancelled', paidAt: null }]));
    await sawDays(seller.db, 500);
    openDashboard();
    const counts = (await tableOf('近半年频次')).querySelectorAll('tbody td:nth-of-type(2)');
    const customers = [...counts].reduce((sum, { textContent }) => sum + Number(textContent), 0);
    expect(screen.getByRole('region', { name: '近半年频次' }).textContent).toContain(`n = ${customers} `);
  });

  test('shows shares of a shop that was seen, and hides them below 40 % coverage', async () => {
    await visitShopOfFifty();
    await sawDays(seller.db, 500);
    openDashboard();
    expect(cellsOf(await tableOf('分层'), '已流失')).toEqual(['', '13', '26.0%']);
    await sawDays(seller.db, 500, false);
    expect(await screen.findByText(/^只看到了 0.4% 的日子，不足 40%/)).toBeTruthy();
    expect(cellsOf(await tableOf('分层'), '已流失')).toEqual(['', '13', '–']);
  });

  test('goes from part to part by links that keep their address', async () => {
    await visitSmallShop();
    openDashboard();
    const nav = within(await screen.findByRole('navigation', { name: '页面各部分' }));
    expect(nav.getByRole('link', { name: '概览' }).getAttribute('aria-current')).toBe('page');
    expect(nav.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(sectionIds.map((id) => `#${id}`));
    location.hash = '#cycles';
    fireEvent(window, new HashChangeEvent('hashchange'));
    expect(await screen.findByRole('heading', { name: '复购周期' })).toBeTruthy();
  });

  test('shows the shop that is chosen', async () => {
    await visitSmallShop();
    const other = makeOrders(1, () => ({ orderId: '3999999999999999', buyer: stable('new') }));
    await seller.visit(makeReport(other, { shopHints: [{ kind: 'account', value: 'shop_b' }] }));
    openDashboard();
    const shops = await screen.findByRole<HTMLSelectElement>('combobox', { name: '店铺' });
    const names = [...shops.options].map(({ value }) => value);
    expect(names).toHaveLength(2);
    const customers = () => screen.getByText('看到过订单、且认得出是谁的买家').previousSibling!.textContent;
    await waitFor(() => expect(['1', '4']).toContain(customers()));
    const before = customers();
    fireEvent.change(shops, { target: { value: names.find((name) => name !== shops.value) } });
    await waitFor(() => expect([before, customers()].toSorted()).toEqual(['1', '4']));
    // And when the page is opened another time.
    const { value } = shops;
    cleanup();
    openDashboard();
    expect((await screen.findByRole<HTMLSelectElement>('combobox', { name: '店铺' })).value).toBe(value);
  });

  test('of damaged columns has them built anew, says so, and goes on', async () => {
    await visitSmallShop();
    await maintain(seller.db, Date.now());
    await seller.db.columns.toCollection().modify({ bytes: new ArrayBuffer(40) });
    await seller.db.meta.put({ name: 'columnsBase', value: 99 });
    openDashboard();
    expect(await screen.findByText('正在重建')).toBeTruthy();
    await waitFor(async () => expect(await seller.db.jobs.get('rebuildColumns')).toBeTruthy());
    await maintain(seller.db, Date.now());
    expect(cellsOf(await tableOf('分层'), '新客')[1]).toBe('2');
    expect(screen.queryByText('正在重建')).toBeNull();
  });
});

describe('the thresholds', () => {
  const lost = '流失：满几天没买';
  const counts = () => tableOf('各层人数');

  beforeEach(async () => {
    await visitShopOfFifty();
    await sawDays(seller.db, 500);
    openDashboard('tiers');
    await counts();
  });

  test('say every tier in order of precedence, with its clause in words', async () => {
    const list = screen.getAllByRole('list').find((one) => one.tagName === 'OL')!;
    const [first, second] = within(list)
      .getAllByRole('listitem')
      .filter((item) => item.parentElement === list);
    expect(first!.textContent).toMatch(/^1已流失.*距上次购买 ≥/);
    expect(second!.textContent).toMatch(/^2深度沉睡.*共购买 ≥/);
  });

  test('change the counts of all tiers while they are dragged, and save nothing by themselves', async () => {
    expect(cellsOf(await counts(), '已流失')).toEqual(['13', '']);
    drag(lost, 450);
    expect(cellsOf(await counts(), '已流失')).toEqual(['5', '▼ 8']);
    expect(cellsOf(await counts(), '沉睡')[1]).toBe('▲ 8');
    expect(screen.getByText('有改动，还没有保存')).toBeTruthy();
    expect(await kindsIn(seller.db)).toEqual([]);
  });

  test('are saved by a message, and taken back by another', async () => {
    drag(lost, 450);
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    expect(await screen.findByText('已撤销')).toBeTruthy();
    expect(await kindsIn(seller.db)).toEqual(['shopSettings', 'undo']);
    await waitFor(async () => expect(cellsOf(await counts(), '已流失')).toEqual(['13', '']));
  });

  test('that were saved are what counts from then on', async () => {
    drag(lost, 450);
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('已保存')).toBeTruthy();
    await waitFor(async () => expect(cellsOf(await counts(), '已流失')).toEqual(['5', '']));
  });

  test('may be typed; what is beyond the range is said and not taken over', async () => {
    const [box] = screen.getAllByRole('spinbutton', { name: `${lost}（输入）` });
    fireEvent.change(box!, { target: { value: '5' } });
    expect(screen.getByText('可填 90 到 1825')).toBeTruthy();
    expect(cellsOf(await counts(), '已流失')).toEqual(['13', '']);
    fireEvent.change(box!, { target: { value: '300' } });
    expect(cellsOf(await counts(), '已流失')).toEqual(['20', '▲ 7']);
  });

  test('follow another way of drawing the line, and go back to the defaults', async () => {
    const [variant] = screen.getAllByRole('combobox', { name: '口径' });
    fireEvent.change(variant!, { target: { value: 'byCycle' } });
    expect(cellsOf(await counts(), '已流失')).toEqual(['0', '▼ 13']);
    fireEvent.click(screen.getByRole('button', { name: '恢复默认' }));
    expect(cellsOf(await counts(), '已流失')).toEqual(['13', '']);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
  });

  test('stand beside the main category and the days to look ahead', async () => {
    fireEvent.change(screen.getByRole('combobox', { name: '主营类目' }), { target: { value: 'beauty' } });
    fireEvent.change(screen.getByRole('spinbutton', { name: '预计天数' }), { target: { value: '45' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('已保存');
    expect(await seller.db.events.toArray()).toMatchObject([
      { kind: 'shopSettings', settings: { categoryId: 'beauty', horizonDays: 45 } },
    ]);
  });
});

describe('the monthly moves', () => {
  test('tell from which tier to which', async () => {
    await visitShopOfFifty();
    await sawDays(seller.db, 500);
    openDashboard('migration');
    const matrix = await screen.findByRole('table', { name: /^每行是上月的层/ });
    const heads = within(matrix)
      .getAllByRole('columnheader')
      .map((head) => head.textContent);
    const dormant = cellsOf(matrix, '沉睡');
    expect(Number(dormant[heads.indexOf('已流失') - 1])).toBeGreaterThan(0);
    expect(dormant.at(-1)).toMatch(/^\d+$/);
    expect(cellsOf(await tableOf('流入与流出'), '已流失')[4]).toMatch(/^▲ \d$/);
  });

  test('lead from a cell to its people', async () => {
    await visitShopOfFifty();
    await sawDays(seller.db, 500);
    openDashboard('migration');
    const matrix = await screen.findByRole('table', { name: /^每行是上月的层/ });
    const cell = within(matrix).getByRole('button', { name: /^沉睡 → 已流失/ });
    fireEvent.click(cell);
    expect(cell.getAttribute('aria-pressed')).toBe('true');
    const people = await screen.findByRole('region', { name: `前 ${cell.textContent} 位客户` });
    expect(people.textContent).toContain(`沉睡 → 已流失 · 共 ${cell.textContent} 位`);
    const rows = await within(people).findAllByRole('rowheader');
    expect(rows).toHaveLength(Number(cell.textContent));
    expect(within(people).getAllByRole('cell', { name: '已流失' })).toHaveLength(rows.length);
    location.hash = '#segments';
    fireEvent(window, new HashChangeEvent('hashchange'));
    expect(await screen.findByRole('combobox', { name: '人群条件' })).toBeTruthy();
  });

  test('are not told of a month that was not seen', async () => {
    await visitShopOfFifty();
    await sawDays(seller.db, 10);
    openDashboard('migration');
    expect(await screen.findByText(/那天还没有采集到数据，没法比较。$/)).toBeTruthy();
  });
});

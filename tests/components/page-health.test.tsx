import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setLayoutBadge } from '../../lib/browser/page-states.ts';
import type { FieldCounts } from '../../lib/model/field-counts.ts';
import { DAY_MS, dayOf } from '../../lib/model/shanghai-time.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { cellsOf, openDashboard, tableOf } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
});

const usual: FieldCounts = { read: [20, 20], amount: [20, 20], buyerKey: [20, 20], skuId: [0, 20], sum: [14, 20] };
const orders = () => Array.from({ length: 20 }, (_, index) => orderOf(stable(`buyer_${index}`), 1));

/** The page as it is today, opened twice, after a fortnight of usual days. */
async function visitAfterUsualDays(today: FieldCounts, changes: Parameters<typeof makeReport>[1] = {}) {
  const page = makeReport(orders(), { fields: today, ...changes });
  const { shopId } = await seller.visit(page);
  await putDays(seller.db, shopId!);
  return await seller.visit(page);
}

async function putDays(db: LiukeDatabase, shopId: string): Promise<void> {
  const today = dayOf(Date.now());
  await db.captures.bulkPut(
    Array.from({ length: 14 }, (_, index) => {
      const day = today - 1 - index;
      const at = { firstAt: day * DAY_MS, lastAt: day * DAY_MS };
      const counts = { newOrders: 0, changedOrders: 0, rejects: {}, fields: usual };
      return { id: `${shopId}|order-list|${day}`, shopId, page: 'order-list' as const, day, ...at, ...counts };
    }),
  );
}

describe('how the page was read', () => {
  test('is a table on a click: each value, how often it was there, and what is usual', async () => {
    await visitAfterUsualDays({ ...usual, amount: [19, 20] });
    seller.openPanel();
    const table = await screen.findByRole('table', { name: '各项读出' });
    expect(cellsOf(table, '金额')).toEqual(['19/20', '100.0%']);
    expect(cellsOf(table, '合计相符')).toEqual(['14/20', '70.0%']);
    expect(within(table).queryByRole('rowheader', { name: /SKU/ })).toBeNull();
    expect(screen.getByText(/列可能移位/)).toBeTruthy();
  });

  test('says which value is not where it was, since when, and what to do', async () => {
    const state = await visitAfterUsualDays({ ...usual, amount: [0, 20] });
    seller.openPanel();
    const since = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const text = `版式可能变了：金额平时 100.0% 有，今天只有 0/40，其余照常读取。从 ${since} 起。`;
    expect(await screen.findByText(text)).toBeTruthy();
    expect(screen.getByText(/请生成诊断文件/)).toBeTruthy();
    expect(cellsOf(screen.getByRole('table', { name: '各项读出' }), '金额')[0]).toBe('未取到 0/20');
    await setLayoutBadge(state);
    expect(await fakeBrowser.action.getBadgeText({ tabId: state.tabId })).toBe('!');
  });

  test('says that columns moved when the canary falls silent', async () => {
    await visitAfterUsualDays({ ...usual, sum: [0, 20] });
    seller.openPanel();
    expect(await screen.findByText(/列可能移位了：.*平时占 70.0%，今天占 0\/40。/)).toBeTruthy();
  });

  test('is said in the popup, too', async () => {
    await visitAfterUsualDays({ read: [0, 20] }, { orders: [], health: { rows: 20, read: 0 } });
    seller.openPopup();
    expect(await screen.findByText('本页版式可能变了，打开侧栏看怎么办')).toBeTruthy();
  });
});

describe('the diagnostic file', () => {
  const asked: unknown[] = [];
  const answerWith = (answer: () => Promise<unknown>) =>
    Object.assign(fakeBrowser, {
      scripting: {
        async executeScript(injection: unknown) {
          asked.push(injection);
          return [{ frameId: 0, result: await answer() }];
        },
      },
    });
  const openLost = async () => {
    asked.length = 0;
    await seller.visit(makeReport([], { health: { rows: 20, read: 0 }, fields: { read: [0, 20] } }));
    seller.openPanel();
    const note = (await screen.findByText(/版式可能变了：20 单都没读出/)).closest<HTMLElement>('[role="status"]')!;
    return within(note);
  };

  test('is made on a click, shown whole, and saved by another', async () => {
    answerWith(async () => '<!-- {"liuke":"diagnostic"} -->\n<p>某某</p>');
    const note = await openLost();
    expect(asked).toEqual([]);
    fireEvent.click(note.getByRole('button', { name: '生成诊断文件' }));
    const preview = within(await note.findByRole('region', { name: '诊断文件' }));
    expect(asked).toMatchObject([{ files: ['/diagnose.js'] }]);
    expect(preview.getByRole<HTMLTextAreaElement>('textbox').value).toContain('<p>某某</p>');
    const save = preview.getByRole('link', { name: '保存文件' });
    expect(save.getAttribute('download')).toMatch(/^liuke-diagnostic-\d{8}-\d{6}\.html$/);
    expect(save.getAttribute('href')).toMatch(/^blob:/);
    fireEvent.click(preview.getByRole('button', { name: '不要了' }));
    expect(note.getByRole('button', { name: '生成诊断文件' })).toBeTruthy();
  });

  test.each([
    ['a page that does not answer', new Error('no such tab'), /请刷新此页后再试/],
    ['a page on which we are silent', null, /登录、验证或风控页面不生成诊断文件/],
  ] as const)('is none of %s', async (_, answer, text) => {
    answerWith(async () => (answer === null ? null : await Promise.reject(answer)));
    const note = await openLost();
    fireEvent.click(note.getByRole('button', { name: '生成诊断文件' }));
    expect(await note.findByText(text)).toBeTruthy();
  });
});

describe('coverage by month', () => {
  const totals = { total: 40, page: 1, pageSize: 20, filter: 'all' as const, days: null, lastDays: 30 };

  /** The cells of each month: the orders of a few hours may stand in two. */
  async function monthsOf(): Promise<string[][]> {
    const table = await tableOf('按月覆盖');
    const heads = within(table).getAllByRole('rowheader');
    return heads.map(({ textContent }) => cellsOf(table, textContent));
  }
  const sumOf = (months: readonly string[][], cell: number) =>
    months.reduce((sum, cells) => sum + Number(cells[cell]), 0);

  test('stands beside the console’s total, with the pages that would add most', async () => {
    await seller.visit(makeReport(orders(), { totals }));
    openDashboard();
    const months = await monthsOf();
    expect(sumOf(months, 2)).toBe(20);
    expect(Math.abs(sumOf(months, 3) - 40)).toBeLessThanOrEqual(1);
    expect((await screen.findAllByText(/全部订单第 .* 页，约 \+/)).length).toBeGreaterThan(0);
  });

  test('is not known where the filter is not', async () => {
    await seller.visit(makeReport(orders(), { totals: { ...totals, filter: null } }));
    openDashboard();
    const months = await monthsOf();
    expect(sumOf(months, 2)).toBe(20);
    for (const cells of months) expect([cells[1], cells[3]]).toEqual(['–', '未知']);
  });
});
